// @ts-check
/// <reference lib="dom" />

/** @typedef {import('./messages.d.ts').Finding} Finding */

/**
 * The findings of the last build, each with its place: a link to the editor, or a button that copies it.
 * @param {HTMLElement} list
 * @param {(key: string, values?: Readonly<Record<string, string | number>>) => string} say
 * @param {(text: string) => void} announce
 */
export function createFindings(list, say, announce) {
	/** @param {string} name @param {string} className @param {string} text */
	const make = (name, className, text) => {
		const element = document.createElement(name);
		element.className = className;
		element.textContent = text;
		return element;
	};

	/** @param {Finding} found */
	const place = (found) => {
		const text = found.line > 0 ? `${found.file}:${found.line}:${found.column}` : found.file;
		if (found.link !== undefined) {
			const link = /** @type {HTMLAnchorElement} */ (make('a', 'place', text));
			link.href = found.link;
			link.title = say('open-place');
			return link;
		}
		const button = /** @type {HTMLButtonElement} */ (make('button', 'place', text));
		button.type = 'button';
		button.title = say('copy-place');
		button.addEventListener('click', async () => {
			await copy(text, button);
			announce(say('copied', { place: text }));
		});
		return button;
	};

	/** @param {Finding} found */
	const item = (found) => {
		const element = make('li', `finding ${found.severity}`, '');
		const head = make('p', 'finding-head', '');
		head.append(make('span', 'severity', say(found.severity)), place(found));
		element.append(head, make('p', 'finding-text', found.message));
		if (found.hint) element.append(make('p', 'quiet', found.hint));
		element.append(make('p', 'rule', found.rule));
		return element;
	};

	/** @type {string} */
	let shown = '';
	return {
		/** @param {readonly Finding[]} findings */
		show: (findings) => {
			// The list is left alone while it says the same: somebody may be reading it.
			const now = JSON.stringify(findings);
			if (now === shown) return;
			shown = now;
			list.replaceChildren(...findings.map(item));
		},
	};
}

/**
 * Copies a text; where the browser forbids it in the new way, by the old one.
 * @param {string} text
 * @param {Element} shown where the text stands
 */
async function copy(text, shown) {
	try {
		await navigator.clipboard.writeText(text);
	} catch {
		getSelection()?.selectAllChildren(shown);
		document.execCommand('copy');
	}
}
