/**
 * One static TrueType face, cut to the characters that an edition shows. The ids of its glyphs are those of the whole
 * face, whatever the cut.
 */
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
	/** Hash of `bytes`, hexadecimal. */
	readonly digest: string;
	/** Hash of all that decides how the face shapes a text that it covers: equal for every cut of one whole face. */
	readonly shape: string;
	/** What the glyphs say. It is found out at the first call, for only a PDF that is finished needs it. */
	readonly glyphText: () => GlyphText;
}

/** What the glyphs of a face stand for, by glyph id. */
export interface GlyphText {
	/** Glyphs that have a code point; the lowest where they have several. */
	readonly coded: ReadonlyMap<number, string>;
	/** Glyphs that only substitution reaches: ligatures, figure styles, small forms. */
	readonly derived: ReadonlyMap<number, string>;
}

export type FontSet = readonly FontFace[];
