// @ts-check

/**
 * @typedef {object} Rows Where every page lies on the desk, in px of the screen.
 * @property {number} scale
 * @property {number} width of the desk
 * @property {number} height of the desk
 * @property {number} step from one row to the next
 * @property {readonly (readonly number[])[]} pages indices of each row's pages
 * @property {(index: number) => number} rowOf
 * @property {(index: number) => { x: number, y: number }} place of a page's upper left corner
 * @property {(y: number) => number} rowAt the row at a height, that above a gap in the gap
 */

/** Round the rows and between them, in px. */
export const gap = 28;

/**
 * Lays pages out in rows: alone, or as they face each other when the book is open. The first recto lies alone.
 * @param {object} desk
 * @param {readonly { side: 'recto' | 'verso' }[]} desk.pages
 * @param {{ width: number, height: number }} desk.size of a page, in CSS px
 * @param {boolean} desk.spread
 * @param {number | 'width' | 'page'} desk.zoom 1 shows a page in its true size
 * @param {{ width: number, height: number }} desk.window
 * @returns {Rows}
 */
export function layRows({ pages, size, spread, zoom, window }) {
	const across = spread ? 2 : 1;
	const fitWidth = Math.max(0.1, (window.width - 2 * gap) / (size.width * across));
	const fitPage = Math.min(fitWidth, Math.max(0.1, (window.height - 2 * gap) / size.height));
	const scale = zoom === 'width' ? fitWidth : zoom === 'page' ? fitPage : zoom;
	/** @type {number[][]} */
	const rows = [];
	/** @type {number[]} */
	const rowOf = [];
	pages.forEach(({ side }, index) => {
		const last = rows.at(-1);
		const before = last?.length === 1 && last[0] !== undefined ? pages[last[0]] : undefined;
		if (spread && side === 'recto' && last && before?.side === 'verso') last.push(index);
		else rows.push([index]);
		rowOf.push(rows.length - 1);
	});
	const pageWidth = size.width * scale;
	const step = Math.round(size.height * scale + gap);
	const width = Math.max(window.width, pageWidth * across + 2 * gap);
	return {
		scale,
		width,
		height: rows.length * step + gap,
		step,
		pages: rows,
		rowOf: (index) => rowOf[index] ?? 0,
		place: (index) => {
			const y = gap + (rowOf[index] ?? 0) * step;
			if (!spread) return { x: Math.round((width - pageWidth) / 2), y };
			const spine = Math.round(width / 2);
			return { x: pages[index]?.side === 'verso' ? spine - pageWidth : spine, y };
		},
		rowAt: (y) => Math.max(0, Math.min(rows.length - 1, Math.floor((y - gap) / step))),
	};
}
