// @ts-check
/// <reference lib="dom" />

/** How far a key goes, in parts of the window. */
const ways = new Map([
	['ArrowDown', 0.1],
	['ArrowUp', -0.1],
	['PageDown', 0.9],
	['PageUp', -0.9],
	[' ', 0.9],
]);

/**
 * Lets the keys that scroll move the book as long as nothing else has the focus, as after opening the page; from then
 * on the book has it.
 * @param {Document} page
 * @param {Window} book
 */
export function scrollByKeys(page, book) {
	page.addEventListener('keydown', ({ key, shiftKey, ctrlKey, altKey, metaKey }) => {
		const way = ways.get(key);
		if (way === undefined || page.activeElement !== page.body || ctrlKey || altKey || metaKey) return;
		book.focus();
		book.scrollBy(0, way * book.innerHeight * (key === ' ' && shiftKey ? -1 : 1));
	});
}
