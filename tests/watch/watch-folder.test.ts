import { readFileSync } from 'node:fs';
import { appendFile, mkdir, rename, rm, symlink, truncate, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type WatchOptions, watchFolder } from '../../scripts/watch/index.ts';
import { lookAt } from '../../scripts/watch/look.ts';
import { temporaryFolder } from '../support/folder.ts';

interface Seen {
	/** Content by path, at each call. */
	readonly states: Readonly<Record<string, string>>[];
	/** The folders of each call. */
	readonly folders: (readonly string[])[];
}

/** Watches a folder and reads it whole at each call, as a build would. */
async function watchAndRead(folder: string, options: WatchOptions = {}): Promise<Seen> {
	const seen: Seen = { states: [], folders: [] };
	const watching = watchFolder(
		folder,
		(folders) => {
			seen.folders.push([...folders]);
			seen.states.push(readAll(folder));
		},
		// No look without a reason: what is found is what the file system told.
		{ every: 3_600_000, ...options },
	);
	onTestFinished(watching.close);
	await watching.ready;
	return seen;
}

function readAll(folder: string): Readonly<Record<string, string>> {
	const { files } = lookAt(folder, () => false);
	return Object.fromEntries(
		[...files.keys()].map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
	);
}

async function bookFolder(files: Readonly<Record<string, string>> = { 'book.yaml': 'one' }): Promise<string> {
	const folder = join(await temporaryFolder(), 'book');
	await mkdir(folder);
	await put(folder, files);
	return folder;
}

async function put(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
	for (const [name, text] of Object.entries(files)) {
		await mkdir(dirname(join(folder, name)), { recursive: true });
		await writeFile(join(folder, name), text);
	}
}

const last = ({ states }: Seen) => states.at(-1);
/** The machine may be busy elsewhere. */
const patient = { timeout: 30_000 };
const within = { timeout: 8000, interval: 5 };
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

test('a save is told once, and nothing before it', patient, async () => {
	const folder = await bookFolder({ 'book.yaml': 'one', 'a/b.md': 'x' });
	const seen = await watchAndRead(folder);
	await pause(50);
	expect(seen.states).toEqual([]);
	await writeFile(join(folder, 'a/b.md'), 'two');
	await expect.poll(() => last(seen), within).toEqual({ 'book.yaml': 'one', 'a/b.md': 'two' });
	await pause(100);
	expect(seen.states).toHaveLength(1);
	expect(seen.folders).toEqual([[folder]]);
});

test('two saves that follow each other closely: the second is seen', patient, async () => {
	const folder = await bookFolder();
	const seen = await watchAndRead(folder);
	for (let i = 0; i < 10; i++) {
		const text = `save ${i}, first`;
		await writeFile(join(folder, 'book.yaml'), text);
		await expect.poll(() => last(seen), within).toEqual({ 'book.yaml': text });
		// Sooner than most watchers tell a file's next change; of the same length, too.
		await writeFile(join(folder, 'book.yaml'), `save ${i}, other`);
		await expect.poll(() => last(seen), within).toEqual({ 'book.yaml': `save ${i}, other` });
	}
});

test('no editor is seen half way', patient, async () => {
	const folder = await bookFolder({ 'book.yaml': 'whole' });
	const file = join(folder, 'book.yaml');
	// A machine that is busy elsewhere makes the pauses longer.
	const seen = await watchAndRead(folder, { longest: 4000 });
	// Empties, then writes.
	await truncate(file);
	await pause(60);
	await appendFile(file, 'whole 2');
	await expect.poll(() => last(seen), within).toEqual({ 'book.yaml': 'whole 2' });
	// Writes elsewhere, then renames.
	await writeFile(join(folder, '.book.yaml.new'), 'whole 3');
	await rename(join(folder, '.book.yaml.new'), file);
	await expect.poll(() => last(seen), within).toEqual({ 'book.yaml': 'whole 3' });
	// Moves the old one out of the way, writes, and removes it.
	await rename(file, `${file}~`);
	await pause(40);
	await writeFile(file, 'whole 4');
	await unlink(`${file}~`);
	await expect.poll(() => last(seen), within).toEqual({ 'book.yaml': 'whole 4' });
	for (const state of seen.states) expect(state['book.yaml']).toMatch(/^whole \d$/);
});

test('a file that is written in pieces is seen when no more come', patient, async () => {
	const folder = await bookFolder();
	const seen = await watchAndRead(folder, { quiet: 500, longest: 5000 });
	await writeFile(join(folder, 'book.yaml'), 'whole');
	await appendFile(join(folder, 'book.yaml'), ' 2');
	await expect.poll(() => last(seen), within).toEqual({ 'book.yaml': 'whole 2' });
	expect(seen.states).toHaveLength(1);
});

test('what a person empties is seen empty', patient, async () => {
	const folder = await bookFolder();
	const seen = await watchAndRead(folder);
	await truncate(join(folder, 'book.yaml'));
	await expect.poll(() => last(seen), within).toEqual({ 'book.yaml': '' });
});

test('a burst of 200 saves is told in few calls and ends with the last', patient, async () => {
	const folder = await bookFolder();
	const seen = await watchAndRead(folder);
	for (let i = 1; i <= 200; i++) await writeFile(join(folder, 'book.yaml'), `save ${i}`);
	await expect.poll(() => last(seen), within).toEqual({ 'book.yaml': 'save 200' });
	expect(seen.states.length).toBeLessThan(50);
});

test('a burst without end is told while it lasts', patient, async () => {
	const folder = await bookFolder();
	const seen = await watchAndRead(folder, { quiet: 50, longest: 100 });
	for (let i = 0; i < 60 && seen.states.length < 2; i++) {
		await writeFile(join(folder, 'book.yaml'), `save ${i}`);
		await pause(10);
	}
	expect(seen.states.length).toBeGreaterThanOrEqual(2);
});

test('new folders, deep and filled at once, are seen and go on being seen', patient, async () => {
	const folder = await bookFolder({});
	// What is written before a new folder is watched is found by looking.
	const seen = await watchAndRead(folder, { every: 400 });
	await put(folder, { 'a/b/c/d.md': 'one' });
	await expect.poll(() => last(seen), within).toEqual({ 'a/b/c/d.md': 'one' });
	await pause(100);
	await put(folder, { 'a/b/c/d.md': 'two' });
	await expect.poll(() => last(seen), within).toEqual({ 'a/b/c/d.md': 'two' });
});

test('a folder that changes its name, and back, goes on being seen', patient, async () => {
	const folder = await bookFolder({ 'a/b.md': 'one' });
	const seen = await watchAndRead(folder, { every: 400 });
	await rename(join(folder, 'a'), join(folder, 'z'));
	await expect.poll(() => last(seen), within).toEqual({ 'z/b.md': 'one' });
	await rename(join(folder, 'z'), join(folder, 'a'));
	await expect.poll(() => last(seen), within).toEqual({ 'a/b.md': 'one' });
	await pause(100);
	await writeFile(join(folder, 'a/b.md'), 'two');
	await expect.poll(() => last(seen), within).toEqual({ 'a/b.md': 'two' });
});

test('a folder that another takes the place of goes on being seen', patient, async () => {
	const folder = await bookFolder({ 'a/b.md': 'one' });
	const seen = await watchAndRead(folder, { every: 400 });
	for (let i = 0; i < 5; i++) {
		await put(folder, { 'y/b.md': `other ${i}` });
		await rm(join(folder, 'a'), { recursive: true });
		await rename(join(folder, 'y'), join(folder, 'a'));
		await expect.poll(() => last(seen), within).toEqual({ 'a/b.md': `other ${i}` });
		await pause(150);
		await writeFile(join(folder, 'a/b.md'), `again ${i}`);
		await expect.poll(() => last(seen), within).toEqual({ 'a/b.md': `again ${i}` });
	}
});

test('deleted files and folders are seen to be gone', patient, async () => {
	const folder = await bookFolder({ 'book.yaml': 'one', 'a/b.md': 'x', 'a/c.md': 'y' });
	const seen = await watchAndRead(folder);
	await unlink(join(folder, 'a/b.md'));
	await expect.poll(() => last(seen), within).toEqual({ 'book.yaml': 'one', 'a/c.md': 'y' });
	await rm(join(folder, 'a'), { recursive: true });
	await expect.poll(() => last(seen), within).toEqual({ 'book.yaml': 'one' });
});

test('the folder itself may go and come back, or not be there yet', patient, async () => {
	const folder = await bookFolder();
	const seen = await watchAndRead(folder, { every: 200 });
	for (let i = 0; i < 3; i++) {
		await rm(folder, { recursive: true });
		await expect.poll(() => last(seen), within).toEqual({});
		await put(folder, { 'book.yaml': `back ${i}` });
		await expect.poll(() => last(seen), within).toEqual({ 'book.yaml': `back ${i}` });
	}
	await rename(folder, `${folder}-away`);
	await expect.poll(() => last(seen), within).toEqual({});
	await rename(`${folder}-away`, folder);
	await expect.poll(() => last(seen), within).toEqual({ 'book.yaml': 'back 2' });

	const later = join(await temporaryFolder(), 'deep/later');
	const waiting = await watchAndRead(later, { every: 200 });
	await put(later, { 'book.yaml': 'here' });
	await expect.poll(() => last(waiting), within).toEqual({ 'book.yaml': 'here' });
});

test('what the file system does not tell of is found by looking', patient, async () => {
	const folder = await bookFolder({});
	const elsewhere = join(folder, '.hidden.md');
	await writeFile(elsewhere, 'one');
	await symlink(elsewhere, join(folder, 'a.md'));
	const seen = await watchAndRead(folder, { every: 100 });
	await writeFile(elsewhere, 'changed');
	await expect.poll(() => last(seen), within).toEqual({ 'a.md': 'changed' });
});

test('passing, hidden and ignored files are not told', patient, async () => {
	const folder = await bookFolder();
	const output = join(folder, 'out.pdf');
	const seen = await watchAndRead(folder, { ignore: (path) => path === output, every: 50 });
	for (const name of [
		'.book.yaml.swp',
		'book.yaml~',
		'#book.yaml#',
		'4913',
		'.git/HEAD',
		'node_modules/x.md',
	])
		await put(folder, { [name]: 'x' });
	await writeFile(output, 'x');
	await pause(300);
	expect(seen.states).toEqual([]);
});

test('further folders are watched, and told apart', patient, async () => {
	const [folder, house] = [await bookFolder(), await bookFolder({ 'a.liquid': 'one' })];
	const seen = await watchAndRead(folder, { also: [house] });
	await writeFile(join(house, 'a.liquid'), 'two');
	await expect.poll(() => seen.folders, within).toEqual([[house]]);
	await writeFile(join(folder, 'book.yaml'), 'two');
	await expect.poll(() => seen.folders, within).toEqual([[house], [folder]]);
});

test('nothing is told after close', patient, async () => {
	const folder = await bookFolder();
	const seen: unknown[] = [];
	const watching = watchFolder(folder, (folders) => seen.push(folders), { every: 20 });
	await watching.ready;
	await writeFile(join(folder, 'book.yaml'), 'two');
	await watching.close();
	await writeFile(join(folder, 'book.yaml'), 'three');
	await pause(100);
	expect(seen).toEqual([]);
	// Closed before it was ready, too.
	const early = watchFolder(folder, (folders) => seen.push(folders), { every: 20 });
	await early.close();
	await writeFile(join(folder, 'book.yaml'), 'four');
	await pause(100);
	expect(seen).toEqual([]);
});
