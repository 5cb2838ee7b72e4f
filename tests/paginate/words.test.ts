import { expect, test } from 'vitest';
import type { Unit } from '../../scripts/model/index.ts';
import { findLostWords } from '../../scripts/paginate/words.ts';
import { element, note, text, tree, unit } from '../support/edition.ts';
import { laidPage } from './support.ts';

const prose = unit('a', { body: tree('<h1>Title</h1><p>One two three</p><p>four five six</p>') });
const noted = unit('n', {
	body: tree('<p>Body<a>1</a></p>'),
	notes: [note(1, text('First')), note(2, text('Second'))],
});

function lost(from: Unit, ...pages: readonly string[]): string | undefined {
	return findLostWords(
		from,
		pages.map((page) => laidPage(page)),
		'footnotes',
	)?.words;
}

test('nothing is lost where all words are there, however the pages break', () => {
	expect(lost(prose, 'TitleOne two threefour five six')).toBeUndefined();
	expect(lost(prose, 'Title\n One two', ' three four ', '', 'five\u00a0six')).toBeUndefined();
});

test('hyphens of the page and soft hyphens of the text do not count', () => {
	const hyphened = unit('h', { body: tree('<p>go\u00advern\u00adance of AI</p>') });
	expect(lost(hyphened, 'gov\u00adern\u2010', 'ance of AI')).toBeUndefined();
});

test('a joiner that ties a note call to its word does not count', () => {
	expect(lost(unit('j', { body: tree('<p>word1</p>') }), 'word\u20601')).toBeUndefined();
});

test('a hyphen of the author counts', () => {
	expect(lost(unit('h', { body: tree('<p>long-term</p>') }), 'longterm')).toBe('-term');
});

test('lost words are named, at the start, in the middle and at the end', () => {
	expect(lost(prose, 'One two three four five six')).toMatch(/^Title/);
	expect(lost(prose, 'Title One three four five six')).toMatch(/^wothreefour/);
	expect(lost(prose, 'Title One two three four five')).toBe('six');
	expect(lost(prose)).toMatch(/^TitleOne/);
});

test('one lost character is enough', () => {
	expect(lost(unit('z', { body: tree('<p>人工智能治理</p>') }), '人工智治理')).toBe('能治理');
});

test('doubled words are found, also at the very end', () => {
	expect(lost(prose, 'Title One two two three four five six')).toBeDefined();
	expect(lost(prose, 'Title One two three four five six five six')).toBe('fivesix');
});

test('moved words are found', () => {
	expect(lost(prose, 'Title four five six One two three')).toMatch(/^Onetwo/);
});

test('the text node that holds the first lost word is handed back', () => {
	const first = text('One two', 3);
	const second = text('three', 5);
	const placed = unit('p', {
		body: { type: 'root', children: [element('p', [first]), element('p', [second])] },
	});
	expect(findLostWords(placed, [laidPage('One')], 'footnotes')?.node).toBe(first);
	expect(findLostWords(placed, [laidPage('One two')], 'footnotes')?.node).toBe(second);
	expect(findLostWords(placed, [laidPage('One two threeX')], 'footnotes')).toEqual({
		words: 'X',
		doubled: true,
		node: second,
	});
});

test('at most 24 characters are shown', () => {
	const long = unit('l', { body: tree(`<p>${'字'.repeat(100)}</p>`) });
	expect(lost(long, '')).toBe('字'.repeat(24));
});

test('body and notes are flows of their own', () => {
	const pages = [laidPage('Body', { noteText: '1Fir' }), laidPage('1', { noteText: 'st2Second' })];
	expect(findLostWords(noted, pages, 'footnotes')).toBeUndefined();
	const short = [laidPage('Body1', { noteText: '1First' })];
	expect(findLostWords(noted, short, 'footnotes')?.words).toBe('2Second');
	const swapped = [laidPage('Body1', { noteText: '2Second1First' })];
	expect(findLostWords(noted, swapped, 'footnotes')?.words).toBe('1First2Second');
});

test('a note that slipped into the text is not taken for one at the foot', () => {
	expect(findLostWords(noted, [laidPage('Body11First2Second')], 'footnotes')?.words).toBeDefined();
	expect(findLostWords(noted, [laidPage('Body11First2Second')], 'endnotes')).toBeUndefined();
	expect(findLostWords(noted, [laidPage('Body11First')], 'plain')?.words).toBe('2Second');
});
