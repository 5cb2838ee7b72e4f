// @ts-check
/// <reference lib="dom" />

/** @typedef {import('./messages.d.ts').ContentsLine} ContentsLine */

/**
 * The contents beside the book; the line of the page in sight is marked.
 * @param {HTMLElement} list
 * @param {object} options
 * @param {(page: number) => void} options.goTo
 * @param {(page: number) => string} options.address of a page, for the link
 * @param {(page: number) => string} options.label
 */
export function createContentsList(list, { goTo, address, label }) {
	/** @type {{ page: number, link: HTMLElement }[]} */
	let links = [];
	/** @type {HTMLElement | undefined} */
	let marked;

	/** @param {ContentsLine} line @returns {HTMLElement} */
	const item = ({ title, lang, other, page, children }) => {
		const element = document.createElement('li');
		const link = document.createElement('a');
		const name = document.createElement('span');
		name.textContent = title;
		name.lang = lang;
		link.append(name);
		if (other) {
			const second = document.createElement('span');
			second.className = 'other';
			second.textContent = other.title;
			second.lang = other.lang;
			name.append(' ', second);
		}
		if (page !== undefined) {
			const folio = document.createElement('span');
			folio.className = 'folio';
			folio.textContent = label(page);
			link.append(' ', folio);
			link.href = address(page);
			link.dataset.page = String(page);
			links.push({ page, link });
		}
		element.append(link);
		if (children.length > 0) {
			const below = document.createElement('ol');
			below.append(...children.map(item));
			element.append(below);
		}
		return element;
	};

	list.addEventListener('click', (event) => {
		const link = event.target instanceof Element ? event.target.closest('a') : null;
		if (!link?.dataset.page || event.ctrlKey || event.metaKey || event.shiftKey) return;
		event.preventDefault();
		goTo(Number(link.dataset.page));
	});

	return {
		/** @param {readonly ContentsLine[]} lines */
		show: (lines) => {
			const focused = list.contains(document.activeElement)
				? links.findIndex(({ link }) => link === document.activeElement)
				: -1;
			links = [];
			marked = undefined;
			list.replaceChildren(...lines.map(item));
			links[focused]?.link.focus();
		},
		/** @param {number} page */
		mark: (page) => {
			const link = links.findLast((one) => one.page <= page)?.link;
			if (link === marked) return;
			marked?.removeAttribute('aria-current');
			link?.setAttribute('aria-current', 'true');
			if (!list.contains(document.activeElement)) link?.scrollIntoView({ block: 'nearest' });
			marked = link;
		},
	};
}
