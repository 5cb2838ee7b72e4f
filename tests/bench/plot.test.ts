import { expect, test } from 'vitest';
import type { Element, Nodes } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { plot, type Series } from '../../scripts/bench/plot.ts';

const series: readonly Series[] = [
	{
		name: 'Floor & friends',
		points: [
			{ pages: 67, seconds: 0.75 },
			{ pages: 900, seconds: 2.4 },
		],
	},
	{
		name: 'Diglot',
		points: [
			{ pages: 900, seconds: 9 },
			{ pages: 67, seconds: 1 },
		],
	},
	{ name: 'Alone', points: [{ pages: 67, seconds: 13.5 }] },
	{ name: 'Nothing', points: [] },
];

function elements(svg: string, name: string, className = ''): readonly Element[] {
	const found: Element[] = [];
	const walk = (node: Nodes): void => {
		if (node.type === 'element' && node.name === name && (node.attributes.class ?? '').includes(className))
			found.push(node);
		if ('children' in node) node.children.forEach(walk);
	};
	walk(fromXml(svg));
	return found;
}

const textOf = (element: Element) =>
	element.children.map((child) => (child.type === 'text' ? child.value : '')).join('');

const number = (element: Element | undefined, name: string) => Number(element?.attributes[name]);

const svg = plot(series, 'Seconds < minutes');

test('it is sound XML that says what it shows', () => {
	const [root] = elements(svg, 'svg');
	expect(root?.attributes).toMatchObject({ xmlns: 'http://www.w3.org/2000/svg', role: 'img' });
	expect(elements(svg, 'title').map(textOf)).toEqual(['Seconds < minutes']);
	const texts = elements(svg, 'text').map(textOf);
	expect(texts).toEqual(expect.arrayContaining(['pages', 'seconds', 'Floor & friends', 'Diglot', 'Alone']));
	expect(texts).not.toContain('Nothing');
});

test('every point has its place: more pages are right, more seconds are up', () => {
	const circles = elements(svg, 'circle');
	expect(circles).toHaveLength(5);
	const [floorShort, floorLong, diglotShort, diglotLong, alone] = circles;
	expect(number(floorShort, 'cx')).toBe(number(diglotShort, 'cx'));
	expect(number(floorLong, 'cx')).toBeGreaterThan(number(floorShort, 'cx'));
	expect(number(diglotLong, 'cx')).toBe(number(floorLong, 'cx'));
	expect(number(diglotShort, 'cy')).toBeLessThan(number(floorShort, 'cy'));
	expect(number(alone, 'cy')).toBeLessThan(number(diglotLong, 'cy'));
});

test('lines go through their points from the left', () => {
	const [first, second] = elements(svg, 'path', 'line').map((path) => path.attributes.d);
	expect(elements(svg, 'path', 'line')).toHaveLength(3);
	for (const d of [first, second]) expect(d).toMatch(/^M[\d.]+ [\d.]+L[\d.]+ [\d.]+$/);
	expect(second?.split(/[ML ]/)[1]).toBe(first?.split(/[ML ]/)[1]);
});

test('all that is drawn lies in the picture', () => {
	const [, , width = 0, height = 0] = (elements(svg, 'svg')[0]?.attributes.viewBox ?? '')
		.split(' ')
		.map(Number);
	for (const one of [...elements(svg, 'circle'), ...elements(svg, 'text')]) {
		const [x, y] = [number(one, 'cx') || number(one, 'x'), number(one, 'cy') || number(one, 'y')];
		if (Number.isNaN(x)) continue;
		expect(x > 0 && x < width && y > 0 && y < height).toBe(true);
	}
});

test('as many lines as there are tools each have an ink of their own, in light and dark', () => {
	const many = Array.from({ length: 9 }, (_, index) => ({
		name: `tool ${index}`,
		points: [{ pages: 10, seconds: index + 1 }],
	}));
	const full = plot(many, 'all');
	const names = elements(full, 'circle').map((one) => one.attributes.class);
	expect(new Set(names).size).toBe(9);
	const style = elements(full, 'style').map(textOf).join('');
	for (const name of names) expect(style.split(`circle.${name},`)).toHaveLength(3);
	expect(style).toContain('prefers-color-scheme:dark');
});

test('nothing measured is an empty frame', () => {
	expect(elements(plot([], 'none'), 'circle')).toEqual([]);
});
