import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openBook } from './support/edited-book.ts';

// What an edit makes anew, counted from the report of the real command, and that the outcome is that of a cold build.

const values = 'chapters/risks/values.en.md';

test('nothing changed: nothing is laid out and nothing printed', async () => {
	const book = await openBook();
	const first = await book.build();
	expect(first).toMatchObject({ units: 15, notices: [] });
	expect(first.parts).toBeGreaterThan(3);
	expect(await book.build()).toMatchObject({ units: 0, parts: 0 });
	expect(await book.equalsCold()).toBe(true);
});

test('a word: its piece is laid out and its part printed, nothing else', async () => {
	const book = await openBook();
	await book.build();
	await book.edit(values, 'Each time a recommender', 'Every time a recommender');
	expect(await book.build()).toMatchObject({ units: 1, parts: 1 });
	expect(await book.equalsCold()).toBe(true);
});

test('a character that no face was cut for: one piece all the same', async () => {
	const book = await openBook();
	await book.build();
	await book.edit(values, 'Each time', 'Żach time §');
	const { units, parts } = await book.build();
	expect({ units, parts }).toEqual({ units: 1, parts: 1 });
	expect(await book.equalsCold()).toBe(true);
});

test('Han characters in a book that had none like them: one piece all the same', async () => {
	const book = await openBook();
	await book.build();
	await book.edit(values, 'Each time', '每当饕餮 each time');
	const { units, parts } = await book.build();
	expect({ units, parts }).toEqual({ units: 1, parts: 1 });
	expect(await book.equalsCold()).toBe(true);
});

test('a bio: the pieces that print it', async () => {
	const book = await openBook();
	await book.build();
	await book.edit('contributors.yaml', 'Engineer who helped', 'An engineer who helped');
	const { units } = await book.build();
	// Chen Mo signs two; the directory prints no bios.
	expect(units).toBe(2);
	expect(await book.equalsCold()).toBe(true);
});

test('an affiliation: the directory', async () => {
	const book = await openBook();
	await book.build();
	await book.edit('contributors.yaml', 'en: Jiangcheng University }', 'en: University of Jiangcheng }');
	expect(await book.build()).toMatchObject({ units: 1, parts: 1 });
	expect(await book.equalsCold()).toBe(true);
});

test('pages added early: no other piece is laid out, and only what shows page numbers printed', async () => {
	const book = await openBook();
	const before = await book.build();
	const more = `\n${'A sentence that fills the page a little more. '.repeat(160)}\n`;
	await book.edit(values, '## Where values come from', `${more}\n## Where values come from`);
	const after = await book.build();
	expect(after.pages).toBeGreaterThan(before.pages);
	expect(after.units).toBe(1);
	// The part of the piece, the contents, the directory; running heads and grounds where one lies on another side.
	expect(after.parts).toBeLessThanOrEqual(5);
	expect(await book.equalsCold()).toBe(true);
});

test('a damaged cache: what is damaged is made anew, with one notice', async () => {
	const book = await openBook();
	const first = await book.build();
	const files = await readdir(book.cache, { recursive: true, withFileTypes: true });
	const contents = files.filter((file) => file.isFile() && file.parentPath.includes('content'));
	expect(contents.length).toBeGreaterThan(15);
	for (const file of contents) await writeFile(join(file.parentPath, file.name), 'not what was kept');
	const again = await book.build();
	expect(again).toMatchObject({ units: 15, parts: first.parts, notices: ['cache-damaged'] });
	expect(await book.equalsCold()).toBe(true);
	expect(await book.build()).toMatchObject({ units: 0, parts: 0, notices: [] });
});

test('two builds on one cache at once do no harm', async () => {
	const book = await openBook();
	const both = await Promise.all([book.build(), book.build()]);
	for (const { notices } of both) expect(notices).toEqual([]);
	expect(await book.equalsCold()).toBe(true);
	expect(await book.build()).toMatchObject({ units: 0, parts: 0, notices: [] });
});
