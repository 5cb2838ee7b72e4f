// @ts-check
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/// <reference path="./in-page.d.ts" />
// Runs in the paginating tab, after Paged.js and page-breaks.js: Paged.js made ready once for many units.

(() => {
	/**
	 * A page without the boxes for margins, bleeds and crop marks, which no unit fills. All pages lie in one place, for
	 * Paged.js rounds places to px: what goes on a page must not depend on how many stand above it. It also rounds some
	 * down and some up, which on a whole px puts notes where they do not fit.
	 */
	const boxes = `<div class="pagedjs_page" style="position: absolute; top: 8.5px; left: 8px">
<div class="pagedjs_sheet"><div class="pagedjs_pagebox"><div class="pagedjs_area">
<div class="pagedjs_page_content"></div>
<div class="pagedjs_footnote_area"><div class="pagedjs_footnote_content pagedjs_footnote_empty">
<div class="pagedjs_footnote_inner_content"></div></div></div></div></div></div></div>`.replaceAll('\n', '');

	/** Footnotes of Paged.js keep what finds no room for the next page: that of another unit must not be there. */
	const place = Paged.registeredHandlers.findIndex(({ name }) => name === 'Footnotes');
	const Footnotes = Paged.registeredHandlers[place];
	if (!Footnotes) throw new Error('Paged.js has no handler of footnotes.');
	Paged.registeredHandlers[place] = class extends Footnotes {
		/** @param {DocumentFragment} source */
		afterParsed(source) {
			this.needsLayout = [];
			this.chunker.footnotes = this;
			super.afterParsed?.(source);
		}

		/**
		 * @param {Element} element
		 * @param {import('./in-page.d.ts').PagedPage} page
		 * @param {unknown} token
		 * @param {unknown} chunker
		 */
		afterPageLayout(element, page, token, chunker) {
			// Where there is no note, looking whether notes run over costs a layout.
			if (!page.footnotesArea.querySelector('[data-note]')) return;
			super.afterPageLayout?.(element, page, token, chunker);
			// Behind the last page of a text the rest of a note has a page already.
			const rest = this.needsLayout.at(-1) ?? notesOf(element.nextElementSibling);
			const notes = notesOf(element);
			if (notes && (rest instanceof DocumentFragment || rest instanceof Element)) markSplit(notes, rest);
		}
	};

	/** @param {Element | null} page */
	function notesOf(page) {
		return page?.querySelector('.pagedjs_footnote_inner_content');
	}

	/**
	 * Paged.js marks only the outermost element of a note that goes on overleaf, and only there.
	 * @param {ParentNode} before
	 * @param {ParentNode} after
	 */
	function markSplit(before, after) {
		const [last, first] = [before.lastElementChild, after.firstElementChild];
		const ref = last?.getAttribute('data-ref');
		if (!last || !first || !ref || first.getAttribute('data-ref') !== ref) return;
		last.setAttribute('data-split-to', ref);
		first.setAttribute('data-split-from', ref);
		markSplit(last, first);
	}

	class Press {
		#previewer = new Paged.Previewer({ hyphenGlyph: '\u2010', maxChars: 1500 });
		#target = document.createElement('div');
		/** How many rules the page rules gave; those that come after belong to one unit. */
		#rules = 0;
		#isClear = true;
		/** @type {Node | undefined} the last node of the source that was looked at */
		#reached;

		/** @param {string} css page rules */
		async open(css) {
			const { chunker, polisher } = this.#previewer;
			polisher.setup();
			this.#previewer.initializeHandlers();
			// It lays out margin boxes.
			chunker.hooks.finalizePage.clear();
			chunker.hooks.layoutNode.register((/** @type {Node} */ node) => {
				this.#reached = node;
			});
			await polisher.add({ 'page.css': css });
			chunker.setup(this.#target);
			chunker.pageTemplate.innerHTML = boxes;
			this.#rules = polisher.styleSheet.cssRules.length;
		}

		/**
		 * Marks a unit's source for Paged.js. An element's reference is its number among all elements.
		 * @param {DocumentFragment} source
		 */
		async load(source) {
			const { chunker } = this.#previewer;
			this.#isClear = false;
			this.#show(true);
			source.querySelectorAll('*').forEach((element, index) => {
				element.setAttribute('data-ref', `r${index}`);
				if (element.id) element.setAttribute('data-id', element.id);
			});
			chunker.hooks.filter.triggerSync(source);
			chunker.source = source;
			await chunker.hooks.afterParsed.trigger(source, chunker);
			await chunker.loadFonts();
		}

		/**
		 * How high the source stands where no page breaks it.
		 * @param {DocumentFragment} source
		 */
		galley(source) {
			const { chunker } = this.#previewer;
			const { element } = chunker.addPage();
			const galley = globalThis.diglot.measureGalley(element, source);
			chunker.removePages();
			return galley;
		}

		/**
		 * Lays the source out from a place, page by page.
		 * @param {import('./in-page.d.ts').BreakToken} [start]
		 * @returns {AsyncGenerator<import('./in-page.d.ts').Step>}
		 */
		async *lay(start) {
			const { chunker } = this.#previewer;
			chunker.removePages();
			/** @type {import('./in-page.d.ts').FreshPage | undefined} */
			let last;
			let isClean = true;
			let next = start;
			for (const layout = chunker.layout(chunker.source, start); ; ) {
				const before = chunker.pages.length;
				const { done: isEnd, value } = await layout.next();
				// The rest of a note is put on further pages behind the scenes.
				if (isEnd || chunker.pages.length > before + 1) await new Promise(requestAnimationFrame);
				const laid = chunker.pages.slice(before).map(({ element }, index) => ({
					element,
					reached: this.#reached,
					...(index === 0 ? { start: next, isClean } : { isClean: false }),
				}));
				next = isEnd ? undefined : value;
				isClean = chunker.footnotes?.needsLayout?.length === 0;
				const done = last ? [last, ...laid] : [...laid];
				last = isEnd ? undefined : done.pop();
				yield { laid, done, next, isClean };
				if (isEnd) return;
			}
		}

		/** Takes the unit out again, and leaves the document to whatever else the tab is asked for. */
		clear() {
			const { chunker, polisher } = this.#previewer;
			chunker.removePages();
			const { styleSheet } = polisher;
			for (let rule = styleSheet.cssRules.length; rule > this.#rules; rule--) styleSheet.deleteRule(rule - 1);
			this.#show(false);
			this.#isClear = true;
		}

		/**
		 * Styles of Paged.js hold for the whole document, and with them what is printed in it would look otherwise.
		 * @param {boolean} isInUse
		 */
		#show(isInUse) {
			const { inserted, styleEl } = this.#previewer.polisher;
			for (const style of [...inserted, styleEl]) style.disabled = !isInUse;
			if (isInUse) document.body.append(this.#target);
			else this.#target.remove();
		}

		/** Whether nothing of a unit is left in it. */
		isClear() {
			return this.#isClear;
		}

		close() {
			this.#previewer.polisher.destroy();
			this.#target.remove();
		}
	}

	globalThis.diglot.Press = Press;
})();
