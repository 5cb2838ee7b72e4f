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
}

export type FontSet = readonly FontFace[];
