import { expect, test } from 'vitest';
import { ImageNames, nameImages } from '../../scripts/package/images.ts';
import { markup } from '../support/edition.ts';
import { asset, picture } from './edition.ts';
import { section } from './section.ts';

const assets = new Map(
	[
		asset('图/a b.jpeg', { mediaType: 'image/jpeg' }),
		asset('b.svg', { mediaType: 'image/svg+xml' }),
		asset('c.webp', { mediaType: 'image/webp' }),
		asset('d.gif', { mediaType: 'image/gif' }),
	].map((one) => [one.path, one]),
);

test('names count in the order of first use; the ending follows the type', () => {
	const names = new ImageNames(assets);
	const claimed = ['c.webp', '图/a b.jpeg', 'c.webp', 'b.svg'].map((source) => names.claim(source));
	expect(claimed).toEqual(['images/01.webp', 'images/02.jpg', 'images/01.webp', 'images/03.svg']);
	expect(names.list().map(({ mediaType }) => mediaType)).toEqual([
		'image/webp',
		'image/jpeg',
		'image/svg+xml',
	]);
});

test('bytes are read when asked for; only a drawing is compressed again', async () => {
	const names = new ImageNames(assets);
	names.claim('b.svg');
	names.claim('d.gif');
	const files = await Promise.all(names.list().map((image) => image.read()));
	expect(files).toEqual([
		{ path: 'images/01.svg', bytes: picture, compress: true },
		{ path: 'images/02.gif', bytes: picture, compress: false },
	]);
});

test('sizes become whole numbers, as HTML asks, and an SVG keeps its own', () => {
	const tree = section('<img src="b.svg" alt=""><svg></svg>');
	for (const child of tree.children) {
		if (child.type === 'element') Object.assign(child.properties, { width: 33.6, height: 9.2 });
	}
	nameImages(tree, new ImageNames(assets));
	expect(markup(tree.children)).toBe(
		'<img src="images/01.svg" alt="" width="34" height="9"><svg width="33.6" height="9.2"></svg>',
	);
});

test('an image that the edition lacks is named', () => {
	expect(() => nameImages(section('<img src="no.png">'), new ImageNames(assets))).toThrow('no.png');
});
