import { expect, test } from 'vitest';
import type { Book } from '../../scripts/model/index.ts';
import { markChanges } from '../../scripts/redline/index.ts';
import { book, both, entry, inline, part, person, piece, tree } from '../support/edition.ts';
import { short } from './support.ts';

const long = '<p>A text with so many words of its own that nobody takes it for another one.</p>';

function sample(): Book {
	return book({
		contents: [part('第一章 风险', 'Chapter 1: Risks', 'a'), entry('b')],
		pieces: [
			piece('a', 'zh', { body: tree('<p>风险在于速度。</p>') }),
			piece('a', 'en', { body: tree('<p>The risk is speed.</p>') }),
			piece('b', 'en', { body: tree(long) }),
		],
		people: [person('lin', '林', 'Lin', { bio: both('林是教授。', 'Lin is a professor.') })],
		subtitle: both('摘要', 'A digest'),
		disclaimer: { en: [inline('First of all.', 'en'), inline('Second thing here.', 'en')] },
	});
}

test('nothing changed: every piece, person and title is the very same object', () => {
	const now = sample();
	const { book: marked, changed, removed } = markChanges(now, sample());
	expect([changed.size, removed]).toEqual([0, []]);
	expect(marked.pieces.get('a')?.en).toBe(now.pieces.get('a')?.en);
	expect(marked.title.en).toBe(now.title.en);
	expect(marked.contributors.get('lin')?.bio?.zh).toBe(now.contributors.get('lin')?.bio?.zh);
});

test('a change in one language leaves the other alone', () => {
	const before = sample();
	const zh = piece('a', 'zh', { body: tree('<p>风险在于规模。</p>') });
	const now = { ...before, pieces: new Map([...before.pieces, ['a', { ...before.pieces.get('a'), zh }]]) };
	const { book: marked, changed } = markChanges(now, before);
	expect([...changed]).toEqual(['zh']);
	expect(marked.pieces.get('a')?.en).toBe(now.pieces.get('a')?.en);
});

test('titles, names and lives show what changed, and are read as they are now', () => {
	const before = sample();
	const now: Book = {
		...before,
		title: both('报告', 'The New Report'),
		contents: [part('第一章 风险', 'Chapter 1: Risks and Ways', 'a'), entry('b')],
		contributors: new Map([
			['lin', person('lin', '林', 'Lin', { bio: both('林是教授。', 'Lin is a judge.') })],
		]),
	};
	const { book: marked, changed } = markChanges(now, before);
	const { title, contents, contributors } = marked;
	expect([...changed]).toEqual(['en']);
	expect(short(title.en?.children ?? [])).toBe('[+The New +]Report');
	expect([title.en?.text, title.en?.html]).toEqual(['The New Report', 'The New Report']);
	const [first] = contents;
	expect(first?.kind === 'part' && short(first.title.en?.children ?? [])).toBe(
		'Chapter 1: Risks[+ and Ways+]',
	);
	expect(short(contributors.get('lin')?.bio?.en?.children ?? [])).toBe('Lin is a [-professor-][+judge+].');
});

test('the title of a piece', () => {
	const [before, now] = ['The Risk', 'The Great Risk'].map((title) =>
		book({ contents: [entry('a')], pieces: [piece('a', 'en', { title: inline(title, 'en') })] }),
	);
	if (!before || !now) throw new Error();
	const title = markChanges(now, before).book.pieces.get('a')?.en?.title;
	expect(short(title?.children ?? [])).toBe('The [+Great +]Risk');
	expect(title?.text).toBe('The Great Risk');
});

test('paragraphs of the disclaimer that came and are gone', () => {
	const before = sample();
	const now = {
		...before,
		disclaimer: { en: [inline('Second thing here.', 'en'), inline('A third.', 'en')] },
	};
	const lines = markChanges(now, before).book.disclaimer?.en ?? [];
	expect(lines.map(({ children }) => short(children))).toEqual([
		'[-First of all.-]',
		'Second thing here.',
		'[+A third.+]',
	]);
	expect(lines[0]?.text).toBe('');
});

test('a piece under another name is known by what it says; one that is gone is told', () => {
	const before = sample();
	const moved = piece('c', 'en', { body: tree(long.replace('nobody', 'no one')) });
	const now = { ...before, pieces: new Map([['c', { en: moved }]]) };
	const { book: marked, removed } = markChanges(now, before);
	expect(short(marked.pieces.get('c')?.en?.body ?? tree(''))).toContain('[-nobody-][+no one+]');
	expect(removed.map(({ path, lang }) => `${path} ${lang}`)).toEqual(['a en']);
});

test('an image of the old book has a place in the new one', () => {
	const asset = (path: string) => ({
		path,
		mediaType: 'image/png' as const,
		width: 1,
		height: 1,
		stamp: '',
		read: async () => new Uint8Array(),
	});
	const images = new Map([['a.png', asset('before/a.png')]]);
	expect(markChanges(sample(), sample(), { images }).book.images.get('before/a.png')?.path).toBe(
		'before/a.png',
	);
});
