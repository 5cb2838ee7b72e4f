import { describe, expect, test } from 'vitest';
import { interleave } from '../../../scripts/compose/bilingual/interleave.ts';
import type { BlockPair } from '../../../scripts/model/index.ts';
import { markup, piece, tree } from '../../support/edition.ts';
import { blocksOf, pairBlocks } from '../../support/pair-by-number.ts';

const languages = ['zh', 'en'] as const;

/** `change` may pair otherwise than by number. */
function joined(zh: string, en: string, change = (pairs: readonly BlockPair[]) => pairs): string {
	const [first, second] = [piece('a', 'zh', { body: tree(zh) }), piece('a', 'en', { body: tree(en) })];
	const pairs = change(pairBlocks(blocksOf(first), blocksOf(second)));
	return markup(interleave(first.body.children, second.body.children, pairs, languages));
}

/** What is not told by language and class alone. */
function bare(html: string): string {
	return html.replaceAll(/ (?:lang="\w+"|class="translation")/g, '');
}

test('each block is followed by its translation, which says so', () => {
	expect(joined('<p>甲</p>\n<p class="x">乙</p>', '<p>A</p>\n<p class="x">B</p>')).toBe(
		'<p lang="zh">甲</p><p class="translation" lang="en">A</p><p class="x" lang="zh">乙</p><p class="x translation" lang="en">B</p>',
	);
});

test('what has no partner stands alone, where its own text has it', () => {
	const only = ([one, two, three]: readonly BlockPair[]) => [
		...(one ? [one] : []),
		...(two?.source ? [{ source: two.source }] : []),
		...(two?.target && three?.source ? [{ source: three.source, target: two.target, inner: [] }] : []),
		...(three?.target ? [{ target: three.target }] : []),
	];
	expect(bare(joined('<p>1</p><p>2</p><p>3</p>', '<p>one</p><p>three</p><p>four</p>', only))).toBe(
		'<p>1</p><p>one</p><p>2</p><p>3</p><p>three</p><p>four</p>',
	);
});

test('of pairs that cross, one stands apart, and both texts keep their order', () => {
	const crossed = ([one, two]: readonly BlockPair[]) =>
		one?.source && two?.source && one.target && two.target
			? [
					{ source: one.source, target: two.target, inner: [] },
					{ source: two.source, target: one.target, inner: [] },
				]
			: [];
	expect(bare(joined('<p>1</p><p>2</p>', '<p>a</p><p>b</p>', crossed))).toBe(
		'<p>1</p><p>a</p><p>b</p><p>2</p>'.replace('<p>1</p><p>a</p>', '<p>a</p><p>1</p>'),
	);
});

test('text that stands in no block is kept', () => {
	expect(joined('甲', '<p>A</p>', () => [])).toBe(
		'<span lang="zh">甲</span><p class="translation" lang="en">A</p>',
	);
});

test('two headings are one, with a place for each', () => {
	expect(joined('<h2 id="zh-h">一</h2>', '<h2 id="en-h">One</h2>')).toBe(
		'<h2 id="zh-h"><span lang="zh">一</span> <span class="translation" id="en-h" lang="en">One</span></h2>',
	);
});

test('a rule is drawn once, and only between languages that both have it', () => {
	expect(bare(joined('<hr><p>甲</p>', '<hr><hr>'))).toBe('<hr><p>甲</p><hr>');
});

describe('lists', () => {
	test('are one, item by item, lines in paragraphs', () => {
		expect(
			bare(joined('<ol start="3"><li>甲</li> <li>乙</li></ol>', '<ol start="3"><li>A</li><li>B</li></ol>')),
		).toBe('<ol start="3"><li><p>甲</p><p>A</p></li><li><p>乙</p><p>B</p></li></ol>');
	});

	test('so are those in an item', () => {
		const zh = '<ul><li>甲：<ul><li>子</li></ul></li></ul>';
		const en = '<ul><li>A:<ul><li>rat</li></ul></li></ul>';
		expect(bare(joined(zh, en))).toBe(
			'<ul><li><p>甲：</p><p>A:</p><ul><li><p>子</p><p>rat</p></li></ul></li></ul>',
		);
	});

	test('stay apart where an item has no partner', () => {
		expect(bare(joined('<ul><li>甲</li><li>乙</li></ul>', '<ul><li>A</li></ul>'))).toBe(
			'<ul><li>甲</li><li>乙</li></ul><ul><li>A</li></ul>',
		);
		const gap = (pairs: readonly BlockPair[]) =>
			pairs.map((pair) =>
				pair.source && pair.target
					? { ...pair, inner: [{ source: pair.source }, { target: pair.target }] }
					: pair,
			);
		expect(bare(joined('<ul><li>甲</li></ul>', '<ul><li>A</li></ul>', gap))).toBe(
			'<ul><li>甲</li></ul><ul><li>A</li></ul>',
		);
	});

	test('and where one counts and the other does not', () => {
		expect(bare(joined('<ul><li>甲</li></ul>', '<ol><li>A</li></ol>'))).toBe(
			'<ul><li>甲</li></ul><ol><li>A</li></ol>',
		);
	});

	test('an item of other blocks than its translation has one after the other', () => {
		expect(bare(joined('<ul><li><p>甲</p><p>乙</p></li></ul>', '<ul><li>A</li></ul>'))).toBe(
			'<ul><li><p>甲</p><p>乙</p><p>A</p></li></ul>',
		);
	});

	test('keep the places that links lead to', () => {
		const html = joined(
			'<ul id="zh-l"><li id="zh-i">甲</li></ul>',
			'<ul id="en-l"><li id="en-i">A</li></ul>',
		);
		for (const id of ['zh-l', 'zh-i', 'en-l', 'en-i']) expect(html.split(`id="${id}"`)).toHaveLength(2);
	});
});

describe('figures', () => {
	const figure = (lang: string, file: string, caption = '') =>
		`<figure id="${lang}-f"><img src="${file}" alt="${lang}">${caption}</figure>`;

	test('with the same picture are one, with both captions in one', () => {
		expect(
			joined(
				figure('zh', 'a.png', '<figcaption>图</figcaption>'),
				figure('en', 'a.png', '<figcaption>Figure</figcaption>'),
			),
		).toBe(
			'<figure id="zh-f"><img src="a.png" alt="zh" id="en-f" lang="zh"><figcaption><span lang="zh">图</span> <span class="translation" lang="en">Figure</span></figcaption></figure>',
		);
	});

	test('keep the only caption', () => {
		const html = joined(figure('zh', 'a.png'), figure('en', 'a.png', '<figcaption>Figure</figcaption>'));
		expect(html).toContain('<figcaption class="translation" lang="en">Figure</figcaption>');
		expect(html.split('<img')).toHaveLength(2);
	});

	test('with pictures of their own are two', () => {
		expect(joined(figure('zh', 'a.png'), figure('en', 'b.png')).split('<figure')).toHaveLength(3);
	});
});

test('what goes in stays as it was', () => {
	const zh = tree('<h2>一</h2><ul><li>甲</li></ul>');
	const en = tree('<h2>One</h2><ul><li>A</li></ul>');
	const before = structuredClone([zh, en]);
	const blocks = [zh, en].map((body) => blocksOf(piece('a', 'zh', { body })));
	interleave(zh.children, en.children, pairBlocks(blocks[0] ?? [], blocks[1] ?? []), languages);
	expect([zh, en]).toEqual(before);
});
