// @ts-check
/// <reference lib="dom" />

/**
 * @typedef {object} Command
 * @property {string} name key of the wording
 * @property {readonly string[]} keys as a reader sees them, such as `Ctrl +`
 * @property {() => void} run
 */

/** Keys in the way they are shown, for those whose name is another. */
const shown = new Map([
	['ArrowLeft', '←'],
	['ArrowRight', '→'],
	['Escape', 'Esc'],
]);

/**
 * Runs commands by key, in the page and in the book.
 * @param {readonly Command[]} commands
 * @param {() => boolean} singleKeys whether keys without Ctrl count
 * @returns {(event: KeyboardEvent) => void}
 */
export function createKeys(commands, singleKeys) {
	return (event) => {
		if (event.altKey || event.isComposing) return;
		const held = event.ctrlKey || event.metaKey;
		const target = /** @type {Element | null} */ (event.target);
		// The browser itself closes a dialog.
		if (target?.closest?.('dialog')) return;
		const field = target?.closest?.('input, select, textarea');
		if (field && !held && event.key !== 'Escape') return;
		const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
		const pressed = held ? `Ctrl ${key === '=' ? '+' : key}` : key;
		const command = commands.find(({ keys }) => keys.includes(pressed));
		if (!command || (!held && !singleKeys() && event.key !== 'Escape')) return;
		event.preventDefault();
		command.run();
	};
}

/**
 * Lists the commands in the help.
 * @param {HTMLElement} list
 * @param {readonly Command[]} commands
 * @param {(key: string) => string} say
 * @param {boolean} mac
 */
export function listKeys(list, commands, say, mac) {
	for (const { name, keys } of commands) {
		const term = document.createElement('dt');
		for (const key of keys) {
			const cap = document.createElement('kbd');
			cap.textContent = nameOf(key, mac);
			term.append(cap, ' ');
		}
		const meaning = document.createElement('dd');
		meaning.textContent = say(name);
		list.append(term, meaning);
	}
}

/** @param {string} key @param {boolean} mac */
function nameOf(key, mac) {
	const last = key.split(' ').at(-1) ?? key;
	const name = shown.get(last) ?? (last.length === 1 ? last.toUpperCase() : last);
	if (!key.startsWith('Ctrl ')) return name;
	return mac ? `⌘ ${name}` : `Ctrl ${name}`;
}
