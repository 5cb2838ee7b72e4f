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
	glyphText: { coded: new Map(), derived: new Map() },
};
const marks: FontFace = { ...serif, family: 'Marks', unicodeRange: 'U+201C', weight: 400, style: 'normal' };
const image: Asset = {
	path: 'images/图 1.png',
	mediaType: 'image/png',
	width: 1,
	height: 1,
	read: async () => new Uint8Array([9]),
};

test('faces and images lie under the addresses that pages ask for', async () => {
	const made = edition({ images: new Map([[image.path, image]]) });
	const { resources } = fillShelf(made, [serif], '');
	expect([...resources.keys()]).toEqual(['/fonts/serif-700-italic.ttf', '/images/图 1.png']);
	expect(resources.get('/fonts/serif-700-italic.ttf')?.type).toBe('font/ttf');
	expect(await resources.get('/fonts/serif-700-italic.ttf')?.read()).toBe(serif.bytes);
	expect(resources.get('/images/图 1.png')?.type).toBe('image/png');
	expect(await resources.get('/images/图 1.png')?.read()).toEqual(new Uint8Array([9]));
});

test('each face has a rule, before the style of the text', () => {
	const { css, resources } = fillShelf(edition({}), [serif, marks], 'p { color: red }');
	expect(css).toBe(
		`@font-face{font-family:"Diglot Serif";font-weight:700;font-style:italic;src:url(/fonts/serif-700-italic.ttf)}
@font-face{font-family:"Marks";font-weight:400;font-style:normal;unicode-range:U+201C;src:url(/fonts/serif-700-italic.ttf)}
p { color: red }`,
	);
	expect(resources.size).toBe(1);
});
