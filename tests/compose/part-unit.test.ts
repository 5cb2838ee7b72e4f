import { expect, test } from 'vitest';
import { partUnit } from '../../scripts/compose/part-unit.ts';
import { book, inline, markup, ownHouse, person, piece } from '../support/edition.ts';
import { contextOf } from './support.ts';

const people = [person('ji', '季卫东', 'Ji Weidong')];
const context = await contextOf(book({ contents: [], pieces: [], people }), 'zh', await ownHouse());
const pieces = [piece('a', 'zh', { authors: ['ji'] }), piece('b', 'zh')];
const unit = partUnit(context, { kind: 'part', id: 'zh-part-1', title: inline('第一章 治理'), pieces });

test('opens on a recto without a folio and without running heads', () => {
	expect(unit).toMatchObject({
		id: 'zh-part-1',
		kind: 'part',
		matter: 'body',
		start: 'recto',
		folios: 'none',
	});
	expect(unit).not.toHaveProperty('runningHeads');
	expect(unit.title.text).toBe('第一章 治理');
});

test('shows number and name apart, in one heading that carries the id', () => {
	expect(markup(unit.body)).toContain(
		'<h1 class="part-heading" id="zh-part-1"><span class="part-number"><span class="word">第一章</span></span> <span class="part-title"><span class="word">治理</span></span></h1>',
	);
});

test('lists its pieces with links and bylines', () => {
	const html = markup(unit.body);
	expect(html).toMatch(/<a href="#zh-a">zh a<\/a><span class="part-byline"> 季卫东<\/span>/);
	expect(html).toMatch(/<a href="#zh-b">zh b<\/a><\/li>/);
});

test('a part without a number has a name alone', () => {
	const plain = partUnit(context, { kind: 'part', id: 'zh-part-2', title: inline('附论'), pieces });
	expect(markup(plain.body)).not.toContain('part-number');
});
