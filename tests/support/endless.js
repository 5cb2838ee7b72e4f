// @ts-check
// Runs in the paginating tab after all else: a unit that says "endless" is laid out for ever.

(() => {
	const { diglot } = /** @type {any} */ (globalThis);
	const { paginate } = diglot;
	diglot.paginate = (/** @type {{ html: string }} */ request) => {
		while (request.html.includes('endless'));
		return paginate(request);
	};
})();
