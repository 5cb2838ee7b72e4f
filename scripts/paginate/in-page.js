// @ts-check
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/// <reference path="./in-page.d.ts" />
// Runs in the paginating tab, after all else. Types of what goes in and out: in-page.d.ts.

(() => {
	const { Press, layOut } = globalThis.diglot;

	/** @type {{ css: string, press: InstanceType<typeof Press> } | undefined} */
	let ready;

	/**
	 * Lays one unit out.
	 * @param {import('./in-page.d.ts').LayoutRequest} request
	 * @returns {Promise<import('./in-page.d.ts').LayoutResult>}
	 */
	async function paginate({ html, notes, lang, css, keepWhole = [], earlier }) {
		const template = document.createElement('template');
		template.innerHTML = html;
		for (const note of notes) placeNote(template.content, note, lang);
		for (const id of keepWhole) {
			template.content.getElementById(id)?.closest('p, tr, figure, pre')?.classList.add('keep-whole');
		}

		const press = await pressFor(css);
		await press.load(template.content);
		const result = await layOut(press, template.content, css, earlier);
		press.clear();
		return result;
	}

	/**
	 * The press that knows these page rules. One in which a unit failed is not used again.
	 * @param {string} css
	 */
	async function pressFor(css) {
		if (ready?.css === css && ready.press.isClear()) return ready.press;
		ready?.press.close();
		ready = undefined;
		const press = new Press();
		await press.open(css);
		ready = { css, press };
		return press;
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

	globalThis.diglot.paginate = paginate;
})();
