// @ts-check
/// <reference lib="dom" />
import { createFindings } from './findings.js';

/**
 * What stands beside the book and comes and goes: contents, findings, help, and the dimmed paper.
 * @param {object} options
 * @param {(id: string) => HTMLElement} options.part
 * @param {ReturnType<typeof import('./settings.js').createSettings>} options.settings
 * @param {import('./words.js').Say} options.say
 * @param {(text: string) => void} options.announce
 * @param {() => void} options.resized
 */
export function createPanels({ part, settings, say, announce, resized }) {
	const findings = createFindings(part('findings-list'), say, announce);
	const help = /** @type {HTMLDialogElement} */ (part('help'));
	const singleKeys = /** @type {HTMLInputElement} */ (part('single-keys'));
	/** @type {Document | undefined} */
	let book;

	/** @param {string} name @param {boolean} open */
	const show = (name, open) => {
		part(name).hidden = !open;
		part(`${name}-button`).setAttribute('aria-expanded', String(open));
		resized();
	};
	const toggleContents = () => {
		const open = part('contents').hidden !== false;
		show('contents', open);
		if (!narrow.matches) settings.set('contents', open);
	};
	const closeFindings = () => {
		if (part('findings').hidden) return;
		const held = part('findings').contains(document.activeElement);
		show('findings', false);
		if (held) part('findings-button').focus();
	};
	const toggleFindings = () => {
		if (!part('findings').hidden) return closeFindings();
		show('findings', true);
		part('findings-close').focus();
	};
	/** @param {boolean} dim */
	const setDim = (dim) => {
		book?.documentElement.classList.toggle('desk-dim', dim);
		part('dim').setAttribute('aria-pressed', String(dim));
		settings.set('dim', dim);
	};
	const toggleDim = () => setDim(part('dim').getAttribute('aria-pressed') !== 'true');

	const narrow = matchMedia('(max-width: 900px)');
	narrow.addEventListener('change', () =>
		show('contents', !narrow.matches && settings.get('contents', true)),
	);

	part('contents-button').addEventListener('click', toggleContents);
	part('findings-button').addEventListener('click', toggleFindings);
	part('findings-close').addEventListener('click', closeFindings);
	part('notice-button').addEventListener('click', () => {
		if (part('findings').hidden) toggleFindings();
	});
	part('dim').addEventListener('click', toggleDim);
	part('help-button').addEventListener('click', () => help.showModal());
	part('help-close').addEventListener('click', () => help.close());
	help.addEventListener('click', (event) => {
		if (event.target === help) help.close();
	});
	singleKeys.addEventListener('change', () => settings.set('single-keys', singleKeys.checked));

	return {
		/** @param {Document} document of the book */
		begin: (document) => {
			book = document;
			singleKeys.checked = settings.get('single-keys', true);
			// Beside a narrow window the contents would hide the book.
			show('contents', !narrow.matches && settings.get('contents', true));
			setDim(settings.get('dim', false));
		},
		singleKeys: () => singleKeys.checked,
		toggleContents,
		/** A line of the contents was chosen: where they lie over the book they go. */
		chosen: () => {
			if (narrow.matches) show('contents', false);
		},
		toggleFindings,
		closeFindings,
		toggleDim,
		help: () => help.showModal(),
		/** @param {readonly import('./messages.d.ts').Finding[]} found */
		showFindings: (found) => {
			findings.show(found);
			part('no-findings').hidden = found.length > 0;
		},
	};
}
