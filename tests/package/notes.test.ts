import type { Element } from 'hast';
import { expect, test } from 'vitest';
import { placeNotes } from '../../scripts/package/notes.ts';
import { toXhtml } from '../../scripts/package/to-xhtml.ts';
import { contentOf, section } from './section.ts';

const labels = (lang: string) =>
	lang === 'en' ? { lang, notes: 'Notes', back: 'Back' } : { lang: 'zh', notes: '注释', back: '返回' };

function blocks(html: string): readonly Element[] {
	return contentOf(html).filter((child) => child.type === 'element');
}

function placed(body: string, note: string): string {
	const unit = section(body);
	placeNotes(unit, [{ id: 'n1', name: '1', number: 1, children: blocks(note) }], 'zh', labels);
	return toXhtml(unit.children);
}

const call = (id: string) => `<a class="note-call" data-note="n1" id="${id}" href="#n1">1</a>`;

test('a call and its note point to each other and say what they are', () => {
	expect(placed(`<p>A${call('c1')}</p>`, '<p>Note</p>')).toBe(
		'<p>A<a class="note-call" id="c1" href="#n1" role="doc-noteref" epub:type="noteref">1</a></p>' +
			'<section class="notes" epub:type="footnotes" aria-label="注释">' +
			'<aside id="n1" class="note" role="doc-footnote" epub:type="footnote">' +
			'<p><a class="note-number" href="#c1" title="返回" role="doc-backlink" epub:type="backlink">1</a> Note</p>' +
			'</aside></section>',
	);
});

test('a note called again leads back to each of its calls', () => {
	const text = placed(
		`<p>${call('c1')}${call('c2')}</p><table><tr><td>${call('c3')}</td></tr></table>`,
		'<p>Note</p>',
	);
	expect(text.match(/doc-noteref/g)).toHaveLength(3);
	expect([...text.matchAll(/href="#(c\d)" title="(.*?)"/g)].map(([, ...found]) => found)).toEqual([
		['c1', '返回'],
		['c2', '返回 (2)'],
		['c3', '返回 (3)'],
	]);
	expect(text).toMatch(/>1<\/a> <a [^>]*>2<\/a> <a [^>]*>3<\/a> Note<\/p>/);
});

test('a note that begins with a list has its number in a paragraph of its own', () => {
	const text = placed(`<p>${call('c1')}</p>`, '<ul><li>A</li></ul><p>B</p>');
	expect(text).toMatch(/<aside[^>]*><p><a [^>]*>1<\/a><\/p><ul><li>A<\/li><\/ul><p>B<\/p><\/aside>/);
});

test('a note in another language says so, and what leads back from it is named in its own', () => {
	const text = placed(`<p>${call('c1')}</p>`, '<p lang="en">Note</p>');
	expect(text).toContain('<aside id="n1" class="note" lang="en" role="doc-footnote"');
	expect(text).toContain('<a class="note-number" href="#c1" title="Back" role="doc-backlink"');
	const other = placed(`<p>${call('c1')}</p>`, '<p lang="fr">Note</p>');
	expect(other).toContain('title="返回" lang="zh" role="doc-backlink"');
});

test('a note that nobody calls is kept, without a way back', () => {
	const text = placed('<p>A</p>', '<p>Note</p>');
	expect(text).toContain('<p>1 Note</p>');
	expect(text).not.toContain('doc-backlink');
});

test('a unit without notes has no block for them', () => {
	const unit = section('<p>A</p>');
	placeNotes(unit, [], 'zh', labels);
	expect(toXhtml(unit.children)).toBe('<p>A</p>');
});

test('the notes of the edition are not changed', () => {
	const children = blocks('<p>Note</p>');
	const before = structuredClone(children);
	placeNotes(section(call('c1')), [{ id: 'n1', name: '1', number: 1, children }], 'zh', labels);
	expect(children).toEqual(before);
});

test('a call keeps to the character or mark before it, not to a word', () => {
	expect(placed(`<p>（甲）${call('c1')}，乙${call('c2')}。A${call('c3')}</p>`, '<p>Note</p>')).toMatch(
		/^<p>（甲<span class="called">）<a [^>]*>1<\/a><\/span>，<span class="called">乙<a [^>]*>1<\/a><\/span>。A<a /,
	);
});
