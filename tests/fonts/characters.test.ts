import { expect, test } from 'vitest';
import { collectCharacters } from '../../scripts/fonts/characters.ts';
import { edition, element, inline, note, text, tocEntry, tree, unit } from '../support/edition.ts';

const paragraph = (value: string, line?: number, column?: number) => ({
	type: 'root' as const,
	children: [element('p', [text(value, line, column)])],
});

test('finds every visible character of text, notes, titles, running heads and contents', () => {
	const found = collectCharacters(
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

test('folios, hyphens and list marks are always there', () => {
	const found = collectCharacters(edition({}));
	for (const character of '0123456789ivxlcdm\u2010•◦▪') expect(found.get(character)).toBe('styles');
});

test('what shows nothing needs no glyph', () => {
	const body = paragraph('\u00ad\u200b\u2060\ufeff\u200d\ufe0f\u3000\u00a0\t\n字');
	const invisible = [
		...collectCharacters(edition({ units: [unit('a', { title: inline(''), body })] })).keys(),
	];
	expect(invisible.filter((character) => !/[0-9a-z.,()\u2010•◦▪-]/u.test(character))).toEqual(['字']);
});

test('a character beyond the first plane is one character', () => {
	const body = paragraph('a𠮷b', 3);
	const found = collectCharacters(edition({ units: [unit('a', { body, file: 'a.md' })] }));
	expect(found.get('𠮷')).toEqual({ file: 'a.md', line: 3, column: 2 });
});

test('each is placed where it stands first', () => {
	const units = [
		unit('a', { body: paragraph('甲乙', 4, 7), file: 'a.zh.md' }),
		unit('b', { body: paragraph('乙丁', 9), file: 'b.zh.md' }),
	];
	const found = collectCharacters(edition({ units }));
	expect(found.get('甲')).toEqual({ file: 'a.zh.md', line: 4, column: 7 });
	expect(found.get('乙')).toEqual({ file: 'a.zh.md', line: 4, column: 8 });
	expect(found.get('丁')).toEqual({ file: 'b.zh.md', line: 9, column: 2 });
});

test('lines and soft hyphens of the text are counted as the source has them', () => {
	const body = paragraph('gov\u00adern\nance ☃', 5, 3);
	const found = collectCharacters(
		edition({ units: [unit('a', { title: inline(''), body, file: 'a.en.md' })] }),
	);
	expect(found.get('o')).toEqual({ file: 'a.en.md', line: 5, column: 4 });
	expect(found.get('☃')).toEqual({ file: 'a.en.md', line: 6, column: 6 });
});

test('text without a place is placed in its file, or in its template', () => {
	const body = paragraph('甲');
	expect(collectCharacters(edition({ units: [unit('a', { body, file: 'a.md' })] })).get('甲')).toBe('a.md');
	expect(collectCharacters(edition({ units: [unit('zh-cover', { body })] })).get('甲')).toBe(
		'templates/piece.liquid',
	);
});

test('a text from another file is placed there, not in the file of the unit', () => {
	const name = { ...text('甲', 12, 9), data: { file: 'contributors.yaml' } };
	const body = { type: 'root' as const, children: [element('p', [name])] };
	const found = collectCharacters(edition({ units: [unit('a', { body, file: 'a.md' })] }));
	expect(found.get('甲')).toEqual({ file: 'contributors.yaml', line: 12, column: 9 });
});
