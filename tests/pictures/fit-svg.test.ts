import { expect, test } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import { fitSvg } from '../../scripts/pictures/fit-svg.ts';
import { all, first, textOf } from '../package/read-epub.ts';

function clean(markup: string) {
	const { bytes, moved } = fitSvg(markup);
	const tree = fromXml(new TextDecoder().decode(bytes));
	return { tree, moved, root: first(tree, 'svg') };
}

test('a drawing without its name space gets it', () => {
	const { root, moved } = clean('<svg viewBox="0 0 4 4"><path d="M0 0h4"/></svg>');
	expect(root.attributes).toMatchObject({ xmlns: 'http://www.w3.org/2000/svg', viewBox: '0 0 4 4' });
	expect(moved).toBe(false);
});

test('what moves stands still', () => {
	const { tree, moved } = clean(
		'<svg xmlns="http://www.w3.org/2000/svg"><style>@keyframes a{to{x:9}} .b{fill:red;animation:a 1s;stroke:blue}</style>' +
			'<rect class="b" style="fill: green; animation-name: a"><animate attributeName="x" to="9"/></rect></svg>',
	);
	expect(moved).toBe(true);
	expect(all(tree, 'animate')).toEqual([]);
	expect(first(tree, 'rect').attributes.style?.trim()).toBe('fill: green;');
	expect(textOf(first(tree, 'style'))).toBe('@keyframes a{to{x:9}} .b{fill:red;stroke:blue}');
});

test('a drawing with an animation alone is said to have moved', () => {
	const svg = '<svg xmlns="http://www.w3.org/2000/svg"><g><set attributeName="fill" to="red"/></g></svg>';
	expect(clean(svg).moved).toBe(true);
});

test('the notes of drawing programs and comments are left out, links inside the drawing stay', () => {
	const { root, tree } = clean(
		'\ufeff<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="urn:x" x:tool="y"><!-- note --><x:view/>' +
			'<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="#a" xml:lang="zh"/></svg>',
	);
	expect(all(tree).map(({ name }) => name)).toEqual(['svg', 'use']);
	expect(Object.keys(root.attributes)).toEqual(['xmlns', 'xmlns:xlink']);
	expect(first(tree, 'use').attributes).toEqual({ 'xlink:href': '#a', 'xml:lang': 'zh' });
	expect(root.children.map(({ type }) => type)).toEqual(['element']);
});
