// @ts-check
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/// <reference path="./in-page.d.ts" />
// Runs in the paginating tab, after Paged.js: handlers that mend where and how it breaks pages.

(() => {
	const { firstBeyond, lineStart, linesOf } = globalThis.diglot;

	/** How many elements may be tied to each other: a list of headings is no reason to empty a page. */
	const longestChain = 4;

	/** What begins a page loses its upper margin, before Paged.js measures how much fits. */
	class PageTop extends Paged.Handler {
		/** @param {Node} clone */
		renderNode(clone) {
			if (clone instanceof HTMLElement && isPageTop(clone)) clone.classList.add('page-top');
		}
	}

	/**
	 * Says where the next page takes a split text up. Paged.js looks for the rest by its words, and finds an earlier
	 * text or place where they stand too ("and", a repeated sentence): what lies between would be printed twice.
	 * Here every text on a page remembers its source.
	 */
	class TrueSource extends Paged.Handler {
		/** @type {WeakMap<Text, Text>} */
		#sources = new WeakMap();

		/**
		 * @param {Node} clone
		 * @param {Node} source
		 */
		renderNode(clone, source) {
			const from = textsOf(source);
			textsOf(clone).forEach((text, index) => {
				const origin = from[index];
				if (origin) this.#sources.set(text, origin);
			});
		}

		/**
		 * @param {{ node: Node, offset: number } | undefined} token
		 * @param {Range | undefined} overflow
		 */
		onBreakToken(token, overflow) {
			const container = overflow?.startContainer;
			if (!token || !container) return;
			const rest = container instanceof Text ? container : container.childNodes[overflow.startOffset];
			const source = rest instanceof Text ? this.#sources.get(rest) : undefined;
			if (!(rest instanceof Text) || !source) return;
			const offset = source.length - rest.length + (rest === container ? overflow.startOffset : 0);
			// An element whose first text goes overleaf goes there as a whole.
			if (offset === 0 && !source.previousSibling) return;
			token.node = source;
			token.offset = offset;
		}
	}

	/**
	 * The texts below a node, in order. Paged.js has taken the notes out of what it renders, and put empty calls in.
	 * @param {Node} root
	 * @returns {Text[]}
	 */
	function textsOf(root) {
		if (root instanceof Text) return [root];
		const texts = [];
		const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			if (node instanceof Text && !node.parentElement?.closest('[data-footnote]')) texts.push(node);
		}
		return texts;
	}

	/** A table that goes on overleaf has its head there too, as an artifact: it is read out once. */
	class TableHeads extends Paged.Handler {
		/** @param {HTMLElement} wrapper */
		layout(wrapper) {
			for (const table of wrapper.querySelectorAll('table[data-split-from]')) {
				if (table.querySelector(':scope > thead')) continue;
				const source = this.chunker.source.querySelector(`[data-ref="${table.getAttribute('data-ref')}"]`);
				const head = source?.querySelector(':scope > thead')?.cloneNode(true);
				if (!(head instanceof HTMLElement)) continue;
				for (const element of [head, ...head.querySelectorAll('*')]) {
					element.removeAttribute('data-ref');
					element.removeAttribute('id');
				}
				head.setAttribute('aria-hidden', 'true');
				head.className = 'repeated';
				table.prepend(head);
			}
		}
	}

	/**
	 * Keeps together what Paged.js does not: it looks one element back, but what keeps with the next may itself
	 * keep with the one before; and it leaves the head of a table at the foot of a page without a row.
	 */
	class KeepTogether extends Paged.Handler {
		/**
		 * @param {Range | undefined} overflow
		 * @param {HTMLElement} _flow
		 * @param {DOMRect} bounds
		 */
		onOverflow(overflow, _flow, bounds) {
			if (!overflow) return;
			const text = overflow.startContainer;
			if (text instanceof Text && overflow.startOffset > 0) {
				overflow.setStart(text, firstBeyond(text, bounds.right));
				avoidLonelyLine(overflow, bounds.right);
			}
			const table = tableWithoutRows(overflow);
			if (table && !isPageTop(table)) overflow.setStartBefore(table);
			takeTiedAlong(overflow);
			takeWhole(overflow);
		}
	}

	/**
	 * What must not be parted from the element that goes overleaf goes with it.
	 * @param {Range} overflow
	 */
	function takeTiedAlong(overflow) {
		for (
			let step = 0, first = startOf(overflow);
			first && step < longestChain;
			step++, first = startOf(overflow)
		) {
			const before = first.previousElementSibling;
			const isTied = first.dataset.breakBefore === 'avoid' || first.dataset.previousBreakAfter === 'avoid';
			if (!isTied || !before || isPageTop(before)) return;
			overflow.setStartBefore(before);
		}
	}

	/**
	 * What is to be level with a translation goes overleaf itself where all of it does, and leaves no empty box behind.
	 * @param {Range} overflow
	 */
	function takeWhole(overflow) {
		const first = startOf(overflow);
		const box = first?.parentElement;
		if (!box?.dataset.sync || first?.previousElementSibling || isPageTop(box)) return;
		overflow.setStartBefore(box);
	}

	/**
	 * Two lines of a paragraph at least go overleaf, or all of it. The browser sees to that in paragraphs, but not
	 * in items of lists.
	 * @param {Range} overflow
	 * @param {number} right
	 */
	function avoidLonelyLine(overflow, right) {
		const block = overflow.startContainer.parentElement?.closest(
			'p, li, dd, dt, td, th, blockquote, figcaption',
		);
		if (!block) return;
		const lines = linesOf(block);
		const here = lines.filter((line) => line.left < right - 1);
		if (lines.length - here.length !== 1) return;
		const last = here.length > 2 ? here.at(-1) : undefined;
		const start = last && lineStart(block, last.top);
		if (start) overflow.setStart(start.text, start.offset);
		else if (!isPageTop(block)) overflow.setStartBefore(block);
	}

	/**
	 * The element that goes overleaf as a whole, if one does.
	 * @param {Range} overflow
	 */
	function startOf({ startContainer, startOffset }) {
		const node = startContainer.childNodes[startOffset];
		return node instanceof HTMLElement ? node : undefined;
	}

	/**
	 * The table that the overflow cuts before its first row of data.
	 * @param {Range} overflow
	 */
	function tableWithoutRows(overflow) {
		const start = overflow.startContainer;
		const table = (start instanceof Element ? start : start.parentElement)?.closest('table');
		const row = table?.querySelector(':scope > tbody > tr');
		if (!table || !row || table.hasAttribute('data-split-from')) return undefined;
		return overflow.comparePoint(row, 0) >= 0 ? table : undefined;
	}

	/**
	 * Whether nothing stands above an element, so that sending it overleaf would leave the page empty.
	 * @param {Element} element
	 */
	function isPageTop(element) {
		for (let node = element; !node.classList.contains('pagedjs_page_content'); ) {
			if (node.previousElementSibling) return false;
			if (!node.parentElement) return true;
			node = node.parentElement;
		}
		return true;
	}

	Paged.registerHandlers(PageTop, TrueSource, TableHeads, KeepTogether);
})();
