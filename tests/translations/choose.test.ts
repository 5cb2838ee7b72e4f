import { expect, test } from 'vitest';
import { choose, compareWithLock } from '../../scripts/translations/index.ts';
import { pieceOf } from '../support/passages.ts';

const pieces = compareWithLock(
	[
		pieceOf('题 = Title\n甲 = A', 'part/a'),
		pieceOf('题 = Titre\n甲 = Un', 'part/a', 'fr'),
		pieceOf('篇 = Piece\n乙 = B', 'part/b'),
		pieceOf('尾 = End', 'partner'),
	],
	new Map(),
);

function chosen(path: string, line?: number): readonly string[] | undefined {
	const is = choose({ path, ...(line === undefined ? {} : { line }) }, pieces);
	return (
		is &&
		pieces.flatMap((piece) =>
			piece.passages.flatMap((passage) => (is(passage, piece) ? [passage.target?.words ?? ''] : [])),
		)
	);
}

test.each([
	['part/a', undefined, ['Title', 'A', 'Titre', 'Un']],
	['part', undefined, ['Title', 'A', 'Titre', 'Un', 'Piece', 'B']],
	['part/a.en.md', undefined, ['Title', 'A']],
	['part/a.zh.md', undefined, ['Title', 'A', 'Titre', 'Un']],
	['part/a.fr.md', 4, ['Un']],
	['part/a.zh.md', 4, ['A', 'Un']],
	['part/a.zh.md', 2, ['Title', 'Titre']],
	['part/a.zh.md', 3, undefined],
	['part/a', 2, undefined],
	['par', undefined, undefined],
	['part/c', undefined, undefined],
])('%s, line %s', (path, line, passages) => {
	expect(chosen(path, line)).toEqual(passages);
});

test('a line in the midst of a paragraph means the paragraph, in the midst of an item the item', () => {
	const place = (line: number) => ({ file: 'x.en.md', line, column: 1 });
	const side = (words: string, from: number, end: number) => ({
		words,
		mark: words,
		place: place(from),
		end,
	});
	const source = { words: '甲', mark: 'a', place: { file: 'x.zh.md', line: 1, column: 1 }, end: 1 };
	const [long] = compareWithLock(
		[
			{
				...pieceOf('题 = T'),
				passages: [
					{ source, target: side('outer', 3, 9) },
					{ source, target: side('inner', 5, 7) },
				],
			},
		],
		new Map(),
	);
	const at = (line: number) => {
		const is = long && choose({ path: 'x.en.md', line }, [long]);
		return long?.passages.flatMap((passage) => (is?.(passage, long) ? [passage.target?.words] : []));
	};
	expect([at(4), at(5), at(7), at(8)]).toEqual([['outer'], ['inner'], ['inner'], ['outer']]);
});
