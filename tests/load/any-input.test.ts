import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { iccProfile } from '../support/icc.ts';
import { loadFolder, makeFolder, smallBook } from './helpers.ts';

const read = (file: string) => readFileSync(new URL(`../fixtures/book/${file}`, import.meta.url), 'utf8');
const scraps = [
	'',
	' ',
	'\n',
	'\t',
	': ',
	'- ',
	'*',
	'&a ',
	'{',
	'}',
	'[',
	']',
	'"',
	"'",
	'---\n',
	'|',
	'>',
	'!',
	'?',
	'#',
	'~',
];
const edits = fc.array(
	fc.record({
		at: fc.double({ min: 0, max: 1, noNaN: true }),
		remove: fc.nat(12),
		insert: fc.oneof(
			fc.constantFrom(...scraps),
			fc.string({ maxLength: 4 }),
			fc.constantFrom('\0', '\uD800', '__proto__'),
		),
	}),
	{ minLength: 1, maxLength: 4 },
);

function spoil(text: string, changes: readonly { at: number; remove: number; insert: string }[]): string {
	return changes.reduce((now, { at, remove, insert }) => {
		const start = Math.floor(at * now.length);
		return now.slice(0, start) + insert + now.slice(start + remove);
	}, text);
}

test('a manuscript spoilt at random is read without failing, and what is said of it is plain', async () => {
	const book = read('book.yaml').replace(
		/^contents:[\s\S]*/m,
		'contents:\n  - a\n  - part: { zh: 部, en: Part }\n    pieces: [b]\n',
	);
	const press =
		'page: { trim: 6×9 in, margins: { inner: 22 mm }, gutter: 3 mm }\nprint: { bleed: 3 mm, paper: { grammage: 80, bulk: 1.3 }, profile: p.icc }\ncolors: { accent: { screen: "#1f3a5f", inks: [100, 70, 0, 40] } }\n';
	const front = '---\ntitle: 甲\nshort-title: 甲\nauthors: [lin-yue, rosa-keller]\n---\n\n正文。\n';
	await fc.assert(
		fc.asyncProperty(edits, edits, edits, async (one, two, three) => {
			const dir = await makeFolder({
				...smallBook,
				'book.yaml': spoil(book + press, one),
				'contributors.yaml': spoil(read('contributors.yaml'), two),
				'a.zh.md': spoil(front, three),
				'b.en.md': front,
				'p.icc': iccProfile(),
			});
			const { found, manuscript } = await loadFolder(dir);
			for (const { line, column, message } of found) {
				expect(message).not.toMatch(/invalid|expected|received|undefined|\[object/i);
				expect(line === 0 ? column === 0 : line > 0 && column > 0).toBe(true);
			}
			for (const source of manuscript?.sources.values() ?? []) {
				for (const { authors } of Object.values(source)) {
					expect(authors.filter((id) => !manuscript?.contributors.has(id))).toEqual([]);
				}
			}
			await rm(dir, { recursive: true });
		}),
		{ numRuns: 150 },
	);
});
