import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { temporaryFolder } from './support/folder.ts';

const run = promisify(execFile);
const bundler = new URL('../scripts/bundle.mjs', import.meta.url).href;

/** Bundles in a process of its own, as the command does. */
async function bundle(folder: string): Promise<string> {
	const code = `import(${JSON.stringify(bundler)}).then((m) => m.bundle(${JSON.stringify(folder)})).then(console.log)`;
	return (await run(process.execPath, ['--input-type=module', '-e', code])).stdout.trim();
}

test('two first runs at once give one whole program, which runs by itself', { timeout: 60_000 }, async () => {
	const folder = join(await temporaryFolder(), 'program');
	const [one, other] = await Promise.all([bundle(folder), bundle(folder)]);
	expect(other).toBe(one);
	expect(await readdir(folder)).toEqual([basename(dirname(one))]);
	// It is read as ASCII, which is quicker.
	expect((await readFile(one)).every((byte) => byte < 0x80)).toBe(true);
	const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as {
		version: string;
	};
	expect((await run(process.execPath, [one, '--version'])).stdout).toBe(`${version}\n`);
});

test('of what earlier sources became the newest stays, however new', { timeout: 60_000 }, async () => {
	const folder = await temporaryFolder();
	for (const [name, year] of [
		['a', 2020],
		['b', 2040],
		['c', 2030],
	] as const) {
		await mkdir(join(folder, name));
		await writeFile(join(folder, name, 'diglot.cjs'), '');
		await utimes(join(folder, name), new Date(year, 0), new Date(year, 0));
	}
	const entry = await bundle(folder);
	expect((await readdir(folder)).sort()).toEqual([basename(dirname(entry)), 'b'].sort());
});
