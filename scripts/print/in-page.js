// @ts-check
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// Runs in the printing tab.

(() => {
	/**
	 * Writes the folios into the contents and the directory.
	 * @param {Record<string, string>} labels page label by id
	 * @returns {string[]} ids that stand on no page
	 */
	function fillPageRefs(labels) {
		const unknown = [];
		for (const reference of document.querySelectorAll('a.page-ref')) {
			const id = decodeURIComponent(reference.getAttribute('href')?.slice(1) ?? '');
			const label = labels[id];
			if (label === undefined) unknown.push(id);
			else reference.textContent = label;
		}
		return unknown;
	}

	Object.assign(globalThis, { diglot: { fillPageRefs } });
})();
