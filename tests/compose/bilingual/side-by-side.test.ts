import { describe, expect, test } from 'vitest';
import { createMemo } from '../../../scripts/cache/index.ts';
import { applyPlan, planSides } from '../../../scripts/compose/bilingual/side-by-side.ts';
import type { BlockPair, Sync } from '../../../scripts/model/index.ts';
import { markup, piece, tree } from '../../support/edition.ts';
import { blocksOf, pairBlocks } from '../../support/pair-by-number.ts';

const zh = piece('a', 'zh', { body: tree('<p>一</p><h2>甲</h2><p>二</p><p>三</p>') });
const en = piece('a', 'en', { body: tree('<p>1</p><h2>A</h2><p>2</p>') });

function plan(sync: Sync, first = zh, second = en, change = (pairs: readonly BlockPair[]) => pairs) {
	const pairs = change(pairBlocks(blocksOf(first), blocksOf(second)));
	return planSides({ first, second }, { body: pairs }, sync);
}

/** The blocks of both sides that are level. */
function level(...given: Parameters<typeof plan>) {
	const { first, second, end } = plan(...given);
	return { first: [...first.syncs.keys()], second: [...second.syncs.keys()], end };
}

test('nothing in the text is level where only pieces begin together', () => {
	expect(level('piece')).toEqual({ first: [], second: [], end: 's1' });
});

test('headings are, and the first block, for openers differ in height', () => {
	expect(level('heading')).toEqual({ first: [0, 1], second: [0, 1], end: 's3' });
});

test('all paired blocks are', () => {
	expect(level('block')).toEqual({ first: [0, 1, 2], second: [0, 1, 2], end: 's4' });
});

test('first blocks are level even where they are no pair', () => {
	const shifted = (pairs: readonly BlockPair[]) => {
		const [one, two] = pairs;
		return one?.source && one.target && two?.source
			? [{ source: one.source }, { source: two.source, target: one.target, inner: [] }]
			: [];
	};
	expect(level('block', zh, en, shifted)).toEqual({ first: [0], second: [0], end: 's2' });
});

test('pairs that cross are not level', () => {
	const crossed = (pairs: readonly BlockPair[]) => {
		const [one, two, three] = pairs;
		return one && two?.source && two.target && three?.source && three.target
			? [
					one,
					{ source: two.source, target: three.target, inner: [] },
					{ source: three.source, target: two.target, inner: [] },
				]
			: [];
	};
	expect(level('block', zh, en, crossed)).toMatchObject({ first: [0, 1], second: [0, 2] });
});

describe('a picture that both share', () => {
	const figure = (caption = '') => `<figure><img src="a.png">${caption}</figure>`;
	const first = piece('a', 'zh', { body: tree(`${figure()}<p>一</p>`) });

	test('leaves the second side, and level is what follows', () => {
		const second = piece('a', 'en', { body: tree(`${figure()}<p>1</p>`) });
		const { second: side } = plan('block', first, second);
		expect([...side.figures]).toEqual([0]);
		expect(markup(applyPlan(second.body, side, createMemo()))).toBe('<p data-sync="s1">1</p>');
	});

	test('leaves its caption there', () => {
		const second = piece('a', 'en', {
			body: tree(
				'<figure id="en-f" lang="en"><img src="a.png"><figcaption>One</figcaption></figure><p>1</p>',
			),
		});
		const { second: side } = plan('block', first, second);
		expect(markup(applyPlan(second.body, side, createMemo()))).toBe(
			'<p class="lone-caption sans" lang="en" id="en-f" data-sync="s1">One</p><p data-sync="s2">1</p>',
		);
	});

	test('is told by its file, where it became a drawing too', () => {
		const drawn = (file: string) => {
			const body = tree('<figure><svg><path d="M0 0"></path></svg></figure><p>x</p>');
			const [node] = body.children;
			const drawing = node?.type === 'element' ? node.children[0] : undefined;
			if (drawing?.type === 'element') Object.assign(drawing, { data: { image: file } });
			return body;
		};
		const sides = (one: string, two: string) =>
			plan('block', piece('a', 'zh', { body: drawn(one) }), piece('a', 'en', { body: drawn(two) })).second
				.figures;
		expect(sides('a.svg', 'a.svg').size).toBe(1);
		expect(sides('a.zh.svg', 'a.en.svg').size).toBe(0);
	});
});

test('an edit in one text leaves the other body the very same, and so does nothing to mark', () => {
	const memo = createMemo();
	const edited = piece('a', 'en', { body: tree('<p>1!</p><h2>A!</h2><p>2</p>') });
	const before = applyPlan(zh.body, plan('heading').first, memo);
	expect(applyPlan(zh.body, plan('heading', zh, edited).first, memo)).toBe(before);
	expect(markup(before)).toBe('<p data-sync="s1">一</p><h2 data-sync="s2">甲</h2><p>二</p><p>三</p>');
	expect(applyPlan(zh.body, plan('piece').first, memo)).toBe(zh.body);
	expect(markup(zh.body)).not.toContain('data-sync');
});
