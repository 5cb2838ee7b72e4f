/** One static TrueType face, cut to the characters that an edition shows. */
export interface FontFace {
	/** Name in style sheets, such as `Diglot Serif Han`. */
	readonly family: string;
	readonly weight: number;
	readonly style: 'normal' | 'italic';
	/** CSS `unicode-range` where the face serves only some characters. */
	readonly unicodeRange?: string;
	/** Name for a file that holds it, ASCII, without folder: `serif-han-400.ttf`. Faces that share bytes share it. */
	readonly file: string;
	readonly bytes: Uint8Array;
	/** The name that a PDF gives it, such as `SourceSerif4-Regular`. */
	readonly postScriptName: string;
	readonly glyphText: GlyphText;
}

/** What the glyphs of a face stand for, by glyph id. */
export interface GlyphText {
	/** Glyphs that have a code point; the lowest where they have several. */
	readonly coded: ReadonlyMap<number, string>;
	/** Glyphs that only substitution reaches: ligatures, figure styles, small forms. */
	readonly derived: ReadonlyMap<number, string>;
}

export type FontSet = readonly FontFace[];
