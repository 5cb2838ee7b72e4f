// @ts-check
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// Runs in every warm tab: changes its typography and its faces, and keeps those that are the same.

(() => {
	/** @type {Map<string, FontFace>} */
	const worn = new Map();
	/** @type {HTMLStyleElement | undefined} */
	let sheet;

	/**
	 * Puts typography and faces on, and waits until every face can be used: text that is measured or printed before
	 * has another size.
	 * @param {{ lang: string, typography: string, faces: readonly { family: string, weight: number, style: string, unicodeRange?: string, path: string }[] }} clothes
	 */
	async function dress({ lang, typography, faces }) {
		document.documentElement.lang = lang;
		if (!sheet) {
			sheet = document.createElement('style');
			sheet.setAttribute('data-pagedjs-ignore', '');
			document.head.append(sheet);
		}
		if (sheet.textContent !== typography) sheet.textContent = typography;
		const wanted = new Map(faces.map((face) => [JSON.stringify(face), face]));
		for (const [key, face] of worn) {
			if (wanted.has(key)) continue;
			document.fonts.delete(face);
			worn.delete(key);
		}
		const loading = [];
		for (const [key, { family, path, weight, style, unicodeRange }] of wanted) {
			if (worn.has(key)) continue;
			const face = new FontFace(family, `url(${path})`, {
				weight: String(weight),
				style,
				...(unicodeRange ? { unicodeRange } : {}),
			});
			document.fonts.add(face);
			worn.set(key, face);
			loading.push(face.load());
		}
		await Promise.all(loading);
		await document.fonts.ready;
	}

	globalThis.diglot = { ...globalThis.diglot, dress };
})();
