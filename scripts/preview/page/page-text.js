// @ts-check
/// <reference lib="dom" />
import { endsLine, findAll, fold } from './find.js';

/**
 * The text of an element as the search sees it, with its text nodes.
 * @param {Element} root
 */
function readText(root) {
	let text = '';
	/** @type {{ node: Text, start: number }[]} */
	const nodes = [];
	/** @param {Node} node */
	const walk = (node) => {
		if (node.nodeType === 3) {
			nodes.push({ node: /** @type {Text} */ (node), start: text.length });
			text += node.nodeValue ?? '';
		} else if (node.nodeType === 1) {
			const element = /** @type {Element} */ (node);
			// Folios are filled in here; the server does not know them.
			if (element.classList.contains('page-ref')) return;
			const ends = endsLine(element.localName);
			if (ends) text += '\n';
			for (const child of node.childNodes) walk(child);
			if (ends) text += '\n';
		}
	};
	for (const part of root.querySelectorAll('.flow, .notes')) walk(part);
	return { text, nodes };
}

/**
 * Where a page holds a query.
 * @param {Element} page
 * @param {string} query folded
 * @returns {Range[]}
 */
export function findRanges(page, query) {
	const { text, nodes } = readText(page);
	const folded = fold(text);
	const at = (/** @type {number} */ place) =>
		nodes.findLast(({ start, node }) => start <= place && place <= start + node.length);
	return findAll(folded.text, query).flatMap((start) => {
		const first = folded.places[start] ?? 0;
		const last = folded.places[start + query.length - 1] ?? first;
		const from = at(first);
		const to = at(last);
		if (!from || !to) return [];
		const range = page.ownerDocument.createRange();
		range.setStart(from.node, Math.min(first - from.start, from.node.length));
		range.setEnd(to.node, Math.min(last + 1 - to.start, to.node.length));
		return [range];
	});
}

/** The smallest blocks that a reader would call one thing. */
const blocks = 'p, li, h1, h2, h3, h4, h5, h6, tr, figure, pre, dt, dd, .note-text';

/**
 * @param {Element} page
 * @returns {Element[]} those that hold no other
 */
export function blocksOf(page) {
	return [...page.querySelectorAll(blocks)].filter((block) => !block.querySelector(blocks));
}

/** @param {Element} block */
export function textOf(block) {
	return fold(block.textContent ?? '').text.trim();
}
