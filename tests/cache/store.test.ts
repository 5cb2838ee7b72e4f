import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFile, chmod, mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import cacache from 'cacache';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { noStore, openStore, type StoreOptions } from '../../scripts/cache/index.ts';
import { indexFile } from '../../scripts/cache/places.ts';
import { temporaryFolder } from '../support/folder.ts';

const bytes = (text: string) => Buffer.from(text);
const key = 'k'.repeat(64);
const name = `units/${key}`;

/** A store that writes down what it is told; `folder` may hold something already. */
async function openAt(folder: string, rest: Partial<StoreOptions> = {}) {
	const notices: string[] = [];
	const report: StoreOptions['report'] = (rule, _message, place) => notices.push(`${place} ${rule}`);
	const store = await openStore({ folder, now: Date.now, report, ...rest });
	return { store, notices };
}

/** A folder with one entry, and the files that hold it. */
async function filled(text = 'the value') {
	const folder = await temporaryFolder();
	const { store } = await openAt(folder);
	await store.put('units', key, bytes(text));
	await store.close();
	const entry = await cacache.get.info(folder, name);
	if (!entry) throw new Error('nothing was written');
	return { folder, content: entry.path, index: indexFile(folder, name) };
}

async function textOf(folder: string) {
	const { store, notices } = await openAt(folder);
	const found = await store.get('units', key);
	return { text: found && Buffer.from(found).toString(), notices, store };
}

/** What is damaged must be gone, told once, and give way to a sound entry. */
async function expectHealed(folder: string) {
	const { text, notices, store } = await textOf(folder);
	expect(text).toBeUndefined();
	await store.get('units', key);
	expect(notices).toEqual([`${folder} cache-damaged`]);
	await store.put('units', key, bytes('the value'));
	await store.close();
	expect(await textOf(folder)).toMatchObject({ text: 'the value', notices: [] });
}

test('what one run writes another reads, and nothing else', async () => {
	const { folder } = await filled('文字\0\u{1f4d6}');
	const { text, notices, store } = await textOf(folder);
	expect(text).toBe('文字\0\u{1f4d6}');
	expect(await store.get('units', 'other')).toBeUndefined();
	expect(await store.get('faces', key)).toBeUndefined();
	expect(notices).toEqual([]);
});

test('an empty value is a value, and the last one written counts', async () => {
	const { folder } = await filled('first');
	const { store } = await openAt(folder);
	await store.put('units', key, bytes('second'));
	await store.put('units', 'empty', bytes(''));
	expect(await store.get('units', 'empty')).toHaveLength(0);
	expect((await textOf(folder)).text).toBe('second');
});

test('nothing is made on disk before something is written', async () => {
	const folder = join(await temporaryFolder(), 'units');
	const { store } = await openAt(folder);
	expect(await store.get('units', key)).toBeUndefined();
	await store.close();
	await expect(stat(folder)).rejects.toThrow('ENOENT');
});

test('the index lies where it is looked for', async () => {
	const { index } = await filled();
	expect(await readFile(index, 'utf8')).toContain(name);
});

test.each([
	['another byte', (text: string) => text.replace('value', 'valve')],
	['cut short', (text: string) => text.slice(0, -3)],
	['too long', (text: string) => `${text} and more`],
	['empty', () => ''],
])('content that is damaged is dropped: %s', async (_, damage) => {
	const { folder, content } = await filled();
	await writeFile(content, damage(await readFile(content, 'utf8')));
	await expectHealed(folder);
});

test('content that is a folder is dropped', async () => {
	const { folder, content } = await filled();
	await rm(content);
	await mkdir(join(content, 'foreign'), { recursive: true });
	await expectHealed(folder);
});

test.each([
	['garbage', () => Buffer.from([0, 255, 10, 13, 9, 200])],
	['cut short', (whole: Buffer) => whole.subarray(0, whole.length - 5)],
	[
		'another byte',
		(whole: Buffer) => Buffer.from(whole.toString().replace('"key":"units/k', '"key":"units/x')),
	],
])('an index file that is damaged is dropped: %s', async (_, damage) => {
	const { folder, index } = await filled();
	await writeFile(index, damage(await readFile(index)));
	await expectHealed(folder);
});

test('an index file that is a folder is dropped', async () => {
	const { folder, index } = await filled();
	await rm(index);
	await mkdir(join(index, 'foreign'), { recursive: true });
	await expectHealed(folder);
});

test('an entry whose digest is no digest is dropped', async () => {
	const { folder, index } = await filled();
	const line = JSON.stringify({ key: name, integrity: 'no digest', time: 1, size: 3 });
	await writeFile(index, `\n${createHash('sha1').update(line).digest('hex')}\t${line}`);
	await expectHealed(folder);
});

test('a foreign value with a sound digest is dropped', async () => {
	const folder = await temporaryFolder();
	await cacache.put(folder, name, '{"pages":[]}');
	await expectHealed(folder);
});

test('the value of another key is not taken for this one', async () => {
	const { folder } = await filled();
	const { store } = await openAt(folder);
	await store.put('units', 'other', bytes('another value'));
	const other = await cacache.get(folder, 'units/other');
	await cacache.put(folder, name, other.data);
	await expectHealed(folder);
});

test('many damaged entries are one notice', async () => {
	const folder = await temporaryFolder();
	await Promise.all(['a', 'b', 'c'].map((one) => cacache.put(folder, `units/${one}`, 'foreign')));
	const { store, notices } = await openAt(folder);
	await Promise.all(['a', 'b', 'c'].map((one) => store.get('units', one)));
	expect(notices).toEqual([`${folder} cache-damaged`]);
});

test('a foreign file in the folder is left alone', async () => {
	const { folder } = await filled();
	await writeFile(join(folder, 'notes.txt'), 'mine');
	const { store, notices } = await openAt(folder, { limit: 2000 });
	for (const one of ['a', 'b', 'c']) await store.put('units', one, Buffer.alloc(900));
	await store.close();
	expect(notices).toEqual([]);
	expect(await readFile(join(folder, 'notes.txt'), 'utf8')).toBe('mine');
});

test('content that another run has pruned is a miss and no damage', async () => {
	const { folder, content } = await filled();
	await rm(content);
	expect(await textOf(folder)).toMatchObject({ text: undefined, notices: [] });
});

test('where nothing can be written one notice is given and what is there is still read', async () => {
	const { folder } = await filled();
	await rm(join(folder, 'tmp'), { recursive: true, force: true });
	await writeFile(join(folder, 'tmp'), 'in the way');
	const { store, notices } = await openAt(folder);
	await Promise.all(['a', 'b', 'c'].map((one) => store.put('units', one, bytes(one))));
	await store.close();
	expect(notices).toEqual([`${folder} cache-unwritable`]);
	expect((await textOf(folder)).text).toBe('the value');
});

test('a file in place of the folder fails nothing', async () => {
	const folder = join(await temporaryFolder(), 'units');
	await writeFile(folder, 'in the way');
	const { store, notices } = await openAt(folder);
	expect(await store.get('units', key)).toBeUndefined();
	await store.put('units', key, bytes('a'));
	await store.close();
	expect(notices).toEqual([`${folder} cache-unwritable`]);
	expect(await readFile(folder, 'utf8')).toBe('in the way');
});

test.skipIf(process.getuid?.() === 0)('a read-only folder is read and not written', async () => {
	const { folder } = await filled();
	const folders = (await readdir(folder, { recursive: true, withFileTypes: true }))
		.filter((one) => one.isDirectory())
		.map((one) => join(one.parentPath, one.name));
	for (const one of [folder, ...folders]) await chmod(one, 0o500);
	const { text, notices, store } = await textOf(folder);
	await store.put('units', 'other', bytes('a'));
	await store.close();
	for (const one of [folder, ...folders]) await chmod(one, 0o700);
	expect(text).toBe('the value');
	expect(notices).toEqual([`${folder} cache-unwritable`]);
});

test('closing waits for what is still being written', async () => {
	const folder = await temporaryFolder();
	const { store } = await openAt(folder);
	const keys = Array.from({ length: 20 }, (_, nth) => `key-${nth}`);
	for (const one of keys) void store.put('units', one, bytes(one));
	await store.close();
	const { store: next } = await openAt(folder);
	for (const one of keys) expect(Buffer.from((await next.get('units', one)) ?? []).toString()).toBe(one);
});

/** A file of this folder as a program that Node runs. */
async function programOf(file: string): Promise<string> {
	const outfile = join(await temporaryFolder(), 'program.mjs');
	await build({
		entryPoints: [fileURLToPath(new URL(file, import.meta.url))],
		outfile,
		bundle: true,
		platform: 'node',
		format: 'esm',
		target: 'node20',
		banner: {
			js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
		},
	});
	return outfile;
}

/** Keys of a folder that can still be read, in order. */
async function keysIn(folder: string, keys: readonly string[]) {
	const { store, notices } = await openAt(folder);
	const found = await Promise.all(keys.map(async (one) => ((await store.get('units', one)) ? [one] : [])));
	expect(notices).toEqual([]);
	return found.flat();
}

async function sizeOf(folder: string) {
	const all = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = all.filter((one) => one.isFile());
	const sizes = files.map(async (one) => (await stat(join(one.parentPath, one.name))).size);
	return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

test('what was used longest ago goes first, and only as much as must', async () => {
	const folder = await temporaryFolder();
	const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
	const { store } = await openAt(folder);
	for (const one of keys) await store.put('units', one, Buffer.alloc(1000, one));
	await store.close();
	// All were written a day ago, the first first; then `a` was used.
	const dayAgo = Date.now() / 1000 - 86_400;
	for (const [nth, one] of keys.entries()) {
		const entry = await cacache.get.info(folder, `units/${one}`);
		if (!entry) throw new Error(`${one} is not there`);
		for (const file of [entry.path, indexFile(folder, `units/${one}`)]) {
			await utimes(file, dayAgo + nth, dayAgo + nth);
		}
	}
	const { store: reader } = await openAt(folder);
	await reader.get('units', 'a');
	await reader.close();

	const limit = 7500;
	const { store: writer } = await openAt(folder, { limit });
	await writer.put('units', 'g', Buffer.alloc(1000, 'g'));
	await writer.close();
	expect(await sizeOf(folder)).toBeLessThan(limit);
	expect(await keysIn(folder, [...keys, 'g'])).toEqual(['a', 'e', 'f', 'g']);
	// No index file is left of what went.
	await expect(stat(indexFile(folder, 'units/b'))).rejects.toThrow('ENOENT');
});

test('the bound holds over many runs', async () => {
	const folder = await temporaryFolder();
	const limit = 20_000;
	for (let run = 0; run < 6; run++) {
		const { store, notices } = await openAt(folder, { limit });
		for (let nth = 0; nth < 5; nth++) await store.put('units', `${run}-${nth}`, Buffer.alloc(1500, run));
		await store.close();
		expect(notices).toEqual([]);
		expect(await sizeOf(folder)).toBeLessThan(limit * 1.05);
	}
	const last = ['5-0', '5-1', '5-2', '5-3', '5-4'];
	expect(await keysIn(folder, last)).toEqual(last);
});

test.each(['', 'garbage\n', '12\nx\n'])('a tally of %j is counted anew', async (text) => {
	const { folder } = await filled();
	await writeFile(join(folder, 'size'), text);
	const { store } = await openAt(folder);
	await store.put('units', 'other', Buffer.alloc(500));
	await store.close();
	const known = Number(await readFile(join(folder, 'size'), 'utf8'));
	expect(known).toBeGreaterThan(500);
	expect(Math.abs(known - (await sizeOf(folder)))).toBeLessThan(700);
});

test('a value larger than the whole store is not kept', async () => {
	const { folder } = await filled();
	const { store, notices } = await openAt(folder, { limit: 4000 });
	await store.put('units', 'huge', Buffer.alloc(5000));
	await store.close();
	expect(await keysIn(folder, [key, 'huge'])).toEqual([key]);
	expect(notices).toEqual([]);
});

test('what a killed run left behind is cleared away, what one is writing is not', async () => {
	const { folder } = await filled();
	const drafts = join(folder, 'tmp');
	await mkdir(drafts, { recursive: true });
	await writeFile(join(drafts, 'old'), 'x');
	await utimes(join(drafts, 'old'), 1, 1);
	await writeFile(join(drafts, 'new'), 'x');
	await rm(join(folder, 'size'));
	const { store } = await openAt(folder);
	await store.put('units', 'other', bytes('a'));
	await store.close();
	expect(await readdir(drafts)).toEqual(['new']);
});

test('runs that write, read and prune one folder at once do each other no harm', async () => {
	const folder = await temporaryFolder();
	const limit = 150_000;
	const script = await programOf('hammer.ts');
	const run = promisify(execFile);
	const runs = ['one', 'two', 'three'].map((one) =>
		run(process.execPath, [script, folder, one, String(limit)], { timeout: 60_000 }),
	);
	for (const { stdout } of await Promise.all(runs)) expect(JSON.parse(stdout)).toEqual([]);
	const { store } = await openAt(folder, { limit });
	await rm(join(folder, 'size'), { force: true });
	await store.put('units', key, bytes('last'));
	await store.close();
	expect(await sizeOf(folder)).toBeLessThan(limit * 1.05);
	expect((await textOf(folder)).text).toBe('last');
}, 90_000);

test('no store holds nothing', async () => {
	await noStore.put('units', key, bytes('a'));
	expect(await noStore.get('units', key)).toBeUndefined();
	await noStore.close();
});

test('a line that another run is still writing is no damage', async () => {
	const folder = await temporaryFolder();
	await mkdir(dirname(indexFile(folder, name)), { recursive: true });
	await appendFile(indexFile(folder, name), '');
	expect(await textOf(folder)).toMatchObject({ text: undefined, notices: [] });
});
