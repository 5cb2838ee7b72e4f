import { readdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { unpackBundledBrowser } from '../../scripts/browser/bundled-browser.ts';
import { temporaryFolder } from '../support/folder.ts';

const hasModes = process.platform !== 'win32';

test('two runs at once unpack one whole browser, for its user alone', { timeout: 60_000 }, async () => {
	const cache = join(await temporaryFolder(), 'deep', 'cache');
	const [found, other] = await Promise.all([unpackBundledBrowser(cache), unpackBundledBrowser(cache)]);
	expect(other).toEqual(found);
	const home = dirname(found.executable);
	expect(basename(home)).toMatch(/^chromium-\d+\.\d+\.\d+$/);
	// Nothing half is left beside it.
	expect(await readdir(cache)).toEqual([basename(home)]);
	const browser = await stat(found.executable);
	expect(browser.size).toBeGreaterThan(50_000_000);
	expect(await readdir(found.libraries)).toEqual(expect.arrayContaining(['libnss3.so', 'libexpat.so.1']));
	if (hasModes) {
		expect(browser.mode & 0o777).toBe(0o700);
		expect((await stat(home)).mode & 0o777).toBe(0o700);
	}

	expect(await unpackBundledBrowser(cache)).toEqual(found);
	expect((await stat(found.executable)).mtimeMs).toBe(browser.mtimeMs);
});

test('a cache that cannot be made is an error', async () => {
	const file = join(await temporaryFolder(), 'file');
	await writeFile(file, '');
	await expect(unpackBundledBrowser(join(file, 'cache'))).rejects.toThrow(/ENOTDIR|EEXIST/);
});
