import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkitten';
import { expect, test } from 'vitest';
import { readCharacterMap } from '../../scripts/fonts/character-map.ts';
import { type FontBytes, startHarfbuzz } from '../../scripts/fonts/harfbuzz.ts';
import { readTables } from '../../scripts/fonts/tables.ts';

const han = readFileSync(
	createRequire(import.meta.url).resolve(
		'@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
	),
);

function asFont(bytes: Uint8Array): FontBytes {
	return { length: bytes.length, copyTo: (target) => target.set(bytes) };
}

function pointsOf(bytes: Uint8Array): ReadonlyMap<number, number> {
	const cmap = readTables(bytes).get('cmap');
	return cmap ? readCharacterMap(cmap) : new Map();
}

const points = [0x4eba, 0x5de5, 0x667a, 0x201c];
const order = { points, features: ['chws', 'halt'], drop: ['vhea', 'vmtx'] };

test('a cut has the characters of the order under the glyph ids of the whole face, and no more', () => {
	const whole = pointsOf(han);
	const cut = pointsOf(startHarfbuzz().open(asFont(han), 'han').cut(order));
	expect([...cut.keys()]).toEqual([...points].sort((a, b) => a - b));
	for (const [point, glyph] of cut) expect(whole.get(point)).toBe(glyph);
});

test('glyph ids hold when the cut grows, and outlines with them', () => {
	const face = startHarfbuzz().open(asFont(han), 'han');
	const [small, large] = [face.cut(order), face.cut({ ...order, points: [...points, 0x9f98, 0x4e00] })];
	const [before, after] = [pointsOf(small), pointsOf(large)];
	expect(after.size).toBe(before.size + 2);
	const [one, other] = [create(Buffer.from(small)), create(Buffer.from(large))];
	if (one.isCollection || other.isCollection) throw new Error('one font was expected');
	for (const [point, glyph] of before) {
		expect(after.get(point)).toBe(glyph);
		expect(other.getGlyph(glyph).path.toSVG()).toBe(one.getGlyph(glyph).path.toSVG());
		expect(one.getGlyph(glyph).path.toSVG().length).toBeGreaterThan(10);
	}
});

test('the same order gives the same bytes, in whatever sequence and after other cuts', () => {
	const face = startHarfbuzz().open(asFont(han), 'han');
	const first = face.cut(order);
	face.cut({ ...order, points: [0x9f98] });
	expect(Buffer.compare(face.cut({ ...order, points: [...points].reverse() }), first)).toBe(0);
	expect(Buffer.compare(startHarfbuzz().open(asFont(han), 'han').cut(order), first)).toBe(0);
});

test('features and tables that were not asked for are gone', () => {
	const face = startHarfbuzz().open(asFont(han), 'han');
	const tables = [...readTables(face.cut(order)).keys()];
	expect(tables).toEqual(expect.arrayContaining(['glyf', 'loca', 'cmap', 'GPOS', 'name']));
	expect(tables).not.toContain('vmtx');
	expect(tables).not.toContain('prep');
	const positions = (features: readonly string[]) =>
		readTables(face.cut({ ...order, features })).get('GPOS')?.length ?? 0;
	expect(positions([])).toBeLessThan(positions(order.features));
});

test('glyphs can be ordered by their ids', () => {
	const glyph = pointsOf(han).get(0x4eba) ?? 0;
	const cut = startHarfbuzz()
		.open(asFont(han), 'han')
		.cut({ glyphs: [glyph], features: [], drop: [] });
	expect(new Set(pointsOf(cut).values())).toEqual(new Set([glyph]));
	const font = create(Buffer.from(cut));
	if (font.isCollection) throw new Error('one font was expected');
	expect(font.getGlyph(glyph).path.toSVG().length).toBeGreaterThan(10);
});

test('many cuts and faces leave no memory behind', () => {
	const harfbuzz = startHarfbuzz();
	const latin = readFileSync(
		createRequire(import.meta.url).resolve(
			'@expo-google-fonts/source-code-pro/400Regular/SourceCodePro_400Regular.ttf',
		),
	);
	const round = () => {
		const face = harfbuzz.open(asFont(latin), 'latin');
		for (let time = 0; time < 20; time++) face.cut({ points: [0x41 + time], features: ['ccmp'], drop: [] });
		face.close();
	};
	round();
	const before = harfbuzz.memory();
	for (let time = 0; time < 40; time++) round();
	expect(harfbuzz.memory()).toBe(before);
});

test('bytes that are no font are named', () => {
	const { open } = startHarfbuzz();
	for (const bytes of [new Uint8Array(), new Uint8Array(100), Buffer.from('OTTO and the rest of a font')]) {
		expect(() => open(asFont(bytes), 'x.ttf')).toThrow('x.ttf is no TrueType font.');
	}
	const head = new Uint8Array(200);
	head[1] = 1;
	expect(() => open(asFont(head), 'x.ttf').cut(order)).toThrow('x.ttf');
});
