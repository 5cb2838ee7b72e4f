// @ts-check
/// <reference lib="dom" />
import { applyMessage, findPage, newPages } from './editions.js';
import { sizes } from './sheet.js';

/** @typedef {import('./messages.d.ts').EditionView} EditionView */

/**
 * The editions, and the one that is read now.
 * @param {object} options
 * @param {ReturnType<typeof import('./desk.js').createDesk>} options.desk
 * @param {import('./page-store.js').PageStore} options.store
 * @param {(edition: string, id: string) => Promise<number | undefined>} options.where
 * @param {ReturnType<typeof import('./styles.js').createStyles>} options.styles
 * @param {(name: string) => Promise<string>} options.fetchStyles
 * @param {(edition: EditionView, editions: readonly EditionView[]) => void} options.onShow
 * @param {(pages: readonly number[], edition: EditionView) => void} options.onChange called with the pages that changed
 */
export function createBook({ desk, store, where, styles, fetchStyles, onShow, onChange }) {
	/** @type {readonly EditionView[]} */
	let editions = [];
	/** Key of the styles in place. */
	let styled = '';
	/** Messages are taken one after the other, for one may wait for a face. */
	let turn = Promise.resolve();
	let busy = false;
	/** @type {ReturnType<typeof setTimeout> | undefined} */
	let remembering;

	/** @param {EditionView} edition @param {number} [page] */
	const show = async (edition, page) => {
		const key = keyOf(edition);
		if (key !== styled) {
			const put = await styles(`${await fetchStyles(edition.css)}\n${sizes(edition.geometry)}`);
			put();
			styled = key;
		}
		desk.show(edition, page);
		onShow(edition, editions);
	};

	/** @param {import('./messages.d.ts').Message} message */
	const take = (message) => {
		if (message.kind === 'change') store.put(message.fresh);
		const before = desk.view();
		editions = applyMessage(editions, message);
		const now = before && editions.find(({ id }) => id === before.id);
		if (!before || !now) return begin();
		if (now === before) return undefined;
		const changed = newPages(before, now);
		const after = () => {
			if (changed.length > 0) onChange(changed, now);
		};
		if (keyOf(now) !== styled) return show(now).then(after);
		// Nothing waits where nothing has to: the change is seen with the next frame.
		desk.show(now);
		onShow(now, editions);
		after();
		return undefined;
	};

	const begin = () => {
		const place = readAddress();
		const edition = editions.find(({ id }) => id === place.edition) ?? editions[0];
		if (!edition) return undefined;
		return show(edition, Math.max(0, findPage(edition, place.label)));
	};

	const readAddress = () => {
		const [edition = '', label = ''] = decodeURIComponent(location.hash.slice(1)).split('/');
		return { edition, label };
	};

	/** @param {number} page */
	const address = (page) => {
		const view = desk.view();
		return `#${view?.id ?? ''}/${view?.pages[page]?.label ?? ''}`;
	};

	/** @param {number} page */
	const goTo = (page) => {
		clearTimeout(remembering);
		history.replaceState(null, '', address(desk.current()));
		desk.goTo(page);
		history.pushState(null, '', address(desk.current()));
	};

	/** @param {string} id */
	const choose = (id) => {
		const view = desk.view();
		const edition = editions.find((one) => one.id === id);
		if (!view || !edition || edition === view) return;
		// The same part of the book, as far as the two are alike.
		const part = desk.current() / Math.max(1, view.pages.length);
		turn = turn.then(() => show(edition, Math.floor(part * edition.pages.length)));
	};

	return {
		/** @param {import('./messages.d.ts').Message} message */
		hear: (message) => {
			if (message.kind === 'change' && message.editions.length === 0) return;
			if (!busy) {
				const waiting = take(message);
				if (!waiting) return;
				busy = true;
				turn = waiting.catch(() => {});
			} else turn = turn.then(() => take(message)).catch(() => {});
			const last = turn;
			void last.then(() => {
				if (turn === last) busy = false;
			});
		},
		goTo,
		/** @param {string} id of an element */
		goToId: async (id) => {
			const view = desk.view();
			const page = view && (await where(view.id, id));
			if (page === undefined) return;
			goTo(page);
			await desk.fetchPage(page);
			const element = desk.document().getElementById(id);
			if (!element) return;
			desk.reveal(element.getBoundingClientRect());
			desk.flash(element);
		},
		choose,
		chooseNext: () => {
			const at = editions.findIndex(({ id }) => id === desk.view()?.id);
			const next = editions[(at + 1) % editions.length];
			if (next) choose(next.id);
		},
		address,
		goToAddress: () => {
			const { edition, label } = readAddress();
			const view = editions.find(({ id }) => id === edition);
			if (!view) return;
			const page = findPage(view, label);
			if (view.id === desk.view()?.id) desk.goTo(page);
			else turn = turn.then(() => show(view, page));
		},
		/** The address follows the reader, so that a page that is loaded again opens where it was. */
		rememberPlace: () => {
			clearTimeout(remembering);
			remembering = setTimeout(() => history.replaceState(null, '', address(desk.current())), 200);
		},
	};
}

/** Names the styles of an edition. @param {EditionView} edition */
function keyOf({ css, geometry }) {
	return `${css} ${JSON.stringify(geometry)}`;
}
