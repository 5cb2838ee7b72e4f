import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../scripts/pipeline.ts';
import { writeFiles } from '../scripts/write/index.ts';
import { onixFaults, parseOnix, textsAt } from './publish/onix/rules.ts';
import { createOpdsCheck } from './publish/opds/schema.ts';
import { runCommand } from './support/command.ts';
import { temporaryFolder } from './support/folder.ts';
import { startReaderBrowser } from './support/reader.ts';
import { createWorld, manuscripts } from './support/world.ts';

/** Code that runs in the page. */
const look = await readFile(new URL('support/look-at-page.js', import.meta.url), 'utf8');

interface Look {
	/** Elements that stand out of the page. */
	readonly overflow: readonly string[];
	readonly width: number;
	readonly dark: boolean;
	/** The lowest of all texts against the ground. */
	readonly contrast: number;
}

const formats = ['screen', 'epub'] as const;
let browser: Browser;
let out: string;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
	out = await mkdtemp(join(tmpdir(), 'diglot-test-'));
	const { world, session } = await createWorld();
	const profiles = ['generic', 'kindle'] as const;
	const request = {
		manuscript: manuscripts.digest,
		editions: ['zh', 'en'],
		formats,
		profiles,
		page: true,
		archive: '2a',
	} as const;
	const { artifacts, listings } = await build(request, world).finally(session.close);
	await writeFiles(out, [...artifacts, ...listings]);
	browser = await startReaderBrowser();
	page = await browser.newPage();
	page.on('requestfailed', (request) => complaints.push(request.url()));
	page.on('console', (message) => complaints.push(message.text()));
	await page.goto(pathToFileURL(join(out, 'index.html')).href);
});

afterAll(async () => {
	await browser?.close();
	await rm(out, { recursive: true, force: true });
	expect(complaints).toEqual([]);
});

test('the command makes such a folder of its own, and leaves alone what lay in it', async () => {
	const folder = await temporaryFolder();
	await writeFile(join(folder, 'mine.txt'), 'mine');
	const args = ['--manuscript', manuscripts.fixture, '--edition', 'en', '--out', folder];
	const { code, stdout } = await runCommand(['release', ...args]);
	expect(code).toBe(0);
	expect(stdout).toContain('index.html');
	expect(await readdir(folder)).toEqual(
		expect.arrayContaining(['index.html', 'mine.txt', 'fixture-book.en.pdf']),
	);
	expect(await readFile(join(folder, 'SHA256SUMS'), 'utf8')).not.toContain('mine');
});

test('the folder holds all', async () => {
	const names = (await readdir(out)).map((name) => name.replace(/(\.cover)\.(?:png|jpg)$/, '$1'));
	expect(names.sort()).toEqual([
		'SHA256SUMS',
		'catalog.json',
		...['en', 'zh'].flatMap((lang) =>
			['archive.pdf', 'cover', 'epub', 'kindle.epub', 'pdf'].map((end) => `genai-governance.${lang}.${end}`),
		),
		'index.html',
		'onix.xml',
	]);
});

test('the checksums are those of every file of ours', async () => {
	const sums = (await readFile(join(out, 'SHA256SUMS'), 'utf8')).trimEnd().split('\n');
	const own = (await readdir(out)).filter((name) => name !== 'SHA256SUMS');
	expect(sums.map((line) => line.split(' *')[1]).sort()).toEqual(own.sort());
	for (const line of sums) {
		const [digest, name = ''] = line.split(' *');
		expect(
			createHash('sha256')
				.update(await readFile(join(out, name)))
				.digest('hex'),
		).toBe(digest);
	}
});

test('trade data and catalogue of a real book keep the rules', async () => {
	const onix = parseOnix(await readFile(join(out, 'onix.xml'), 'utf8'));
	expect(onixFaults(onix)).toEqual([]);
	expect(textsAt(onix, 'Product/DescriptiveDetail/Contributor/PersonName').length).toBeGreaterThan(100);
	const catalog = JSON.parse(await readFile(join(out, 'catalog.json'), 'utf8'));
	expect(createOpdsCheck()(catalog)).toEqual([]);
	for (const { links, images } of catalog.publications) {
		for (const { href } of [...links, ...images]) expect(await readdir(out)).toContain(href);
	}
});

test('every link of the page leads to a file or a place in it', async () => {
	const targets = await page.$$eval('a, img, link', (all) =>
		all.map((one) => one.getAttribute('href') ?? one.getAttribute('src') ?? ''),
	);
	expect(targets.length).toBeGreaterThan(10);
	const names = await readdir(out);
	for (const target of targets) {
		if (!target.startsWith('#')) expect(names).toContain(target);
		else expect(await page.$(target)).not.toBeNull();
	}
	const broken = await page.$$eval(
		'img',
		(all) => all.filter(({ naturalWidth }) => naturalWidth === 0).length,
	);
	expect(broken).toBe(0);
});

describe.each([
	['light', 1280],
	['dark', 1280],
	['light', 320],
	['dark', 320],
] as const)('in %s, %i px wide', (scheme, width) => {
	test('nothing overflows, and all text stands out from the ground', async () => {
		await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
		await page.setViewport({ width, height: 800 });
		await page.$$eval('details', (all) => {
			for (const one of all) one.setAttribute('open', '');
		});
		const seen = (await page.evaluate(look)) as Look;
		expect(seen.overflow).toEqual([]);
		expect(seen.width).toBeLessThanOrEqual(width);
		expect(seen.dark).toBe(scheme === 'dark');
		// WCAG 2.2, 1.4.3
		expect(seen.contrast).toBeGreaterThanOrEqual(4.5);
	});
});
