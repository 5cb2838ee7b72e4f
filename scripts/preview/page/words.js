// @ts-check
/// <reference lib="dom" />

/** @typedef {(key: string, values?: Readonly<Record<string, string | number>>) => string} Say */

/**
 * Chooses the reader's language among those that there is wording for.
 * @param {Readonly<Record<string, Readonly<Record<string, string>>>>} wording
 * @param {readonly string[]} languages of the browser, the best first
 * @returns {{ lang: string, say: Say }}
 */
export function chooseWords(wording, languages) {
	const known = Object.keys(wording);
	const lang =
		languages.flatMap((one) => known.find((other) => one.split('-')[0] === other) ?? [])[0] ??
		(known.includes('en') ? 'en' : (known[0] ?? 'en'));
	const words = wording[lang] ?? {};
	return {
		lang,
		say: (key, values = {}) => {
			// "key.one" is for one thing, where a language makes the difference.
			const text = (values.count === 1 ? words[`${key}.one`] : undefined) ?? words[key] ?? key;
			return text.replace(/\{(\w+)\}/g, (_hole, name) => String(values[name] ?? ''));
		},
	};
}

/**
 * Writes the words into a document: text, names for screen readers, and placeholders.
 * @param {Document} document
 * @param {Say} say
 */
export function writeWords(document, say) {
	for (const element of document.querySelectorAll('[data-text]'))
		element.textContent = say(element.getAttribute('data-text') ?? '');
	for (const element of document.querySelectorAll('[data-placeholder]'))
		element.setAttribute('placeholder', say(element.getAttribute('data-placeholder') ?? ''));
	for (const element of document.querySelectorAll('[data-label]')) {
		const label = say(element.getAttribute('data-label') ?? '');
		element.setAttribute('aria-label', label);
		if (element.matches('button')) element.setAttribute('title', label);
	}
}
