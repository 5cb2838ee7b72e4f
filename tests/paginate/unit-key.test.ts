import { expect, test } from 'vitest';
import { fillShelf } from '../../scripts/fonts/index.ts';
import type { FontFace, Unit } from '../../scripts/model/index.ts';
import { readPagingScripts } from '../../scripts/paginate/paged-js.ts';
import { createUnitKeys, type KeyContext, readLayoutCode } from '../../scripts/paginate/unit-key.ts';
import type { UnitSource } from '../../scripts/paginate/unit-source.ts';
import { edition, inline, note, text, tree, unit } from '../support/edition.ts';

const picture = { path: 'images/a.png', mediaType: 'image/png', width: 40, height: 30 } as const;
const context: KeyContext = {
	pageCss: '@page { size: A4 }',
	shapes: 'shapes',
	browser: 'Chrome/143',
	code: 'code',
	lang: 'zh',
	images: new Map([[picture.path, picture]]),
};
const call = '<a class="note-call" data-note="note-1" id="note-1-call" href="#note-1">1</a>';
const source = unit('a', {
	file: 'a.zh.md',
	body: tree(`<p id="p">Text${call}<img src="images/a.png" width="40" height="30"></p>`),
	notes: [note(1, text('A note'))],
});

const keyOf = (one: Unit, rest: Partial<KeyContext> = {}) =>
	createUnitKeys({ ...context, ...rest }, new WeakMap()).keysOf([one])[0] ?? '';
const usual = keyOf(source);

test('a key is a digest, and the same unit has the same one in every run', () => {
	expect(usual).toMatch(/^[0-9a-f]{64}$/);
	expect(keyOf(structuredClone(source))).toBe(usual);
});

test.each<[string, Partial<Unit>]>([
	['a word', { body: tree('<p id="p">Test</p>') }],
	['an attribute', { body: tree('<p id="q">Text</p>') }],
	['the words of a note', { notes: [note(1, text('Another note'))] }],
	['a note that is gone', { notes: [] }],
	['the language', { lang: 'en' }],
	['the title, which messages name', { title: inline('Another title') }],
	['the file, which messages name', { file: 'b.zh.md' }],
])('%s changes the key', (_, change) => {
	expect(keyOf({ ...source, ...change })).not.toBe(usual);
});

test('without a file the template is named, and so the kind counts', () => {
	const { file: _file, ...made } = source;
	expect(keyOf(made)).not.toBe(keyOf({ ...made, kind: 'directory' }));
});

test.each<[string, Partial<KeyContext>]>([
	['the page rules', { pageCss: '@page { size: A5 }' }],
	['the shapes of the faces', { shapes: 'other' }],
	['the browser', { browser: 'Chrome/144' }],
	['the code', { code: 'other' }],
	['the language of the document', { lang: 'en' }],
	['the size of an image', { images: new Map([[picture.path, { ...picture, width: 41 }]]) }],
	['the kind of an image', { images: new Map([[picture.path, { ...picture, mediaType: 'image/webp' }]]) }],
	['an image that is gone', { images: new Map() }],
])('%s changes the key', (_, change) => {
	expect(keyOf(source, change)).not.toBe(usual);
});

test.each<[string, Partial<Unit>]>([
	['running heads', { runningHeads: { verso: inline('Book'), recto: inline('Piece') } }],
	['the side it starts on', { start: 'recto' }],
	['folios', { folios: 'none' }],
	['the matter it stands in', { matter: 'back' }],
	['its name in the edition', { id: 'b' }],
])('%s leave the key as it is', (_, change) => {
	expect(keyOf({ ...source, ...change })).toBe(usual);
});

test('an image of another unit leaves the key as it is', () => {
	const images = new Map([...context.images, ['b.png', { ...picture, path: 'b.png' }]]);
	expect(keyOf(source, { images })).toBe(usual);
});

test('an image that only a note shows counts', () => {
	const shown = tree('<img src="images/a.png">').children.filter((child) => child.type === 'element');
	const noted = unit('n', { body: tree(`<p>${call}</p>`), notes: [note(1, ...shown)] });
	expect(keyOf(noted)).not.toBe(keyOf(noted, { images: new Map() }));
});

test('a unit is read once in a session, and still gets a new key where its surroundings change', () => {
	const sources = new WeakMap<Unit, UnitSource>();
	const { title, ...rest } = source;
	let looks = 0;
	const watched: Unit = {
		...rest,
		get title() {
			looks++;
			return title;
		},
	};
	expect(createUnitKeys(context, sources).sourceOf(watched)).toBe(usual);
	const before = looks;
	expect(createUnitKeys(context, sources).sourceOf(watched)).toBe(usual);
	expect(createUnitKeys({ ...context, browser: 'Chrome/144' }, sources).sourceOf(watched)).not.toBe(usual);
	const images = new Map([[picture.path, { ...picture, height: 31 }]]);
	expect(createUnitKeys({ ...context, images }, sources).sourceOf(watched)).not.toBe(usual);
	expect(before).toBeGreaterThan(0);
	expect(looks).toBe(before);
});

const seriesOf = (one: Unit, rest: Partial<KeyContext> = {}) =>
	createUnitKeys({ ...context, ...rest }, new WeakMap()).seriesOf(one);

test('a series goes on whatever the unit says, and whatever its images are', () => {
	const changed = { ...source, body: tree('<p>Other</p>'), notes: [], title: inline('Other') };
	expect(seriesOf(changed, { images: new Map() })).toBe(seriesOf(source));
	expect(seriesOf(source)).not.toBe(usual);
});

test.each<[string, Partial<Unit>, Partial<KeyContext>]>([
	['another unit', { id: 'b' }, {}],
	['other page rules', {}, { pageCss: '@page { size: A5 }' }],
	['other shapes of the faces', {}, { shapes: 'other' }],
	['another browser', {}, { browser: 'Chrome/144' }],
	['other code', {}, { code: 'other' }],
	['another language of the document', {}, { lang: 'en' }],
])('%s begins another series', (_, unitChange, change) => {
	expect(seriesOf({ ...source, ...unitChange }, change)).not.toBe(seriesOf(source));
});

function face(bytes: Uint8Array, rest: Partial<FontFace> = {}): FontFace {
	return {
		family: 'Serif',
		weight: 400,
		style: 'normal',
		file: 'serif.ttf',
		bytes,
		postScriptName: 'Serif',
		digest: Buffer.from(bytes).toString('hex'),
		shape: 'serif',
		glyphText: () => ({ coded: new Map(), derived: new Map() }),
		...rest,
	};
}

test('a cut that has grown changes nothing; another style or face does', () => {
	const shelf = (faces: readonly FontFace[], css = 'p { margin: 0 }') =>
		fillShelf(edition({}), faces, css).shapeKey;
	const before = shelf([face(new Uint8Array(1))]);
	expect(shelf([face(new Uint8Array(2))])).toBe(before);
	expect(shelf([face(new Uint8Array(1))], 'p { margin: 1em }')).not.toBe(before);
	expect(shelf([face(new Uint8Array(1), { shape: 'bold' })])).not.toBe(before);
});

test('the code of the page and of this stage counts', async () => {
	const scripts = await readPagingScripts();
	const code = await readLayoutCode(scripts);
	expect(await readLayoutCode(scripts)).toBe(code);
	for (const [nth, script] of scripts.entries()) {
		expect(await readLayoutCode(scripts.with(nth, `${script}\n`))).not.toBe(code);
	}
});
