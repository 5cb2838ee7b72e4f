import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { BrowserError, findBrowser } from '../../scripts/browser/find-browser.ts';
import { temporaryFolder } from '../support/folder.ts';

// What Puppeteer has downloaded on this machine must not decide what the tests see. A spy and no mock of the
// module: test files share their modules.
const managed = vi.spyOn(puppeteer, 'executablePath');

beforeEach(() => {
	managed.mockReset();
	managed.mockRejectedValue(new Error('Could not find Chrome'));
});

afterAll(() => managed.mockRestore());

async function program(folder: string, name: string): Promise<string> {
	const file = join(folder, name);
	await mkdir(dirname(file), { recursive: true });
	await writeFile(file, '#!/bin/sh\n');
	await chmod(file, 0o700);
	return file;
}

const hasModes = process.platform !== 'win32';

const elsewhere = { platform: 'freebsd', arch: 'x64' } as const;

test('the one asked for goes before all', async () => {
	const folder = await temporaryFolder();
	const chosen = await program(folder, 'my-chrome');
	const search = { chosen, cache: folder, platform: 'linux', arch: 'x64', path: '' } as const;
	expect(await findBrowser(search)).toEqual({ executable: chosen, origin: 'chosen' });
});

test('where the one asked for is missing, no other is taken', async () => {
	const folder = await temporaryFolder();
	await program(folder, 'chromium');
	const chosen = join(folder, 'none');
	const found = findBrowser({ ...elsewhere, chosen, cache: folder, path: folder });
	await expect(found).rejects.toBeInstanceOf(BrowserError);
	await expect(found).rejects.toThrow(chosen);
});

test.runIf(hasModes)('a file that cannot be run and a folder are no browsers', async () => {
	const folder = await temporaryFolder();
	const file = await program(folder, 'chromium');
	await chmod(file, 0o600);
	for (const chosen of [file, folder]) {
		const found = findBrowser({ ...elsewhere, chosen, cache: folder, path: '' });
		await expect(found).rejects.toBeInstanceOf(BrowserError);
	}
	const other = await program(join(folder, 'b'), 'chromium');
	const search = { ...elsewhere, cache: folder, path: [folder, join(folder, 'b')].join(delimiter) };
	expect(await findBrowser(search)).toEqual({ executable: other, origin: 'system' });
});

test('Linux on x64 has the bundled one, with its libraries, though others are there', async () => {
	const cache = await temporaryFolder();
	await program(cache, 'google-chrome');
	const file = fileURLToPath(new URL('../../node_modules/@sparticuz/chromium/package.json', import.meta.url));
	const { version } = JSON.parse(await readFile(file, 'utf8')) as { version: string };
	// It lies in the cache already: nothing is unpacked.
	const executable = await program(join(cache, `chromium-${version}`), 'chromium');
	const search = { cache, platform: 'linux', arch: 'x64', path: cache } as const;
	expect(await findBrowser(search)).toEqual({
		executable,
		origin: 'bundled',
		libraries: join(dirname(executable), 'lib'),
	});
});

test('elsewhere the one that Puppeteer manages goes before those of the system', async () => {
	const folder = await temporaryFolder();
	await program(folder, 'chromium');
	const executable = await program(folder, 'chrome-headless-shell');
	managed.mockResolvedValue(executable);
	for (const where of [elsewhere, { platform: 'linux', arch: 'arm64' } as const]) {
		expect(await findBrowser({ ...where, cache: folder, path: folder })).toEqual({
			executable,
			origin: 'managed',
		});
	}
});

test('a managed one that was deleted is passed over', async () => {
	const folder = await temporaryFolder();
	managed.mockResolvedValue(join(folder, 'gone'));
	const executable = await program(folder, 'chromium');
	expect(await findBrowser({ ...elsewhere, cache: folder, path: folder })).toEqual({
		executable,
		origin: 'system',
	});
});

test('the system is searched along PATH, in its order', async () => {
	const folder = await temporaryFolder();
	const second = await program(join(folder, 'b'), 'google-chrome-stable');
	const path = ['', join(folder, 'none'), join(folder, 'a'), join(folder, 'b')].join(delimiter);
	const search = { ...elsewhere, cache: folder, path };
	expect(await findBrowser(search)).toEqual({ executable: second, origin: 'system' });
	const first = await program(join(folder, 'a'), 'chromium-browser');
	expect((await findBrowser(search)).executable).toBe(first);
});

test('none found says what to do', async () => {
	const folder = await temporaryFolder();
	const found = findBrowser({ ...elsewhere, cache: folder, path: '' });
	await expect(found).rejects.toBeInstanceOf(BrowserError);
	await expect(found).rejects.toThrow(/npx puppeteer browsers install.*--browser/);
});
