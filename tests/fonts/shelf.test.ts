import { expect, test } from 'vitest';
import { fillShelf } from '../../scripts/fonts/shelf.ts';
import type { Asset, FontFace } from '../../scripts/model/index.ts';
import { edition } from '../support/edition.ts';

const serif: FontFace = {
	family: 'Diglot Serif',
	weight: 700,
	style: 'italic',
	file: 'serif-700-italic.ttf',
	bytes: new Uint8Array([1, 2]),
	postScriptName: 'Serif-BoldItalic',
	digest: '0123456789abcdef',
	shape: 'serif',
	glyphText: () => ({ coded: new Map(), derived: new Map() }),
};
const marks: FontFace = { ...serif, family: 'Marks', unicodeRange: 'U+201C', weight: 400, style: 'normal' };
const image: Asset = {
	path: 'images/图 1.png',
	mediaType: 'image/png',
	width: 1,
	height: 1,
	stamp: '1',
	read: async () => new Uint8Array([9]),
};

test('faces and images lie under the addresses that pages ask for', async () => {
	const made = edition({ images: new Map([[image.path, image]]) });
	const { resources } = fillShelf(made, [serif], '');
	expect([...resources.keys()]).toEqual(['/fonts/serif-700-italic.01234567.ttf', '/images/图 1.png']);
	expect(resources.get('/fonts/serif-700-italic.01234567.ttf')?.type).toBe('font/ttf');
	expect(await resources.get('/fonts/serif-700-italic.01234567.ttf')?.read()).toBe(serif.bytes);
	expect(resources.get('/images/图 1.png')?.type).toBe('image/png');
	expect(await resources.get('/images/图 1.png')?.read()).toEqual(new Uint8Array([9]));
});

test('each face has a rule, before the style of the text', () => {
	const { css, resources } = fillShelf(edition({}), [serif, marks], 'p { color: red }');
	expect(css).toBe(
		`@font-face{font-family:"Diglot Serif";font-weight:700;font-style:italic;src:url(/fonts/serif-700-italic.01234567.ttf)}
@font-face{font-family:"Marks";font-weight:400;font-style:normal;unicode-range:U+201C;src:url(/fonts/serif-700-italic.01234567.ttf)}
p { color: red }`,
	);
	expect(resources.size).toBe(1);
});

test('faces are listed by their addresses, and the style of the text stands alone too', () => {
	const { faces, typography } = fillShelf(edition({}), [serif, marks], 'p { color: red }');
	expect(typography).toBe('p { color: red }');
	const path = '/fonts/serif-700-italic.01234567.ttf';
	expect(faces).toEqual([
		{ family: 'Diglot Serif', weight: 700, style: 'italic', path },
		{ family: 'Marks', weight: 400, style: 'normal', unicodeRange: 'U+201C', path },
	]);
});

const filled = (face: Partial<FontFace>, css = 'p {}', picture: Partial<Asset> = {}) =>
	fillShelf(
		edition({ images: new Map([[image.path, { ...image, ...picture }]]) }),
		[{ ...serif, ...face }],
		css,
	);

test('the key is that of the content: equal for equal shelves, another for another cut, style or image', () => {
	const { key } = filled({});
	expect(filled({}).key).toBe(key);
	const others = [
		filled({ digest: 'fedcba9876543210' }),
		filled({ weight: 400 }),
		filled({}, 'p { color: red }'),
		filled({}, 'p {}', { stamp: '2' }),
		filled({}, 'p {}', { path: 'images/b.png' }),
	];
	expect(new Set([key, ...others.map((shelf) => shelf.key)]).size).toBe(others.length + 1);
});

test('the key of the shape stays when a cut grows or an image changes, not when style or whole face change', () => {
	const { shapeKey } = filled({});
	expect(filled({ digest: 'fedcba9876543210' }, 'p {}', { stamp: '2' }).shapeKey).toBe(shapeKey);
	expect(filled({ shape: 'other' }).shapeKey).not.toBe(shapeKey);
	expect(filled({}, 'p { color: red }').shapeKey).not.toBe(shapeKey);
});
