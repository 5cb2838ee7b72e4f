import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../scripts/pipeline.ts';
import { lookAt, readReadium, type Settings, unpack } from './support/epub-reader.ts';
import { temporaryFolder } from './support/folder.ts';
import { hardBook } from './support/hard-book.ts';
import { startReaderBrowser } from './support/reader.ts';
import { createWorld, manuscripts, root } from './support/world.ts';

const dark = 'html { background-color: #111; } body { background-color: #111; color: #ddd; }';
const night = '--USER__backgroundColor: #111111; --USER__textColor: #dddddd; readium-scroll-on;';
const tablet = { width: 800, height: 1000 };
const phone = { width: 320, height: 640 };

/** Readers as the tests know them: a plain reading system, and Readium CSS, the sheets of Thorium. */
const settings: Readonly<Record<string, Settings>> = {
	'dark, own typeface': { ...tablet, css: `${dark} * { font-family: monospace !important; }` },
	'Readium at night, 200 %': { ...tablet, readium: `${night} --USER__fontSize: 200%;` },
	phone,
	'phone, dark, 300 %': { ...phone, css: `${dark} html { font-size: 300% !important; }` },
	'Readium on a phone at night, 300 %': { ...phone, readium: `${night} --USER__fontSize: 300%;` },
};

let browser: Browser;
let page: Page;

beforeAll(async () => {
	browser = await startReaderBrowser();
	page = await browser.newPage();
	await page.evaluateOnNewDocument(await readFile(join(root, 'tests/support/read-as.js'), 'utf8'));
	await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
});

afterAll(() => browser?.close());

for (const lang of ['zh', 'en']) {
	test(`every page of the ${lang} EPUB can be read by every reader`, async () => {
		const pages = await unpack(await buildEpub(manuscripts.digest, lang), await temporaryFolder());
		expect(pages.length).toBeGreaterThan(40);
		expect(await faultsOf(pages, lang)).toEqual([]);
	});
}

test('wide tables, long addresses and words, code, deep lists, ruby and bare drawings can be read too', async () => {
	const pages = await unpack(
		await buildEpub(await hardBook(await temporaryFolder()), 'zh'),
		await temporaryFolder(),
	);
	expect(await faultsOf(pages, 'zh')).toEqual([]);
});

test('a book that cannot be read is seen', async () => {
	const bytes = await buildEpub(await hardBook(await temporaryFolder()), 'zh');
	const spoil = {
		css: 'p { color: #222; white-space: nowrap; } li { font-size: 0; } svg { height: 0; } pre { height: 1em; overflow: hidden; }',
	};
	const faults = await faultsOf(await unpack(bytes, await temporaryFolder()), 'zh', {
		spoilt: { ...phone, css: dark + spoil.css },
	});
	for (const kind of ['overflow', 'contrast', 'unseen', 'clipped']) {
		expect(faults.join('\n')).toMatch(new RegExp(`: ${kind}`));
	}
});

async function faultsOf(pages: readonly string[], lang: string, chosen = settings) {
	const readium = await readReadium(lang);
	const faults: string[] = [];
	for (const url of pages) faults.push(...(await lookAt(page, url, chosen, readium)));
	return faults;
}

async function buildEpub(manuscript: string, lang: string): Promise<Uint8Array> {
	const { world, report, session } = await createWorld();
	const request = { manuscript, editions: [lang], formats: ['epub'] } as const;
	const {
		artifacts: [artifact],
	} = await build(request, world).finally(session.close);
	expect(report.list().filter((found) => found.severity !== 'info')).toEqual([]);
	return artifact?.bytes ?? new Uint8Array();
}
