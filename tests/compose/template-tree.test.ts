import { describe, expect, test } from 'vitest';
import type { RenderOptions } from '../../scripts/compose/template.ts';
import { createRender } from '../../scripts/compose/template.ts';
import { houseOf, inline, markup } from '../support/edition.ts';

const lines = [
	{ lang: 'zh', line: inline('甲') },
	{ lang: 'en', line: inline('A', 'en') },
];

function render(template: string, options: RenderOptions = {}, texts = lines): string {
	return markup(createRender(houseOf({ 'page.liquid': template }), 'zh', options)('page', { texts }));
}

const pair = ['zh', 'en'] as const;
const each = (tag: string, end: string) =>
	`<div>{% for text in texts %}${tag}{{ text.line }}${end}{% endfor %}</div>`;
const paragraphs = each('<p class="x" data-flow="{{ text.lang }}">', '</p>');
const spans = each('<span data-flow="{{ text.lang }}">', '</span>');

describe('where a unit has one language', () => {
	test('whose text it is means nothing', () => {
		expect(render(paragraphs, {}, lines.slice(0, 1))).toBe(
			'<div class="unit" lang="zh"><p class="x">甲</p></div>',
		);
	});

	test('a span that bears nothing else leaves its text', () => {
		expect(render(spans, {}, lines.slice(0, 1))).toBe('<div class="unit" lang="zh">甲</div>');
		expect(render('<div><span class="x" data-flow="zh">甲</span></div>')).toContain(
			'<span class="x">甲</span>',
		);
	});

	test('a span of the designer’s stays', () => {
		expect(render('<div><span>甲</span></div>')).toContain('<span>甲</span>');
	});
});

describe('where it has two', () => {
	test('each text says its language, and what is a translation', () => {
		expect(render(paragraphs, { pair })).toBe(
			'<div class="unit bilingual" lang="zh"><p class="x" lang="zh">甲</p><p class="x translation" lang="en">A</p></div>',
		);
	});

	test('texts on one line stand apart', () => {
		expect(render(spans, { pair })).toContain(
			'<span lang="zh">甲</span> <span class="translation" lang="en">A</span>',
		);
	});

	test('the tree says whose text it is', () => {
		const tree = createRender(houseOf({ 'page.liquid': paragraphs }), 'zh', { pair })('page', {
			texts: lines,
		});
		const [root] = tree.children;
		const flows = root?.type === 'element' ? root.children.map((node) => node.data) : [];
		expect(flows).toMatchObject([{ flow: 'zh' }, { flow: 'en' }]);
	});

	test('a text in a third language says that one', () => {
		expect(render('<div><p data-flow="en" lang="fr">B</p></div>', { pair })).toContain(
			'<p class="translation" lang="fr">B</p>',
		);
	});

	test('no text is nobody’s', () => {
		expect(render('<div><span data-flow="{{ nothing }}">甲</span></div>', { pair })).toContain('>甲</div>');
	});
});

test('the layout is a class of the unit', () => {
	expect(render('<section class="piece"></section>', { layout: 'facing' })).toBe(
		'<section class="unit piece facing" lang="zh"></section>',
	);
	expect(render('<section class="piece"></section>', { layout: 'blocks', pair })).toContain(
		'"unit piece blocks bilingual"',
	);
});
