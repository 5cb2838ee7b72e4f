// @ts-check
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { findAnchorBlock, findAnchorPage, takeAnchor } from './anchor.js';
import { flash, flashChanges, textOfGone } from './flash.js';
import { gap, layRows } from './rows.js';
import { createSheets } from './sheets.js';

/**
 * @typedef {import('./messages.d.ts').EditionView} EditionView
 * @typedef {{ zoom: number | 'width' | 'page', spread: boolean }} Arrangement
 */

/** More pages than this never lie on the desk. */
const mostSheets = 28;
/** Rows fetched ahead. */
const ahead = 4;

/**
 * The desk: the pages near the window, of however many.
 * @param {HTMLIFrameElement} frame whose document holds the book and nothing that runs
 * @param {object} options
 * @param {import('./page-store.js').PageStore} options.store
 * @param {(view: EditionView, path: string) => string} options.address
 * @param {(label: string) => string} options.name
 * @param {() => void} options.onMove called when the desk shows another place
 * @param {() => void} options.onLaid called when other pages lie on the desk
 */
export function createDesk(frame, { store, address, name, onMove, onLaid }) {
	const window = () => /** @type {Window & typeof globalThis} */ (frame.contentWindow);
	const document = () => /** @type {Document} */ (frame.contentDocument);
	const sheets = createSheets({ document, store, address, name });
	/** @type {EditionView | undefined} */
	let view;
	/** @type {Arrangement} */
	let arrangement = { zoom: 'width', spread: true };
	let rows = layRows({
		pages: [],
		size: { width: 1, height: 1 },
		window: { width: 1, height: 1 },
		...arrangement,
	});
	/** The page last gone to: it stays the current one as long as its row does. */
	let goal = 0;

	const root = () => document().documentElement;
	const top = () => window().scrollY;
	/** The row that fills the upper part of the window. */
	const rowInSight = () => rows.rowAt(top() + window().innerHeight * 0.35);

	/** The first page in sight; a sliver of the one before does not count. */
	const topPage = () => rows.pages[rows.rowAt(top() + gap)]?.[0] ?? 0;

	const measure = () => {
		if (!view) return;
		const { clientWidth, clientHeight } = root();
		rows = layRows({
			pages: view.pages,
			size: view.geometry.page,
			window: { width: clientWidth, height: clientHeight },
			...arrangement,
		});
		document().body.style.width = `${rows.width}px`;
		document().body.style.height = `${rows.height}px`;
		root().classList.toggle('desk-spread', arrangement.spread);
	};

	/** @param {number} more rows on each side */
	const pagesNear = (more) => {
		const first = rows.rowAt(top());
		const last = rows.rowAt(top() + window().innerHeight);
		return rows.pages.slice(Math.max(0, first - more), last + more + 1).flat();
	};

	const render = () => {
		if (!view) return [];
		const fresh = sheets.lay(view, pagesNear(1).slice(0, mostSheets), rows);
		const { pages } = view;
		const hashes = (/** @type {number[]} */ indices) =>
			indices.flatMap((index) => (pages[index]?.unit ? [pages[index].hash] : []));
		const needed = hashes(pagesNear(1));
		if (needed.some((hash) => !store.get(hash))) void store.want(needed).then(later, () => {});
		void store.want(hashes(pagesNear(ahead)));
		onLaid();
		return fresh;
	};
	const later = () => {
		const all = sheets.all();
		if (view && all.some(([, { look }]) => look === '')) {
			sheets.lay(
				view,
				all.map(([index]) => index),
				rows,
			);
			onLaid();
		}
	};

	/** @param {number} index @param {number} [below] px from the page's upper edge */
	const scrollToPage = (index, below = -gap / 2) =>
		window().scrollTo(window().scrollX, rows.place(index).y + below);

	/** Does something that moves pages about, and stays where the reader is. @param {() => void} change */
	const inPlace = (change) => {
		const index = topPage();
		const part = (top() - rows.place(index).y) / rows.scale;
		change();
		measure();
		scrollToPage(index, part * rows.scale);
		render();
		onMove();
	};

	/** @param {EditionView} next */
	const exchange = (next) => {
		const old = /** @type {EditionView} */ (view);
		const index = topPage();
		const anchor = takeAnchor(old, index, sheets.at(index));
		const part = top() - rows.place(index).y;
		const before = textOfGone(old, next, store, document());
		goal = findAnchorPage(next, { ...anchor, index: goal, hash: old.pages[goal]?.hash ?? '' }).index;
		view = next;
		measure();
		const { index: now, same } = findAnchorPage(next, anchor);
		scrollToPage(now, part);
		const fresh = new Set(render());
		if (!same) {
			const near = sheets
				.all()
				.filter(([at]) => next.pages[at]?.unit === anchor.unit)
				.map(([, { element }]) => element);
			const block = findAnchorBlock(near, anchor);
			if (block && anchor.block) {
				window().scrollBy(0, block.getBoundingClientRect().top - anchor.block.top);
				for (const element of render()) fresh.add(element);
			}
		}
		sheets.renewImages(next);
		if (before !== '') flashChanges([...fresh], before);
		onMove();
	};

	return {
		window,
		document,
		view: () => view,
		current: () => {
			const row = rows.pages[rowInSight()] ?? [];
			return row.includes(goal) ? goal : (row[0] ?? 0);
		},
		scale: () => rows.scale,
		/** @param {EditionView} next @param {number} [page] to begin at; without it the place is kept */
		show: (next, page) => {
			if (page === undefined && view?.id === next.id) {
				exchange(next);
				return;
			}
			view = next;
			document().documentElement.lang = next.lang;
			document().title = next.title;
			goal = Math.max(0, Math.min(page ?? 0, next.pages.length - 1));
			measure();
			scrollToPage(goal);
			render();
			onMove();
		},
		/** @param {Partial<Arrangement>} change */
		arrange: (change) =>
			inPlace(() => {
				arrangement = { ...arrangement, ...change };
			}),
		arrangement: () => arrangement,
		resize: () => inPlace(() => {}),
		scrolled: () => {
			render();
			onMove();
		},
		/** @param {number} index */
		goTo: (index) => {
			if (!view) return;
			goal = Math.max(0, Math.min(index, view.pages.length - 1));
			scrollToPage(goal);
			render();
			onMove();
		},
		/** @param {1 | -1} direction */
		turn: (direction) => {
			const row = rows.pages[rowInSight() + direction];
			if (row?.[0] === undefined) return;
			goal = row[0];
			scrollToPage(goal);
			render();
			onMove();
		},
		/** Brings a page onto the desk. @param {number} index @returns {Promise<Element | undefined>} */
		fetchPage: async (index) => {
			const page = view?.pages[index];
			if (page?.unit) await store.want([page.hash]);
			later();
			return sheets.at(index);
		},
		/** Scrolls until a box is in the middle part of the window. @param {DOMRect} box */
		reveal: ({ top: boxTop, bottom, left, right }) => {
			const { innerHeight, innerWidth } = window();
			const down = boxTop < 60 || bottom > innerHeight - 40 ? boxTop - innerHeight * 0.35 : 0;
			const aside = left < 0 || right > innerWidth ? left - innerWidth / 3 : 0;
			if (down !== 0 || aside !== 0) window().scrollBy(aside, down);
			render();
		},
		flash,
		pages: () => sheets.all().map(([index, { element }]) => ({ index, element })),
	};
}
