import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as toText } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import type { Page } from '../../scripts/model/index.ts';
import { blockLeft, type SheetBox, sheetsHtml, sizeRules, wholePage } from '../../scripts/print/sheets.ts';
import { geometry } from '../support/edition.ts';

function page(rest: Partial<Page> = {}): Page {
	return {
		index: 0,
		side: 'recto',
		matter: 'body',
		label: '7',
		lang: 'zh',
		unit: 'a',
		kind: 'piece',
		body: '<p>甲</p>',
		notes: '',
		showFolio: true,
		...rest,
	};
}

function parse(boxes: readonly SheetBox[]) {
	const root = fromHtml(sheetsHtml(boxes), { fragment: true });
	const found = (test: (element: Element) => boolean) => {
		const elements: Element[] = [];
		visit(root, 'element', (element) => {
			if (test(element)) elements.push(element);
		});
		return elements;
	};
	const byClass = (name: string) =>
		found(({ properties: { className } }) => Array.isArray(className) && className.includes(name));
	return { byClass, sections: found(({ tagName }) => tagName === 'section') };
}

const parsePages = (...pages: readonly Page[]) => parse(pages.map(wholePage));

test('each page is one box with its side, kind and language', () => {
	const { sections } = parsePages(page(), page({ side: 'verso', kind: 'part', lang: 'en' }));
	expect(sections.map(({ properties }) => [properties.className, properties.lang])).toEqual([
		[['page', 'recto', 'piece-page'], 'zh'],
		[['page', 'verso', 'part-page'], 'en'],
	]);
});

test('text and notes go in as the browser made them; a page without notes has no box for them', () => {
	const { byClass } = parsePages(page({ body: '<p id="x">A &amp; B</p>' }), page({ notes: '<div>注</div>' }));
	expect(byClass('flow').map((one) => toText(one))).toEqual(['A & B', '甲']);
	expect(byClass('flow')[0]?.children[0]).toMatchObject({ tagName: 'p', properties: { id: 'x' } });
	expect(byClass('notes').map((one) => toText(one))).toEqual(['注']);
});

test('running heads and folios are there where they are asked for, and are not read out', () => {
	const { byClass } = parsePages(
		page({ runningHead: 'A &amp; <span lang="en">B</span>' }),
		page({ showFolio: false, label: '8' }),
	);
	expect(byClass('running-head').map((one) => toText(one))).toEqual(['A & B']);
	expect(byClass('folio').map((one) => toText(one))).toEqual(['7']);
	for (const one of [...byClass('running-head'), ...byClass('folio')]) {
		expect(one.properties.ariaHidden).toBe('true');
	}
});

test('a blank page is an empty box', () => {
	const { unit: _unit, kind: _kind, ...blank } = page({ body: '', showFolio: false });
	expect(parsePages(blank).sections[0]).toMatchObject({
		properties: { className: ['page', 'recto', 'blank-page'] },
		children: [],
	});
});

test('a layer says which it is, and furniture is not read out', () => {
	const text = { body: '<p>甲</p>', notes: '' };
	const { sections } = parse([
		{ side: 'recto', lang: 'zh', kind: 'piece', text, layer: 'text-layer' },
		{ side: 'verso', lang: 'zh', folio: '12', layer: 'furniture-layer' },
	]);
	expect(sections.map(({ properties }) => [properties.className, properties.ariaHidden])).toEqual([
		[['page', 'recto', 'piece-page', 'text-layer'], undefined],
		[['page', 'verso', 'furniture-layer'], 'true'],
	]);
});

test('the sizes of page and text block are rules, in whole px where they mirror', () => {
	const odd = { ...geometry, block: { ...geometry.block, inner: 118.6, width: 532.2 } };
	const rules = sizeRules(odd);
	expect(rules).toContain('@page{size:800px 1128px;margin:0}');
	expect(sizeRules(odd, { x: 36, y: 12 })).toMatch(
		/^@page\{size:872px 1152px;margin:0\}[\s\S]*:root\{--side-bleed:36px;--bleed:12px\}/,
	);
	for (const rule of [
		'--recto-left:119px',
		'--verso-left:143px',
		'--block-width:532.2px',
		'--block-top:98px',
	]) {
		expect(rules).toContain(rule);
	}
	expect([blockLeft(odd, 'recto'), blockLeft(odd, 'verso')]).toEqual([119, 143]);
});
