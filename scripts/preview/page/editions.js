// @ts-check

/** @typedef {import('./messages.d.ts').EditionView} EditionView */

/**
 * The editions after a message of the server.
 * @param {readonly EditionView[]} editions
 * @param {import('./messages.d.ts').Message} message
 * @returns {readonly EditionView[]} those that did not change are the same objects
 */
export function applyMessage(editions, message) {
	if (message.kind === 'whole') return message.editions;
	return editions.map((edition) => {
		const change = message.editions.find((one) => one.id === edition.id);
		if (!change) return edition;
		const { pages: splice, ...fields } = change;
		const { pages } = edition;
		if (!splice) return { ...edition, ...fields };
		const { start, removed, added } = splice;
		return {
			...edition,
			...fields,
			pages: [...pages.slice(0, start), ...added, ...pages.slice(start + removed)],
		};
	});
}

/**
 * Indices of the pages whose text was not there before.
 * @param {EditionView} before
 * @param {EditionView} after
 * @returns {number[]}
 */
export function newPages(before, after) {
	if (before.pages === after.pages) return [];
	const old = new Set(before.pages.map(({ hash }) => hash));
	return after.pages.flatMap(({ hash, unit }, index) => (unit && !old.has(hash) ? [index] : []));
}

/**
 * The page that a reader means: a folio such as `iv` or `12`, or `#14` for the fourteenth sheet. A number that is no
 * folio is one of a sheet.
 * @param {EditionView} edition
 * @param {string} typed
 * @returns {number} -1 where there is none
 */
export function findPage(edition, typed) {
	const wanted = typed.trim().toLowerCase();
	const sheet = /^#?(\d+)$/.exec(wanted);
	const labelled = edition.pages.findIndex(({ label }) => label.toLowerCase() === wanted);
	if (labelled >= 0 || !sheet) return labelled;
	const index = Number(sheet[1]) - 1;
	return index < edition.pages.length ? index : -1;
}
