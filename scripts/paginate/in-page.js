// @ts-check
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/// <reference path="./in-page.d.ts" />
// Runs in the paginating tab, after all else. Types of what goes in and out: in-page.d.ts.

(() => {
	const { Flow, Press, layOut, layPair } = globalThis.diglot;

	/** Presses that know the same page rules: two texts that run side by side need one each. @type {{ css: string, presses: InstanceType<typeof Press>[] }} */
	let ready = { css: '', presses: [] };

	/**
	 * Lays one unit out.
	 * @param {import('./in-page.d.ts').LayoutRequest} request
	 * @returns {Promise<import('./in-page.d.ts').LayoutResult>}
	 */
	async function paginate({ css, earlier, ...request }) {
		const [press] = await pressesFor(css, 1);
		if (!press) throw new Error('There is no press.');
		const source = sourceOf(request);
		await press.load(source);
		const result = await layOut(press, source, css, earlier);
		press.clear();
		return result;
	}

	/**
	 * Lays a text and its translation out side by side.
	 * @param {import('./in-page.d.ts').PairRequest} request
	 * @returns {Promise<import('./in-page.d.ts').PairResult>}
	 */
	async function paginatePair({ css, units, kept }) {
		const presses = await pressesFor(css, 2);
		const open = async (/** @type {number} */ index) => {
			const [press, request] = [presses[index], units[index]];
			if (!press || !request) throw new Error('There is no such unit.');
			if (!press.isClear()) press.clear();
			const source = sourceOf(request);
			await press.load(source);
			return new Flow(press, source);
		};
		const result = await layPair(open, kept);
		for (const press of presses) if (!press.isClear()) press.clear();
		return result;
	}

	/** @param {import('./in-page.d.ts').UnitRequest} request */
	function sourceOf({ html, notes, lang, keepWhole = [] }) {
		const template = document.createElement('template');
		template.innerHTML = html;
		for (const note of notes) placeNote(template.content, note, lang);
		for (const id of keepWhole) {
			template.content.getElementById(id)?.closest('p, tr, figure, pre')?.classList.add('keep-whole');
		}
		return template.content;
	}

	/**
	 * The presses that know these page rules. One in which a unit failed is not used again.
	 * @param {string} css
	 * @param {number} count
	 */
	async function pressesFor(css, count) {
		if (ready.css !== css || !ready.presses.every((press) => press.isClear())) {
			for (const press of ready.presses) press.close();
			ready = { css, presses: [] };
		}
		while (ready.presses.length < count) {
			const press = new Press();
			await press.open(css);
			ready.presses.push(press);
		}
		return ready.presses.slice(0, count);
	}

	/**
	 * Puts a note right behind its call. The parser would not: no paragraph may stand inside a paragraph.
	 * @param {DocumentFragment} content
	 * @param {{ call: string, html: string }} note
	 * @param {string} lang
	 */
	function placeNote(content, note, lang) {
		const call = content.querySelector(`[id="${CSS.escape(note.call)}"]`);
		if (!call) return;
		const box = document.createElement('div');
		box.className = 'note';
		box.lang = lang;
		box.setAttribute('data-footnote', '');
		box.innerHTML = note.html;
		call.after(box);
	}

	Object.assign(globalThis.diglot, { paginate, paginatePair });
})();
