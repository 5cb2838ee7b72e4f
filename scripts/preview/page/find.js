// @ts-check
// Used by the server, which looks through all pages, and by the page, which marks what was found on one.

/** Elements that stand in a line; any other ends the line that was open. */
const inline = new Set(
	'a abbr b bdi bdo br cite code data del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup time tspan u var wbr'.split(
		' ',
	),
);

/** @param {string} name of an element, in small letters */
export function endsLine(name) {
	return !inline.has(name);
}

/** Soft hyphens, word joiners and other marks that nobody sees or types. */
const unseen = /[\u00ad\u200b-\u200d\u2060\ufeff]/;

/**
 * A text as it is compared: without invisible marks, in small letters, with one space for each run of white space.
 * @param {string} text
 * @returns {{ text: string, places: number[] }} with the place in the given text of each UTF-16 unit of the folded one
 */
export function fold(text) {
	let folded = '';
	/** @type {number[]} */
	const places = [];
	for (let place = 0; place < text.length; place++) {
		const one = text.charAt(place);
		if (unseen.test(one)) continue;
		const small = /\s/.test(one) ? ' ' : one.toLowerCase();
		if (small === ' ' && (folded === '' || folded.endsWith(' '))) continue;
		folded += small;
		for (let unit = 0; unit < small.length; unit++) places.push(place);
	}
	return { text: folded, places };
}

/**
 * Where a folded text holds a query, from left to right, without overlaps.
 * @param {string} text
 * @param {string} query folded and not empty
 * @returns {number[]}
 */
export function findAll(text, query) {
	const found = [];
	for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + query.length)) found.push(at);
	return found;
}

/**
 * A query as it is compared.
 * @param {string} query
 */
export function foldQuery(query) {
	return fold(query).text.trim();
}
