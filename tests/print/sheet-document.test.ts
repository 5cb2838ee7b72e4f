import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as toText } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import type { Page } from '../../scripts/model/index.ts';
import { sheetDocument } from '../../scripts/print/sheet-document.ts';
import { geometry } from '../support/edition.ts';

function page(rest: Partial<Page>): Page {
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

function parse(pages: readonly Page[], title = '报告') {
	const html = sheetDocument({ title, lang: 'zh', pages, geometry, css: '.a > .b { content: "<" }' });
	const found = (test: (element: Element) => boolean) => {
		const elements: Element[] = [];
		visit(fromHtml(html), 'element', (element) => {
			if (test(element)) elements.push(element);
		});
		return elements;
	};
	const byClass = (name: string) =>
		found(({ properties: { className } }) => Array.isArray(className) && className.includes(name));
	return { html, byClass, byTag: (name: string) => found(({ tagName }) => tagName === name) };
}

test('is a document with its language, title and style as they are', () => {
	const { html, byTag } = parse([page({})], 'A & <b>');
	expect(html).toMatch(/^<!doctype html>/);
	expect(byTag('html')[0]?.properties.lang).toBe('zh');
	expect(toText(byTag('title')[0] ?? { type: 'root', children: [] })).toBe('A & <b>');
	expect(byTag('b')).toEqual([]);
	expect(html).toContain('.a > .b { content: "<" }');
	expect(html).toContain('@page{size:794px 1123px;margin:0}');
	expect(html).toContain('--block-inner:119px');
});

test('each page is one box with its side, kind and language', () => {
	const { byTag } = parse([page({}), page({ side: 'verso', kind: 'part', lang: 'en' })]);
	expect(byTag('section').map(({ properties }) => [properties.className, properties.lang])).toEqual([
		[['page', 'recto', 'piece-page'], 'zh'],
		[['page', 'verso', 'part-page'], 'en'],
	]);
});

test('text and notes go in as the browser made them; a page without notes has no box for them', () => {
	const { byClass } = parse([page({ body: '<p id="x">A &amp; B</p>' }), page({ notes: '<div>注</div>' })]);
	expect(byClass('flow').map((one) => toText(one))).toEqual(['A & B', '甲']);
	expect(byClass('flow')[0]?.children[0]).toMatchObject({ tagName: 'p', properties: { id: 'x' } });
	expect(byClass('notes').map((one) => toText(one))).toEqual(['注']);
});

test('running heads and folios are there where they are asked for, and are not read out', () => {
	const { byClass } = parse([
		page({ runningHead: 'A &amp; <span lang="en">B</span>' }),
		page({ showFolio: false, label: '8' }),
	]);
	expect(byClass('running-head').map((one) => toText(one))).toEqual(['A & B']);
	expect(byClass('folio').map((one) => toText(one))).toEqual(['7']);
	for (const one of [...byClass('running-head'), ...byClass('folio')]) {
		expect(one.properties.ariaHidden).toBe('true');
	}
});

test('a blank page is an empty box', () => {
	const { unit: _unit, kind: _kind, ...blank } = page({ body: '', showFolio: false });
	const { byTag } = parse([blank]);
	expect(byTag('section')[0]).toMatchObject({
		properties: { className: ['page', 'recto', 'blank-page'] },
		children: [],
	});
});
