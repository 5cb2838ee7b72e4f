import { expect, test } from 'vitest';
import { createMemo } from '../../scripts/cache/index.ts';
import { pieceUnit } from '../../scripts/compose/piece-unit.ts';
import { book, both, inline, markup, note, ownHouse, person, piece, text, tree } from '../support/edition.ts';
import { contextOf } from './support.ts';

const house = await ownHouse();
const people = [
	person('ji', '季卫东', 'Ji Weidong', { bio: both('季卫东，教授。', 'Professor & dean.') }),
	person('wei', '魏', 'Wei', { bio: both('研究员。', 'Wei is a researcher.') }),
	person('quiet', '默', 'Quiet'),
];
const made = book({
	contents: [],
	pieces: [],
	people,
	disclaimer: { zh: [inline('声明')], en: [inline('D', 'en')] },
});
const context = await contextOf(made, 'en', house);
const short = house.labels.en?.['short-disclaimer'] ?? 'missing';

function unitOf(authors: readonly string[], from = context, rest = {}) {
	return pieceUnit(from, piece('a', 'en', { authors, ...rest }), 'body', undefined);
}

test('a piece in a part has the part above it, and everything in it stands a level lower', () => {
	const source = piece('a', 'en', {
		body: tree('<p>Text</p><h2 id="b">B</h2>'),
		notes: [note(1, text('N'))],
		shortTitle: inline('Short', 'en'),
	});
	const unit = pieceUnit(context, source, 'body', inline('Chapter 1', 'en'));
	const html = markup(unit.body);
	expect(html).toContain('<h2 class="piece-title" id="en-a">en a</h2>');
	expect(html).toContain('<h3 id="b">B</h3>');
	expect(html).toMatch(/<p class="piece-part[^>]*aria-hidden="true">Chapter 1<\/p>/);
	expect(unit.runningHeads).toMatchObject({ verso: { text: 'Chapter 1' }, recto: { text: 'Short' } });
	expect(unit).toMatchObject({ id: 'en-a', kind: 'piece', file: 'a.en.md', matter: 'body', folios: 'all' });
	expect(unit.notes).toBe(source.notes);
	expect(markup(source.body)).toContain('<h2 id="b">');
});

test('a piece of its own stands under the title of the book', () => {
	const unit = unitOf([]);
	expect(markup(unit.body)).toContain('<h1 class="piece-title" id="en-a">');
	expect(markup(unit.body)).not.toContain('piece-part');
	expect(unit.runningHeads).toMatchObject({ verso: { text: 'Report' }, recto: { text: 'en a' } });
});

test('a piece that nobody signs has no byline, bio or disclaimer', () => {
	const html = markup(unitOf([]).body);
	for (const absent of ['byline', 'bios', short]) expect(html).not.toContain(absent);
});

test('a signed piece ends with bios and the short disclaimer, once', () => {
	const html = markup(unitOf(['ji', 'wei', 'quiet']).body);
	expect(html).toContain('<p class="byline">Ji Weidong, Wei and Quiet</p>');
	expect(html.match(/<p class="bio">/g)).toHaveLength(2);
	expect(html).toContain('Professor &#x26; dean.');
	expect(html.split(short)).toHaveLength(2);
	expect(html.indexOf('Text')).toBeLessThan(html.indexOf('class="bio"'));
	expect(html).toContain(house.labels.en?.['about-authors']);
});

test('a bio that begins with the name is not named again', () => {
	const bio = (id: string) =>
		markup(unitOf([id]).body)
			.split('<p class="bio">')[1]
			?.split('</p>')[0];
	expect(bio('ji')).toMatch(/Ji Weidong.*Professor/);
	expect(bio('wei')).toBe('Wei is a researcher.');
});

test('a signed piece without bios has the short disclaimer under its text', () => {
	const html = markup(unitOf(['quiet']).body);
	expect(html.split(short)).toHaveLength(2);
	expect(html).not.toContain('bios');
	expect(html.indexOf('Text')).toBeLessThan(html.indexOf(short));
});

test('a book without a disclaimer has no short one either', async () => {
	const free = await contextOf(book({ contents: [], pieces: [], people }), 'en', house);
	expect(markup(unitOf(['ji'], free).body)).not.toContain(short);
});

test('a title with markup of its own is text', () => {
	const title = { lang: 'en', text: 'A <b> & "c"', html: '', children: [text('A <b> & "c"')] };
	expect(markup(unitOf([], context, { title }).body)).toContain('>A &#x3C;b> &#x26; "c"</h1>');
});

test('the headings of a piece are those of the source, the very same, and a piece without any has none', () => {
	const headings = [{ id: 'b', level: 2, title: inline('B', 'en') }];
	const source = piece('a', 'en', { headings });
	expect(pieceUnit(context, source, 'body', inline('Chapter 1', 'en')).headings).toBe(headings);
	expect(unitOf([])).not.toHaveProperty('headings');
});

test('a unit is made anew where a heading is', () => {
	const memo = createMemo();
	const body = tree('<h2 id="b">B</h2>');
	const title = inline('en a', 'en');
	const heading = { id: 'b', level: 2, title: inline('B', 'en') };
	const make = (headings: readonly (typeof heading)[]) =>
		pieceUnit({ ...context, memo }, piece('a', 'en', { title, body, headings }), 'body', undefined);
	const headings = [heading];
	expect(make(headings).headings).toBe(headings);
	const other = [{ ...heading, level: 3 }];
	expect(make(other).headings).toBe(other);
});
