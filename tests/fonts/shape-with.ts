import * as shaper from 'harfbuzzjs';

/** The glyphs that a shaper sets for a text. */
export function shapeWith(
	bytes: Uint8Array,
	text: string,
	...features: readonly string[]
): readonly number[] {
	const blob = new shaper.Blob(bytes.slice().buffer);
	const font = new shaper.Font(new shaper.Face(blob));
	const buffer = new shaper.Buffer();
	buffer.addText(text);
	buffer.guessSegmentProperties();
	const wanted = features.map((tag) => new shaper.Feature(tag));
	shaper.shape(font, buffer, wanted);
	return buffer.getGlyphInfos().map((glyph) => glyph.codepoint);
}
