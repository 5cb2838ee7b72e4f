import type { Root } from 'hast';
import { expect, test } from 'vitest';
import { toRequest, ways } from '../../scripts/paginate/unit-request.ts';
import { readUnitSource } from '../../scripts/paginate/unit-source.ts';
import { text, tree, unit } from '../support/edition.ts';

const digestOf = (body: Root) => readUnitSource(unit('a', { body })).digest;
const requestsOf = (body: Root) => ways.map((way) => toRequest(unit('a', { body }), way, ''));

/** Pairs that a careless reading would take for one another. */
test.each([
	['<p>ab</p><p>c</p>', '<p>a</p><p>bc</p>'],
	['<p><b>a</b>b</p>', '<p><b>ab</b></p>'],
	['<p><b></b>a</p>', '<p><b>a</b></p>'],
	['<p class="a b">x</p>', '<p class="a">x</p>'],
	['<p id="x">a</p>', '<p title="x">a</p>'],
	['<p>&lt;b&gt;a</p>', '<p><b>a</b></p>'],
	['<p>a"</p>', '<p>a\\"</p>'],
	['<p>a b</p>', '<p>a\u00a0b</p>'],
	['<p>a</p>', '<p>a<!--b--></p>'],
	['<p>a\u00adb</p>', '<p>ab</p>'],
	['<svg><path d="M0 0"></path></svg>', '<svg><path d="M0 1"></path></svg>'],
])('%j is not %j', (one, other) => {
	expect(requestsOf(tree(one))).not.toEqual(requestsOf(tree(other)));
	expect(digestOf(tree(one))).not.toBe(digestOf(tree(other)));
});

test('where a node stood in its file does not count', () => {
	const at = (line: number): Root => ({ type: 'root', children: [text('a', line)] });
	expect(digestOf(at(1))).toBe(digestOf(at(9)));
});

test('images are named once each, those of notes too', () => {
	const picture = (src: string) =>
		tree(`<img src="${src}">`).children.filter((one) => one.type === 'element');
	const shown = unit('a', {
		body: tree('<p><img src="a.png"><em><img src="b.png"></em><img src="a.png"></p>'),
		notes: [{ id: 'note-1', name: '1', number: 1, children: picture('c.png') }],
	});
	expect(readUnitSource(shown).images).toEqual(['a.png', 'b.png', 'c.png']);
});
