import { execFile } from 'node:child_process';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { temporaryFolder } from './support/folder.ts';

const run = promisify(execFile);
const runner = new URL('../scripts/program.mjs', import.meta.url).href;

/** A program in a folder of its own, that says what it sees. */
async function program() {
	const folder = await temporaryFolder();
	const file = join(folder, 'program.cjs');
	await writeFile(
		file,
		`const { sep } = require('node:path');
function never() { return 1; }
console.log(__filename.split(sep).at(-1), module.exports === exports);
console.log(require('./beside.cjs'));`,
	);
	await writeFile(join(folder, 'beside.cjs'), "module.exports = 'beside';");
	const start = async (purpose = 'check') => {
		const code = `import(${JSON.stringify(runner)}).then((m) => m.runProgram(${JSON.stringify(file)}, '${purpose}'))`;
		return (await run(process.execPath, ['--input-type=module', '-e', code])).stdout;
	};
	return { folder, start, kept: join(folder, 'check.v8') };
}

const said = 'program.cjs true\nbeside\n';

test('a program runs as Node would run it, and what was compiled is kept for each purpose', async () => {
	const { folder, start, kept } = await program();
	expect(await start()).toBe(said);
	const { mtimeMs } = await stat(kept);
	expect(await start()).toBe(said);
	// What is good is not written again.
	expect((await stat(kept)).mtimeMs).toBe(mtimeMs);
	await start('build');
	expect((await readdir(folder)).sort()).toEqual(['beside.cjs', 'build.v8', 'check.v8', 'program.cjs']);
});

test.each([
	['cut off', (bytes: Buffer) => bytes.subarray(0, 100)],
	['changed', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -9), Buffer.from('damaged!!')])],
	['empty', () => Buffer.alloc(0)],
])('kept code that is %s is not trusted, and replaced', async (_name, damage) => {
	const { start, kept } = await program();
	await start();
	const good = await readFile(kept);
	await writeFile(kept, damage(good));
	expect(await start()).toBe(said);
	expect((await readFile(kept)).length).toBe(good.length);
});

test('a program that fails keeps nothing from failing, and says where', async () => {
	const { folder, start } = await program();
	await writeFile(join(folder, 'program.cjs'), "\n\nthrow new Error('no way');");
	await expect(start()).rejects.toThrow(/program\.cjs:3[\s\S]*no way/);
});

test('several first runs at once do no harm', async () => {
	const { folder, start } = await program();
	expect(await Promise.all([start(), start(), start()])).toEqual([said, said, said]);
	expect((await readdir(folder)).sort()).toEqual(['beside.cjs', 'check.v8', 'program.cjs']);
	expect(await start()).toBe(said);
});
