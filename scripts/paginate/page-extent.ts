import { bare } from './words.ts';

/** How much of a flow stands on a page. */
export interface Extent {
	/** Characters without those that page breaks bring or take, as in the proof that no word is lost. */
	readonly characters: number;
	/** Pictures, drawings, formulas and rules behind the last of the characters. */
	readonly objects: number;
}

/** Elements that show something, whatever text they hold. */
export const objectNames: ReadonlySet<string> = new Set(['img', 'svg', 'math', 'hr']);

/** What is not in the source of the page, tags, and text; a browser writes attributes between double quotes. */
const token =
	/<!--.*?-->|<thead[^>]* class="repeated"[^>]*>.*?<\/thead>|<a\b[^>]*\bclass="page-ref"[^>]*>[^<]*<\/a>|<([a-z]+)(?:"[^"]*"|[^">])*>|<(?:"[^"]*"|[^">])*>|[^<]+/gs;

/** Counts what of the source stands on a page, from its finished HTML: folios and heads printed again are not in it. */
export function extentOf(html: string): Extent {
	let [characters, objects] = [0, 0];
	for (const [part, name] of html.matchAll(token)) {
		if (name !== undefined && objectNames.has(name)) objects += 1;
		if (part.startsWith('<')) continue;
		const count = bare(decode(part)).length;
		characters += count;
		if (count > 0) objects = 0;
	}
	return { characters, objects };
}

/** A browser writes no other references, and each stands for one character. */
function decode(text: string): string {
	return text.replaceAll('&nbsp;', ' ').replaceAll(/&(?:amp|lt|gt);/g, '&');
}
