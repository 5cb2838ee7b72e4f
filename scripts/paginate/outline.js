// @ts-check
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/// <reference path="./in-page.d.ts" />
// Runs in the paginating tab: a unit's source as a row of entries, by which two versions of it are compared and a
// place of the one is found in the other.

(() => {
	/** Elements that Paged.js goes into. What stands in any other is one entry with it. */
	const containers = new Set(
		'section article header footer main aside nav div ul ol dl table thead tbody tfoot tr figure'.split(' '),
	);

	/** The numbers of Paged.js, which an insertion shifts: no text has a `>` between itself and the next `<`. */
	const references = / data-ref="r\d+"(?=[^<>]*>)/g;

	/**
	 * A source in the order of its text: an entry is the start of a container, a text in one, or anything else in it
	 * with all that it holds. Entries and their depths make up the source; its end is one more entry.
	 */
	class Outline {
		#source;
		/** @type {ChildNode[]} */
		#nodes = [];
		/** @type {Map<Node, number>} */
		#places = new Map();
		/** @type {number[]} */
		hashes = [];

		/** @param {DocumentFragment} source that Paged.js has marked */
		constructor(source) {
			this.#source = source;
			this.#enter(source, 0);
			this.hashes.push(0);
		}

		/**
		 * @param {ParentNode} parent
		 * @param {number} depth
		 */
		#enter(parent, depth) {
			for (const node of parent.childNodes) {
				const isOpen = node instanceof HTMLElement && isContainer(node);
				this.#places.set(node, this.#nodes.push(node) - 1);
				this.hashes.push(hashOf(`${depth} ${isOpen ? tagOf(node) : textOf(node)}`));
				if (isOpen) this.#enter(node, depth + 1);
			}
		}

		/**
		 * The entry of a node.
		 * @param {Node} node
		 */
		#entryOf(node) {
			for (let up = /** @type {Node | null} */ (node); up; up = up.parentNode) {
				const place = this.#places.get(up);
				if (place !== undefined) return place;
			}
			throw new Error('A page begins outside its source.');
		}

		/**
		 * The last entry that has a say in a page for which Paged.js has looked at a node last: it looks whether more
		 * comes, and rebuilds the row that it breaks.
		 * @param {Node} node
		 */
		reachOf(node) {
			const element = node instanceof Element ? node : node.parentElement;
			const cell = element?.closest('tr')?.lastElementChild;
			return Math.max(this.#entryOf(node), cell ? this.#entryOf(cell) : 0) + 1;
		}

		/**
		 * @param {import('./in-page.d.ts').BreakToken} [token] the beginning where there is none
		 * @returns {import('./in-page.d.ts').PageStart}
		 */
		startOf({ node, offset } = { node: must(this.#source.firstChild), offset: 0 }) {
			const entry = this.#entryOf(node);
			const root = this.#nodes[entry];
			const element = node instanceof Element ? node : node.parentElement;
			const isWhole = node === root;
			const inner = isWhole || element === root ? 0 : [...elementsOf(root)].indexOf(must(element)) + 1;
			const child = isWhole || node === element ? -1 : [...must(element).childNodes].indexOf(must(node));
			return { entry, inner, child, offset: offset ?? 0, around: hashOf(aroundOf(node)) };
		}

		/**
		 * The place of a start, the other way round.
		 * @param {import('./in-page.d.ts').PageStart} start
		 * @returns {import('./in-page.d.ts').BreakToken}
		 */
		tokenOf({ entry, inner, child, offset }) {
			const root = must(this.#nodes[entry]);
			const element = inner > 0 ? must(elementsOf(root)[inner - 1]) : root;
			return { node: child < 0 ? element : must(element.childNodes[child]), offset };
		}
	}

	/** @param {HTMLElement} element */
	function isContainer(element) {
		return containers.has(element.localName) && element.style.display !== 'none';
	}

	/** @param {Node | undefined} node */
	function elementsOf(node) {
		return node instanceof Element ? node.querySelectorAll('*') : [];
	}

	/** @param {Element} element */
	function tagOf(element) {
		return /** @type {Element} */ (element.cloneNode(false)).outerHTML.replaceAll(references, '');
	}

	/** @param {Node} node */
	function textOf(node) {
		return node instanceof Element ? node.outerHTML.replaceAll(references, '') : `"${node.nodeValue}`;
	}

	/**
	 * What a page takes over from before its start: the elements around it, and the head of a table.
	 * @param {Node} node
	 */
	function aroundOf(node) {
		let around = '';
		for (let up = node.parentElement; up; up = up.parentElement) {
			const head = up.localName === 'table' && up.querySelector(':scope > thead');
			around += tagOf(up) + (head ? textOf(head) : '');
		}
		return around;
	}

	/**
	 * 53 bits of a text: two rows of FNV-1a (Fowler, Noll, Vo) over its UTF-16 units, each with a multiplier of its own.
	 * @param {string} text
	 */
	function hashOf(text) {
		let one = 0x811c9dc5;
		let two = text.length;
		for (let index = 0; index < text.length; index++) {
			const unit = text.charCodeAt(index);
			one = Math.imul(one ^ unit, 0x01000193);
			two = Math.imul(two ^ unit, 0x9e3779b1);
			two ^= two >>> 15;
		}
		return (one >>> 0) * 2 ** 21 + (two >>> 11);
	}

	/**
	 * @template T
	 * @param {T | null | undefined} value
	 * @returns {T}
	 */
	function must(value) {
		if (value === null || value === undefined) throw new Error('The source has no such place.');
		return value;
	}

	Object.assign(globalThis.diglot, { Outline, hashOf });
})();
