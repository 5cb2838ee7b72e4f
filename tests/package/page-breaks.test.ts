import { fromHtml } from 'hast-util-from-html';
import { expect, test } from 'vitest';
import type { PageTurn, TextPlace, Unit } from '../../scripts/model/index.ts';
import { placePageBreaks } from '../../scripts/package/page-breaks.ts';
import { markup, note, text, tree, unit } from '../support/edition.ts';
import { deepFreeze } from '../support/session.ts';

/** The place of a node that a path of child indexes leads to. */
function at(path: readonly number[], offset = 0): TextPlace {
	return { path, offset };
}

/** The second page begins at a place; the mark of a break is its label between bars. */
function broken(html: string, ...places: readonly (TextPlace | undefined)[]): string {
	const turns = places.map((place, index): PageTurn => {
		const label = String(index + 2);
		return { label, unit: 'a', ...(place ? { place } : {}) };
	});
	const from: Unit = deepFreeze(unit('a', { body: tree(html), notes: [note(1, text('甲乙'))] }));
	const { body } = placePageBreaks(from, [{ label: '1', unit: 'a' }, ...turns]);
	const written = markup(body);
	// Read by a parser of HTML, everything still stands where it was put.
	expect(markup(fromHtml(written, { fragment: true }))).toBe(written);
	return short(written);
}

function short(html: string): string {
	const mark =
		/<span id="page-(\w+)" epub:type="pagebreak" role="doc-pagebreak" aria-label="(\w+)"><\/span>/g;
	return html.replaceAll(mark, (_all, id, label) => (id === label ? `|${id}|` : 'bad'));
}

test('the first page opens the section, or the unit where it is not in one', () => {
	expect(broken('<section><h1>甲</h1></section>')).toBe('<section>|1|<h1>甲</h1></section>');
	expect(broken('<section>甲</section><section>乙</section>')).toMatch(/^\|1\|<section>/);
	expect(broken('\n<section><h1>甲</h1></section>\n')).toBe('\n<section>|1|<h1>甲</h1></section>\n');
});

test('within a paragraph and within a word a break stands at the very character', () => {
	expect(broken('<p>one two three</p>', at([0, 0], 8))).toBe('|1|<p>one two |2|three</p>');
	expect(broken('<p>hy\u00adphen</p>', at([0, 0], 3))).toBe('|1|<p>hy\u00ad|2|phen</p>');
	expect(broken('<p>a <b>bold</b></p>', at([0, 1, 0], 2))).toBe('|1|<p>a <b>bo|2|ld</b></p>');
});

test('several pages in one text', () => {
	const places = [at([0, 0], 1), at([0, 0], 2), at([0, 0], 2), at([0, 0], 4)];
	expect(broken('<p>abcdef</p>', ...places)).toBe('|1|<p>a|2|b|3||4|cd|5|ef</p>');
});

test('pages of a text and its translation, which take turns, stand in the order of the text', () => {
	const html = '<p>甲乙</p><p lang="en">one two</p><p>丙丁</p><p lang="en">three</p>';
	const places = [at([1, 0], 4), at([2, 0], 1), at([1, 0]), at([0, 0], 1), at([0, 0], 1)];
	expect(broken(html, ...places)).toBe(
		'|1|<p>甲|5||6|乙</p><p lang="en">|4|one |2|two</p><p>丙|3|丁</p><p lang="en">three</p>',
	);
});

test('pages on which nothing but rests of notes stand come at the end, in their order', () => {
	expect(broken('<p>ab</p>', undefined, at([0, 0], 1), undefined)).toBe('|1|<p>a|3|b</p>|2||4|');
});

test('at the beginning of a paragraph it stands in it, of a heading or a phrase before it', () => {
	expect(broken('<p>a</p><p>b</p>', at([1, 0]))).toBe('|1|<p>a</p><p>|2|b</p>');
	expect(broken('<p>a</p><h2>b</h2>', at([1, 0]))).toBe('|1|<p>a</p>|2|<h2>b</h2>');
	expect(broken('<h2><a><em>b</em></a></h2>', at([0, 0, 0, 0]))).toBe('|1||2|<h2><a><em>b</em></a></h2>');
	expect(broken('<p>a <em> b</em></p>', at([0, 1, 0], 1))).toBe('|1|<p>a |2|<em> b</em></p>');
});

test('a picture, a drawing, a formula or a rule has it before itself', () => {
	expect(broken('<figure><img><figcaption>c</figcaption></figure>', at([0, 0]))).toBe(
		'|1|<figure>|2|<img><figcaption>c</figcaption></figure>',
	);
	expect(broken('<p>a</p><hr><p>b</p>', at([1]))).toBe('|1|<p>a</p>|2|<hr><p>b</p>');
	expect(broken('<p>a<svg><text>b</text></svg></p>', at([0, 1, 0, 0]))).toBe(
		'|1|<p>a|2|<svg><text>b</text></svg></p>',
	);
	expect(broken('<p>a<math><mi>x</mi></math></p>', at([0, 1]))).toBe('|1|<p>a|2|<math><mi>x</mi></math></p>');
});

test('a ruby is not torn', () => {
	expect(broken('<p>字<ruby>漢<rt>hàn</rt>字<rt>zì</rt></ruby></p>', at([0, 1, 2]))).toBe(
		'|1|<p>字|2|<ruby>漢<rt>hàn</rt>字<rt>zì</rt></ruby></p>',
	);
});

test('between rows, items and terms it stands in the next cell, item and term', () => {
	expect(
		broken('<table><tbody><tr><td>a</td></tr><tr><td>b</td></tr></tbody></table>', at([0, 0, 1, 0, 0])),
	).toBe('|1|<table><tbody><tr><td>a</td></tr><tr><td>|2|b</td></tr></tbody></table>');
	expect(broken('<table><caption>a</caption></table>', at([0, 0, 0]))).toBe(
		'|1|<table><caption>|2|a</caption></table>',
	);
	expect(broken('<ul><li>a</li><li>b</li></ul>', at([0, 1, 0]))).toBe('|1|<ul><li>a</li><li>|2|b</li></ul>');
	expect(broken('<dl><div><dt>a</dt><dd>b</dd></div></dl>', at([0, 0, 1, 0]))).toBe(
		'|1|<dl><div><dt>a</dt><dd>|2|b</dd></div></dl>',
	);
});

test('before what the EPUB leaves out it stands outside of it, where phrases may stand', () => {
	expect(broken('<header><p class="pages-only">a</p><h1>b</h1></header>', at([0, 0, 0]))).toBe(
		'|1|<header>|2|<p class="pages-only">a</p><h1>b</h1></header>',
	);
	expect(broken('<ul><li class="pages-only">a</li><li>b</li></ul>', at([0, 0, 0]))).toBe(
		'|1||2|<ul><li class="pages-only">a</li><li>b</li></ul>',
	);
});

test('a page that only takes the rest of a note begins where the text ends', () => {
	expect(broken('<section><p>a</p></section>', undefined)).toBe('<section>|1|<p>a</p>|2|</section>');
});

test('notes that are printed at the end have their breaks in them', () => {
	const notes = [note(1, text('甲乙')), { ...note(2), children: [] }, note(3, text('丙'))];
	const from = unit('a', { body: tree('<p>a</p>'), notes });
	const turns: readonly PageTurn[] = [
		{ label: '1', unit: 'a' },
		{ label: '2', unit: 'a', place: { note: 0, path: [0, 0], offset: 1 } },
		{ label: '3', unit: 'a', place: { note: 1, path: [], offset: 0 } },
		{ label: '4', unit: 'a', place: { note: 2, path: [], offset: 0 } },
	];
	const placed = placePageBreaks(from, turns);
	expect(placed.notes.map((one) => short(markup(one.children)))).toEqual([
		'<p>甲|2|乙</p>',
		'|3|',
		'<p>|4|丙</p>',
	]);
	expect(placed.notes.map((one) => one.id)).toEqual(notes.map((one) => one.id));
	expect(markup(notes[0]?.children ?? [])).toBe('<p>甲乙</p>');
});
