import { expect, test } from 'vitest';
import type { Picture } from '../../scripts/model/index.ts';
import { ImageNames, nameImages } from '../../scripts/package/images.ts';
import { markup } from '../support/edition.ts';
import { picture } from './edition.ts';
import { section } from './section.ts';

const pictures = new Map<string, Picture>([
	['图/a b.jpeg', { mediaType: 'image/jpeg', bytes: picture }],
	['b.svg', { mediaType: 'image/svg+xml', bytes: picture }],
	['二/b.svg', { mediaType: 'image/png', bytes: picture }],
	['d%20#?.gif', { mediaType: 'image/gif', bytes: picture }],
]);

test('names count in the order of first use, whatever the files are called; the ending follows the format', () => {
	const names = new ImageNames(pictures);
	const used = ['二/b.svg', '图/a b.jpeg', '二/b.svg', 'b.svg', 'd%20#?.gif'];
	expect(used.map((source) => names.claim(source))).toEqual([
		'images/01.png',
		'images/02.jpg',
		'images/01.png',
		'images/03.svg',
		'images/04.gif',
	]);
	expect(names.list().map(({ mediaType }) => mediaType)).toEqual([
		'image/png',
		'image/jpeg',
		'image/svg+xml',
		'image/gif',
	]);
});

test('only a drawing is compressed again', () => {
	const names = new ImageNames(pictures);
	names.claim('b.svg');
	names.claim('d%20#?.gif');
	expect(names.list().map(({ file }) => file)).toEqual([
		{ path: 'images/01.svg', bytes: picture, compress: true },
		{ path: 'images/02.gif', bytes: picture, compress: false },
	]);
});

test('sizes become whole numbers, as HTML asks, and an SVG keeps its own', () => {
	const tree = section('<img src="b.svg" alt=""><svg></svg>');
	for (const child of tree.children) {
		if (child.type === 'element') Object.assign(child.properties, { width: 33.6, height: 9.2 });
	}
	nameImages(tree, new ImageNames(pictures));
	expect(markup(tree.children)).toBe(
		'<img src="images/01.svg" alt="" width="34" height="9"><svg width="33.6" height="9.2"></svg>',
	);
});

test('an image that the edition lacks is named', () => {
	expect(() => nameImages(section('<img src="no.png">'), new ImageNames(pictures))).toThrow('no.png');
});

test('an image that was scaled says its new size', () => {
	const tree = section('<img src="a.png" alt="" width="9000" height="6000">');
	const scaled: Picture = { mediaType: 'image/png', bytes: picture, size: { width: 2449, height: 1632 } };
	nameImages(tree, new ImageNames(new Map([['a.png', scaled]])));
	expect(markup(tree.children)).toBe('<img src="images/01.png" alt="" width="2449" height="1632">');
});

test('an image that is shown smaller than its pixels stays so, however many are left', () => {
	const tree = section('<img src="a.png" alt="" width="192" height="128">');
	const scaled: Picture = { mediaType: 'image/png', bytes: picture, size: { width: 2449, height: 1632 } };
	nameImages(tree, new ImageNames(new Map([['a.png', scaled]])));
	expect(markup(tree.children)).toBe('<img src="images/01.png" alt="" width="192" height="128">');
});
