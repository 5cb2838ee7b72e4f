// @ts-check
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { foldQuery } from './find.js';
import { findRanges } from './page-text.js';

/**
 * The search: the server counts, and what lies on the desk is marked.
 * @param {object} options
 * @param {ReturnType<typeof import('./desk.js').createDesk>} options.desk
 * @param {(edition: string, query: string) => Promise<import('./messages.d.ts').Found>} options.ask
 * @param {(key: string, values?: Readonly<Record<string, string | number>>) => string} options.say
 * @param {{ form: HTMLElement, query: HTMLInputElement, hits: HTMLElement, button: HTMLElement }} options.parts
 */
export function createFinder({ desk, ask, say, parts }) {
	const { form, query, hits, button } = parts;
	/** @type {import('./messages.d.ts').Found} */
	let found = { pages: [], total: 0 };
	/** Number of the hit shown, from 0; -1 before the first. */
	let here = -1;
	let asked = 0;

	/** The page of a hit, and the how manieth it is there. @param {number} hit */
	const placeOf = (hit) => {
		let before = 0;
		for (const [page, count] of found.pages) {
			if (hit < before + count) return { page, nth: hit - before };
			before += count;
		}
		return undefined;
	};

	const mark = () => {
		const { CSS, Highlight } = desk.window();
		// A browser without highlights still finds.
		if (!CSS.highlights) return;
		const folded = form.hidden ? '' : foldQuery(query.value);
		const current = here < 0 ? undefined : placeOf(here);
		const all = new Highlight();
		const one = new Highlight();
		one.priority = 1;
		for (const { index, element } of folded === '' ? [] : desk.pages()) {
			findRanges(element, folded).forEach((range, nth) => {
				(current && index === current.page && nth === current.nth ? one : all).add(range);
			});
		}
		CSS.highlights.set('found', all);
		CSS.highlights.set('found-here', one);
	};

	const tell = () => {
		if (foldQuery(query.value) === '') hits.textContent = '';
		else if (found.total === 0) hits.textContent = say('no-hits');
		else if (here < 0) hits.textContent = say('hits', { count: found.total });
		else hits.textContent = say('hit', { nth: here + 1, count: found.total });
	};

	const show = async () => {
		tell();
		const place = placeOf(here);
		if (!place) return mark();
		if (!desk.pages().some(({ index }) => index === place.page)) desk.goTo(place.page);
		const page = await desk.fetchPage(place.page);
		const range = page && findRanges(page, foldQuery(query.value))[place.nth];
		if (range) desk.reveal(range.getBoundingClientRect());
		mark();
	};

	/** @param {boolean} go to the first hit from here on */
	const look = async (go) => {
		const view = desk.view();
		const turn = ++asked;
		const text = foldQuery(query.value);
		const answer = view && text !== '' ? await ask(view.id, query.value) : { pages: [], total: 0 };
		// Another question was asked meanwhile.
		if (turn !== asked) return;
		found = answer;
		if (!go) here = Math.min(here, found.total - 1);
		else {
			const from = desk.current();
			let before = 0;
			for (const [page, count] of found.pages) {
				if (page >= from) break;
				before += count;
			}
			here = found.total === 0 ? -1 : before % found.total;
		}
		if (go) await show();
		else {
			tell();
			mark();
		}
	};

	/** @param {1 | -1} direction */
	const step = async (direction) => {
		if (found.total === 0) return;
		here = (here + direction + found.total) % found.total;
		await show();
	};

	const close = () => {
		form.hidden = true;
		button.setAttribute('aria-expanded', 'false');
		mark();
		desk.window().focus();
	};

	/** @type {ReturnType<typeof setTimeout> | undefined} */
	let waiting;
	query.addEventListener('input', () => {
		clearTimeout(waiting);
		waiting = setTimeout(() => void look(true), 120);
	});

	return {
		open: () => {
			form.hidden = false;
			button.setAttribute('aria-expanded', 'true');
			query.focus();
			query.select();
			mark();
		},
		close,
		isOpen: () => !form.hidden,
		step,
		/** Other pages lie on the desk. */
		mark,
		/** The text is another. */
		renew: () => (form.hidden ? undefined : look(false)),
	};
}
