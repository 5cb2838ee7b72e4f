import type { Root } from 'hast';
import { expect, test } from 'vitest';
import { toRequest } from '../../scripts/paginate/unit-request.ts';
import { note, text, tree, unit } from '../support/edition.ts';

const call = (id: string, nth = '') =>
	`<a class="note-call" data-note="${id}" id="${id}-call${nth}" href="#${id}">1</a>`;
const noted = unit('n', {
	lang: 'en',
	body: tree(`<p>A${call('note-1')} B${call('note-2', '-x')} C${call('note-1', '-2')}</p>`),
	notes: [note(1, text('First & <b>')), note(2, text('Second'))],
});
const css = `figure { break-inside: avoid; }
h1 { break-after: avoid; break-before:avoid-page; color: red }
.part { break-before: right; }`;

test('footnotes are handed over apart, each with its call', () => {
	const request = toRequest(noted, 'footnotes', css);
	expect(request).toMatchObject({ lang: 'en', css });
	expect(request.notes.map((one) => one.call)).toEqual(['note-1-call', 'note-2-call-x']);
	expect(request.notes[0]?.html).toBe(
		'<div class="note-text" id="note-1" role="doc-footnote"><a class="note-number" href="#note-1-call">1</a><p>First &#x26; &#x3C;b></p></div>',
	);
	expect(request.html).toContain('<p>A<a class="note-call"');
	expect(request.html).not.toContain('First');
});

test('a note that is called twice is printed once, at its first call', () => {
	expect(toRequest(noted, 'footnotes', css).notes).toHaveLength(2);
	const endnotes = toRequest(noted, 'endnotes', css).html;
	expect(endnotes.match(/id="note-1"/g)).toHaveLength(1);
	expect(endnotes).toContain('href="#note-1-call"');
});

test('a note without a call goes by the usual name of one', () => {
	const orphan = { ...noted, body: tree('<p>A</p>') };
	expect(toRequest(orphan, 'footnotes', css).notes[0]?.call).toBe('note-1-call');
});

test.each(['endnotes', 'plain'] as const)('%s: the notes stand behind the text, in order', (way) => {
	const { html, notes } = toRequest(noted, way, css);
	expect(notes).toEqual([]);
	expect(html.indexOf('endnotes')).toBeGreaterThan(html.indexOf('</p>'));
	expect(html.indexOf('id="note-2"')).toBeGreaterThan(html.indexOf('id="note-1"'));
	expect(html).toContain('First &#x26; &#x3C;b>');
});

test('a unit without notes has no empty list of them', () => {
	expect(toRequest(unit('a'), 'plain', css).html).not.toContain('endnotes');
});

test('a note call is tied to the word before it, where there are notes', () => {
	const { html } = toRequest(noted, 'footnotes', css);
	expect(html.match(/<a class="note-call"[^>]*>\u20601<\/a>/g)).toHaveLength(3);
	expect(toRequest({ ...noted, notes: [] }, 'footnotes', css).html).not.toContain('\u2060');
});

test('only the last way sets tables as text, with all their words', () => {
	const rows = '<thead><tr><th>A</th></tr></thead><tbody><tr><td>b</td><td>c</td></tr></tbody>';
	const table = unit('t', { body: tree(`<table id="t1">${rows}</table>`) });
	expect(toRequest(table, 'endnotes', css).html).toContain('<table id="t1">');
	expect(toRequest(table, 'plain', css).html).toBe(
		'<div id="t1" class="flat-table"><div class="flat-head"><div class="flat-row"><div class="flat-cell">A</div></div></div><div class="flat-body"><div class="flat-row"><div class="flat-cell">b</div><div class="flat-cell">c</div></div></div></div>',
	);
});

test('only the last way lifts what keeps things together, and nothing else', () => {
	expect(toRequest(noted, 'endnotes', css).css).toBe(css);
	const loose = toRequest(noted, 'plain', css).css;
	expect(loose).not.toContain('avoid');
	expect(loose).toContain('break-before: right');
	expect(loose).toContain('color: red');
	expect(loose).toContain('orphans: 1');
});

test.each(['footnotes', 'endnotes', 'plain'] as const)('%s: the unit itself is not changed', (way) => {
	const body: Root = structuredClone(noted.body);
	toRequest(noted, way, css);
	expect(noted.body).toEqual(body);
});
