/** A BCP 47 language tag as written in book.yaml, such as `zh` or `en`. */
export type Lang = string;

/** One value per language of the book. */
export type Localized<T> = Readonly<Record<Lang, T>>;

/** A stretch of plain text that knows its language: it differs from the one asked for where a translation is missing. */
export interface LocalText {
	readonly text: string;
	readonly lang: Lang;
	readonly place: Place;
}

/** Where something stands in the manuscript: `file` is relative to the manuscript folder, line and column count from 1. */
export interface Place {
	readonly file: string;
	readonly line: number;
	readonly column: number;
}
