import type { Box, Part } from './part.ts';

/** A page of the book, put together from pages of parts. */
export interface Sheet {
	/** The unit that it belongs to; none of a blank page. */
	readonly unit?: string;
	readonly lang?: string;
	/** The text block; a blank page has none. */
	readonly text?: Print;
	/** How far to the right of where it was printed the text block lies, in pt. */
	readonly shift: number;
	/** Bars beside lines that changed, where they lie on the printed sheet. */
	readonly bars?: readonly Box[];
	/** What lies under the text. */
	readonly ground?: Print;
	/** Running head and folio, which lie over it. */
	readonly over: readonly Print[];
}

/** One page of a part. */
export interface Print {
	readonly part: Part;
	readonly page: number;
}

/** All that a page shows, from below. */
export function layersOf({ ground, text, over }: Sheet): readonly Print[] {
	return [...(ground ? [ground] : []), ...(text ? [text] : []), ...over];
}
