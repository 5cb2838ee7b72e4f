import { expect, test } from 'vitest';
import { shiftHeadings } from '../../scripts/compose/heading-levels.ts';
import { markup, tree } from '../support/edition.ts';

const source = '<h2 id="a">A</h2><section><h3>B</h3></section><header>C</header><hr>';

test('moves headings at every depth, and only headings', () => {
	expect(markup(shiftHeadings(tree(source), 1))).toBe(
		'<h3 id="a">A</h3><section><h4>B</h4></section><header>C</header><hr>',
	);
});

test('stops at h6', () => {
	expect(markup(shiftHeadings(tree('<h5>A</h5><h6>B</h6>'), 2))).toBe('<h6>A</h6><h6>B</h6>');
});

test('leaves all as it is without a shift', () => {
	expect(markup(shiftHeadings(tree(source), 0))).toBe(source);
});

test('the tree that went in is left as it was, and what holds no heading is shared', () => {
	const before = tree(source);
	const whole = structuredClone(before);
	const shifted = shiftHeadings(before, 1);
	expect(before).toEqual(whole);
	expect(shifted.children[2]).toBe(before.children[2]);
	expect(shifted.children[1]).not.toBe(before.children[1]);
});
