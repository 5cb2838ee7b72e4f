import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { groupOf, processesWith, startCommand } from './support/command.ts';
import { temporaryFolder } from './support/folder.ts';
import { read, startReaderBrowser } from './support/reader.ts';
import { manuscripts } from './support/world.ts';

// The preview as the command opens it: from a save to the page on screen, and what is left when it ends.

const within = { timeout: 30_000 };
const onLinux = test.skipIf(process.platform !== 'linux');

let browser: Browser;

beforeAll(async () => {
	browser = await startReaderBrowser();
});
afterAll(() => browser.close());

async function startPreview() {
	const folder = await temporaryFolder();
	const [manuscript, temporary] = [join(folder, 'book'), join(folder, 'tmp')];
	await cp(manuscripts.fixture, manuscript, { recursive: true });
	await mkdir(temporary);
	const options = ['--edition', 'en', '--no-open', '--cache', join(folder, 'cache')];
	const running = startCommand(['preview', '--manuscript', manuscript, ...options], { TMPDIR: temporary });
	let printed = '';
	running.process.stdout?.on('data', (text: string) => {
		printed += text;
	});
	await expect.poll(() => printed, within).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\S+\/\n$/);
	return { ...running, url: printed.trim(), file: join(manuscript, 'front/preface.en.md'), temporary };
}

test('a save is seen in its place; a fault shows in a bar, and goes when it is mended', async () => {
	const { url, file } = await startPreview();
	const { page, book, complaints } = await read(browser, url);
	const source = await readFile(file, 'utf8');
	await page.evaluate('window.same = true');
	await page.click('nav ::-p-text(Preface)');
	const shown = () =>
		book().evaluate('[...document.querySelectorAll(".desk-page")].map((one) => one.textContent).join(" ")');
	await writeFile(file, `${source}\nSaved while it was being read.\n`);
	await expect.poll(shown, within).toContain('Saved while it was being read.');
	const bar = () =>
		page.evaluate(
			'document.getElementById("notice").hidden ? "" : document.getElementById("notice-text").textContent',
		);
	expect(await bar()).toBe('');
	await writeFile(file, `${source}\nSee [nowhere](nowhere.md).\n`);
	await expect.poll(bar, within).not.toBe('');
	expect(await shown()).toContain('Saved while it was being read.');
	await writeFile(file, `${source}\nMended.\n`);
	await expect.poll(shown, within).toContain('Mended.');
	await expect.poll(bar, within).toBe('');
	// All of it on the page that was opened at first.
	expect(await page.evaluate('window.same')).toBe(true);
	expect(complaints).toEqual([]);
});

test('another host and another site are refused', async () => {
	const { url } = await startPreview();
	expect((await fetch(url)).status).toBe(200);
	expect((await fetch(url, { headers: { Origin: 'https://example.org' } })).status).toBe(403);
	expect((await fetch(new URL('/', url))).status).not.toBe(200);
});

onLinux.each(['SIGINT', 'SIGKILL'] as const)('%s leaves no process behind', async (signal) => {
	const { url, process: child, pid, temporary, finished } = await startPreview();
	expect((await fetch(url)).status).toBe(200);
	const others = () => processesWith(temporary).filter((line) => !line.startsWith(`${pid} `));
	await expect.poll(() => others().length, within).toBeGreaterThan(0);
	const leaders = others().map((line) => Number(line.split(' ')[0]));
	child.kill(signal);
	await finished;
	await expect.poll(() => leaders.flatMap((leader) => groupOf(leader)), { timeout: 5000 }).toEqual([]);
	expect(processesWith(temporary)).toEqual([]);
});
