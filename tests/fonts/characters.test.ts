import { expect, test } from 'vitest';
import { collectCharacters, placeOf, type UnitCharacters } from '../../scripts/fonts/characters.ts';
import type { Edition, Unit } from '../../scripts/model/index.ts';
import { edition, element, inline, note, text, tocEntry, tree, unit } from '../support/edition.ts';

/** Every character with the place of its first mention. */
function placesIn(edition: Edition, known?: WeakMap<Unit, UnitCharacters>) {
	const found = [...collectCharacters(edition, known)].map(([point, mention]) => {
		const character = String.fromCodePoint(point);
		return [character, placeOf(character, mention)] as const;
	});
	return new Map(found);
}

const paragraph = (value: string, line?: number, column?: number) => ({
	type: 'root' as const,
	children: [element('p', [text(value, line, column)])],
});

test('finds every visible character of text, notes, titles, running heads and contents', () => {
	const found = placesIn(
		edition({
			units: [
				unit('a', {
					title: inline('题'),
					body: tree('<h1>甲</h1><p>乙 <em>丙</em></p><svg><text>图</text></svg>'),
					notes: [note(1, text('注'))],
					runningHeads: { verso: inline('左'), recto: inline('右') },
				}),
			],
			toc: [{ ...tocEntry('x', '目', [tocEntry('y', '录')]), byline: inline('名') }],
		}),
	);
	for (const character of '题甲乙丙图注左右目录名') expect([...found.keys()]).toContain(character);
	expect([...found.keys()]).not.toContain(' ');
});

test('what stands over the lists of figures and tables is there where the book has some', () => {
	const labels = { 'list-of-figures': '插', 'list-of-tables': '表', 'accessibility-summary': '述' };
	const shown = (html: string) => {
		const found = placesIn(edition({ labels, units: [unit('a', { body: tree(html) })] }));
		return [...'插表述'].filter((character) => found.has(character)).join('');
	};
	expect(shown('<p>a</p><table><tr><td>b</td></tr></table>')).toBe('');
	expect(shown('<figure><img></figure>')).toBe('插');
	expect(shown('<figure></figure><table><caption>a</caption></table>')).toBe('插表');
});

test('folios, hyphens and list marks are always there', () => {
	const found = placesIn(edition({}));
	for (const character of '0123456789ivxlcdm\u2010•◦▪') expect(found.get(character)).toBe('styles');
});

test('what shows nothing needs no glyph', () => {
	const body = paragraph('\u00ad\u200b\u2060\ufeff\u200d\ufe0f\u3000\u00a0\t\n字');
	const invisible = [...placesIn(edition({ units: [unit('a', { title: inline(''), body })] })).keys()];
	expect(invisible.filter((character) => !/[0-9a-z.,()\u2010•◦▪-]/u.test(character))).toEqual(['字']);
});

test('a character beyond the first plane is one character', () => {
	const body = paragraph('a𠮷b', 3);
	const found = placesIn(edition({ units: [unit('a', { body, file: 'a.md' })] }));
	expect(found.get('𠮷')).toEqual({ file: 'a.md', line: 3, column: 2 });
});

test('each is placed where it stands first', () => {
	const units = [
		unit('a', { body: paragraph('甲乙', 4, 7), file: 'a.zh.md' }),
		unit('b', { body: paragraph('乙丁', 9), file: 'b.zh.md' }),
	];
	const found = placesIn(edition({ units }));
	expect(found.get('甲')).toEqual({ file: 'a.zh.md', line: 4, column: 7 });
	expect(found.get('乙')).toEqual({ file: 'a.zh.md', line: 4, column: 8 });
	expect(found.get('丁')).toEqual({ file: 'b.zh.md', line: 9, column: 2 });
});

test('lines and soft hyphens of the text are counted as the source has them', () => {
	const body = paragraph('gov\u00adern\nance ☃', 5, 3);
	const found = placesIn(edition({ units: [unit('a', { title: inline(''), body, file: 'a.en.md' })] }));
	expect(found.get('o')).toEqual({ file: 'a.en.md', line: 5, column: 4 });
	expect(found.get('☃')).toEqual({ file: 'a.en.md', line: 6, column: 6 });
});

test('text without a place is placed in its file, or in its template', () => {
	const body = paragraph('甲');
	expect(placesIn(edition({ units: [unit('a', { body, file: 'a.md' })] })).get('甲')).toBe('a.md');
	expect(placesIn(edition({ units: [unit('zh-cover', { body })] })).get('甲')).toBe('templates/piece.liquid');
});

test('a text from another file is placed there, not in the file of the unit', () => {
	const name = { ...text('甲', 12, 9), data: { file: 'contributors.yaml' } };
	const body = { type: 'root' as const, children: [element('p', [name])] };
	const found = placesIn(edition({ units: [unit('a', { body, file: 'a.md' })] }));
	expect(found.get('甲')).toEqual({ file: 'contributors.yaml', line: 12, column: 9 });
});

test('a unit that was seen before is not walked again, and its characters are placed alike', () => {
	const seen = unit('a', { body: paragraph('甲乙', 4, 7), file: 'a.zh.md' });
	const known = new WeakMap<Unit, UnitCharacters>();
	const cold = placesIn(edition({ units: [seen] }), known);
	(seen.body.children as unknown[]).length = 0;
	expect(placesIn(edition({ units: [seen] }), known)).toEqual(cold);
	const before = unit('b', { body: paragraph('乙', 2), file: 'b.zh.md' });
	const warm = placesIn(edition({ units: [before, seen] }), known);
	expect(warm.get('乙')).toEqual({ file: 'b.zh.md', line: 2, column: 1 });
	expect(warm.get('甲')).toEqual(cold.get('甲'));
});

test('a character that an earlier unit has is still found in a later one, once the earlier is gone', () => {
	const known = new WeakMap<Unit, UnitCharacters>();
	const [a, b] = [unit('a', { body: paragraph('甲') }), unit('b', { body: paragraph('甲丁') })];
	placesIn(edition({ units: [a, b] }), known);
	expect([...placesIn(edition({ units: [b] }), known).keys()]).toEqual(expect.arrayContaining(['甲', '丁']));
});
