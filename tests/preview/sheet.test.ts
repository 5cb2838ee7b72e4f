import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import type { Page } from '../../scripts/model/index.ts';
import { rememberContents } from '../../scripts/preview/contents.ts';
import { sheet, sizes } from '../../scripts/preview/page/sheet.js';
import { createResources } from '../../scripts/preview/resources.ts';
import { viewOf } from '../../scripts/preview/view.ts';
import { sheetsHtml, sizeRules, wholePage } from '../../scripts/print/sheets.ts';
import { geometry } from '../support/edition.ts';
import { page, previewEdition } from './support.ts';

const { unit: _unit, kind: _kind, ...blank } = page(3, { body: '', showFolio: false });

const pages: readonly Page[] = [
	page(0, { kind: 'cover', showFolio: false, body: '<h1>A &amp; B</h1>' }),
	page(1, {
		label: 'iv',
		lang: 'zh',
		runningHead: '甲 &lt; <span lang="en">B</span>',
		notes: '<div>注</div>',
	}),
	page(2, { kind: 'part', runningHead: 'Other' }),
	blank,
];

test('a page looks as it does in print: the same boxes, classes, languages and texts', () => {
	const printed = fromHtml(sheetsHtml(pages.map(wholePage)), { fragment: true });
	const contents = rememberContents();
	const view = viewOf(previewEdition(pages), contents, createResources('/x/'));
	const shown = view.pages.map((entry) =>
		sheet(entry, contents.byHash(entry.hash) ?? { body: '', notes: '' }, view.heads),
	);
	expect(sections(fromHtml(shown.join(''), { fragment: true }))).toEqual(sections(printed));
	expect(sections(printed)).toHaveLength(4);
});

test('the sizes are those of print', () => {
	// In whole px, although the text block measured here lies between them.
	const block = { ...geometry.block, inner: 119.4, width: 532.3 };
	for (const one of [geometry, { ...geometry, block }]) expect(sizeRules(one)).toContain(sizes(one));
});

/** Pages without their places in the markup. */
function sections(tree: Root): readonly Element[] {
	const found: Element[] = [];
	visit(tree, (node) => {
		delete node.position;
		delete node.data;
	});
	visit(tree, 'element', (element) => {
		if (element.tagName === 'section') found.push(element);
	});
	return found;
}
