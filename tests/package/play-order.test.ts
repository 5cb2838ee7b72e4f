import { expect, test } from 'vitest';
import { playOrder } from '../../scripts/package/play-order.ts';
import { unit } from '../support/edition.ts';
import { section } from './section.ts';

const files = ['a', 'b'].map((id) => ({
	unit: unit(id),
	file: `${id}.xhtml`,
	title: id,
	section: section('<p id="one">x<i id="two">y</i></p><p id="three"></p>'),
	ids: new Set<string>(),
}));

function order(at: number, ...targets: readonly string[]) {
	return [...playOrder(targets, files, { file: 'toc.xhtml', at })];
}

test('targets are numbered as they are met in the book, each once and without gaps', () => {
	expect(order(2, 'b.xhtml#two', 'a.xhtml#three', 'b.xhtml', 'a.xhtml#one', 'b.xhtml#two')).toEqual([
		['a.xhtml#one', 1],
		['a.xhtml#three', 2],
		['b.xhtml', 3],
		['b.xhtml#two', 4],
	]);
});

test('the contents have their place between the files, or at the end', () => {
	const targets = ['toc.xhtml#page-v', 'b.xhtml', 'a.xhtml'];
	expect(order(1, ...targets).map(([target]) => target)).toEqual(['a.xhtml', 'toc.xhtml#page-v', 'b.xhtml']);
	expect(order(2, ...targets).map(([target]) => target)).toEqual(['a.xhtml', 'b.xhtml', 'toc.xhtml#page-v']);
});
