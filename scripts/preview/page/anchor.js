// @ts-check
/// <reference lib="dom" />
import { blocksOf, textOf } from './page-text.js';

/**
 * @typedef {object} Anchor What the reader looks at: the page at the top of the window and the first block in sight.
 * @property {number} index
 * @property {string} hash
 * @property {string | undefined} unit
 * @property {number} nth page of its unit
 * @property {{ text: string, top: number } | undefined} block
 */

/**
 * @param {import('./messages.d.ts').EditionView} view
 * @param {number} index of the page at the top of the window
 * @param {Element | undefined} element of that page
 * @returns {Anchor}
 */
export function takeAnchor(view, index, element) {
	const page = view.pages[index];
	const block = element && firstInSight(element);
	return {
		index,
		hash: page?.hash ?? '',
		unit: page?.unit,
		nth:
			index -
			Math.max(
				0,
				view.pages.findIndex(({ unit }) => unit === page?.unit),
			),
		block,
	};
}

/** @param {Element} page */
function firstInSight(page) {
	for (const block of blocksOf(page)) {
		const { top, bottom, height } = block.getBoundingClientRect();
		const text = bottom > 0 && height > 0 ? textOf(block) : '';
		if (text !== '') return { text, top };
	}
	return undefined;
}

/**
 * The page that an anchor's page has become.
 * @param {import('./messages.d.ts').EditionView} view
 * @param {Anchor} anchor
 * @returns {{ index: number, same: boolean }} `same` where it is the very page
 */
export function findAnchorPage(view, anchor) {
	const { pages } = view;
	const isSame = (/** @type {number} */ index) =>
		pages[index]?.hash === anchor.hash && pages[index]?.unit === anchor.unit;
	for (let away = 0; away < Math.max(pages.length, anchor.index + 1); away++) {
		if (isSame(anchor.index + away)) return { index: anchor.index + away, same: true };
		if (isSame(anchor.index - away)) return { index: anchor.index - away, same: true };
	}
	const first = anchor.unit === undefined ? -1 : pages.findIndex(({ unit }) => unit === anchor.unit);
	if (first < 0) return { index: Math.max(0, Math.min(anchor.index, pages.length - 1)), same: false };
	let index = first;
	while (index < first + anchor.nth && pages[index + 1]?.unit === anchor.unit) index++;
	return { index, same: false };
}

/** Beginnings of a block that still tell it, for it may be split elsewhere or be the one that is edited. */
const lengths = [Number.POSITIVE_INFINITY, 40, 12];

/**
 * The anchor's block on one of the pages of its unit; of several that begin alike, the nearest to where it was.
 * @param {readonly Element[]} pages
 * @param {Anchor} anchor
 * @returns {Element | undefined}
 */
export function findAnchorBlock(pages, { block }) {
	if (!block) return undefined;
	const all = pages.flatMap((page) =>
		blocksOf(page).map((one) => ({
			one,
			text: textOf(one),
			away: Math.abs(one.getBoundingClientRect().top - block.top),
		})),
	);
	for (const length of lengths) {
		const start = block.text.slice(0, length);
		const isIt = (/** @type {string} */ text) =>
			start.length < block.text.length ? text.startsWith(start) : text === start;
		const [nearest] = all.filter(({ text }) => isIt(text)).sort((a, b) => a.away - b.away);
		if (nearest) return nearest.one;
	}
	return undefined;
}
