import { create } from 'fontkitten';
import { expect, test } from 'vitest';
import { cutFonts, cutToGlyphs } from '../../scripts/fonts/index.ts';
import { readTables } from '../../scripts/fonts/tables.ts';
import { edition, tree, unit } from '../support/edition.ts';
import { createReport } from '../support/report.ts';

async function faceOf(file: string, text: string) {
	const fonts = await cutFonts(
		edition({ units: [unit('a', { body: tree(`<p>${text}</p>`) })] }),
		createReport().add,
	);
	const face = fonts.find((one) => one.file === file);
	if (!face) throw new Error(`${file} was not cut.`);
	return face;
}

function outline(bytes: Uint8Array, glyph: number): string {
	const font = create(Buffer.from(bytes));
	if (font.isCollection) throw new Error('one font was expected');
	return font.getGlyph(glyph).path.toSVG();
}

const han = await faceOf('serif-han-400.ttf', '人工智能治理');
const glyphs = [...han.glyphText().coded].filter(([, text]) => '人工'.includes(text)).map(([glyph]) => glyph);

test('a face keeps the outlines of its glyphs under their ids, and loses those of others', async () => {
	expect(glyphs).toHaveLength(2);
	const cut = await cutToGlyphs(han.bytes, glyphs);
	for (const glyph of glyphs) expect(outline(cut, glyph)).toBe(outline(han.bytes, glyph));
	const other = [...han.glyphText().coded].find(([, text]) => text === '理')?.[0] ?? 0;
	expect(outline(han.bytes, other).length).toBeGreaterThan(10);
	expect(glyphs.some((glyph) => glyph > other) ? outline(cut, other) : '').toBe('');
});

test('only what a PDF reads is left', async () => {
	const cut = await cutToGlyphs(han.bytes, glyphs);
	expect([...readTables(cut).keys()].sort()).toEqual(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']);
});

test('the bytes are the same whatever else the cut of the face had, and in whatever order glyphs are named', async () => {
	const larger = await faceOf('serif-han-400.ttf', '人工智能治理与风险龘A“');
	expect(larger.digest).not.toBe(han.digest);
	const cut = await cutToGlyphs(han.bytes, glyphs);
	expect(Buffer.compare(await cutToGlyphs(larger.bytes, [...glyphs].reverse()), cut)).toBe(0);
});

test('the parts of a composite glyph come with it', async () => {
	const serif = await faceOf('sans-400.ttf', 'Éo');
	const glyph = [...serif.glyphText().coded].find(([, text]) => text === 'É')?.[0] ?? 0;
	const cut = await cutToGlyphs(serif.bytes, [glyph]);
	expect(outline(cut, glyph)).toBe(outline(serif.bytes, glyph));
	expect(outline(cut, glyph).length).toBeGreaterThan(10);
});
