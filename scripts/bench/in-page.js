// @ts-check
// Looks at a page for words that can be seen: in the document, in its frames of the same origin and in open shadow
// trees. White space, soft hyphens and joiners do not count.
Object.assign(globalThis, {
	diglotBench: (() => {
		/** Shortest time between two looks, in ms; a look that takes long comes more rarely. */
		const interval = 2;

		/** @param {string | null} text */
		const plain = (text) => (text ?? '').replace(/[\s\u00ad\u200b\u2060]/g, '');

		/**
		 * @param {Document | ShadowRoot} root
		 * @returns {(Document | ShadowRoot)[]}
		 */
		const rootsIn = (root) => {
			const found = [root];
			for (const element of root.querySelectorAll('*')) {
				if (element.shadowRoot) found.push(...rootsIn(element.shadowRoot));
				// An element of a frame is no instance of a class of this window.
				const inner =
					element.tagName === 'IFRAME' && /** @type {HTMLIFrameElement} */ (element).contentDocument;
				if (inner) found.push(...rootsIn(inner));
			}
			return found;
		};

		/**
		 * The innermost elements that hold the text.
		 * @param {string} text
		 * @returns {Element[]}
		 */
		const holders = (text) =>
			rootsIn(document).flatMap((root) => {
				const top = 'body' in root ? root.body : root;
				if (!top || !plain(top.textContent).includes(text)) return [];
				/** @param {ParentNode & Node} node @returns {Element[]} */
				const inner = (node) => {
					const below = [...node.children].filter((child) => plain(child.textContent).includes(text));
					if (below.length > 0) return below.flatMap(inner);
					return 'tagName' in node ? [/** @type {Element} */ (node)] : [];
				};
				return inner(top);
			});

		/** @param {Element} element */
		const isVisible = (element) => {
			const { top, bottom, left, right, width, height } = element.getBoundingClientRect();
			const window = element.ownerDocument.defaultView;
			if (!window || width === 0 || height === 0) return false;
			return bottom > 0 && right > 0 && top < window.innerHeight && left < window.innerWidth;
		};

		/**
		 * @param {() => boolean} look
		 * @param {number} limit in ms
		 * @returns {Promise<boolean>} whether it came in time
		 */
		const until = async (look, limit) => {
			const start = performance.now();
			for (;;) {
				const before = performance.now();
				if (look()) return true;
				const after = performance.now();
				if (after - start > limit) return false;
				await new Promise((done) => setTimeout(done, Math.max(interval, 3 * (after - before))));
			}
		};

		return {
			/** @param {string} text @param {number} limit */
			see: (text, limit) => until(() => holders(plain(text)).some(isVisible), limit),

			/**
			 * Clicks what has the title on it until the opening stands in the middle of the window.
			 * @param {string} title @param {string} opening @param {number} limit
			 */
			turnTo: async (title, opening, limit) => {
				const selector = 'a, button, [role="treeitem"], [role="link"], [role="button"]';
				const entry = () =>
					rootsIn(document)
						.flatMap((root) => [...root.querySelectorAll(selector)])
						.find((element) => plain(element.textContent).includes(plain(title)));
				const start = performance.now();
				while (performance.now() - start < limit) {
					/** @type {HTMLElement | undefined} */ (entry())?.click();
					if (await until(() => holders(plain(opening)).length > 0, 1000)) {
						const [place] = holders(plain(opening));
						place?.scrollIntoView({ block: 'center', behavior: 'instant' });
						if (await until(() => holders(plain(opening)).some(isVisible), 1000)) return true;
					}
				}
				return false;
			},
		};
	})(),
});
