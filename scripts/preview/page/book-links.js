// @ts-check
/// <reference lib="dom" />

/**
 * Follows the links of the book: inside it, to their page; outside, in a window of their own.
 * @param {Document} book
 * @param {(id: string) => void} goTo
 */
export function followLinks(book, goTo) {
	book.addEventListener('click', (event) => {
		// Elements of another window are no instances of this one's classes.
		const target = /** @type {Element | null} */ (event.target);
		const link = target?.closest?.('a[href]');
		const href = link?.getAttribute('href');
		if (!href) return;
		event.preventDefault();
		if (href.startsWith('#')) goTo(decodeURIComponent(href.slice(1)));
		else if (/^(?:https?|mailto|tel):/i.test(href)) open(href, '_blank', 'noopener,noreferrer');
	});
}
