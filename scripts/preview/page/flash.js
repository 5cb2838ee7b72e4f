// @ts-check
/// <reference lib="dom" />
import { fold } from './find.js';
import { blocksOf, textOf } from './page-text.js';

/** How long a change is marked, in ms; desk.css lets it fade in that time. */
const duration = 1800;

/**
 * Marks the blocks of new pages that were not there before. A block that only moved to another page, whole or in
 * parts, is no change.
 * @param {readonly Element[]} pages
 * @param {string} before all text that was there, from textOfGone
 * @returns {readonly Element[]} the marked blocks
 */
export function flashChanges(pages, before) {
	const changed = pages.flatMap((page) =>
		blocksOf(page).filter((block) => {
			const text = squeeze(textOf(block));
			return text !== '' && !before.includes(text);
		}),
	);
	for (const block of changed) flash(block);
	return changed;
}

/** @param {Element} element */
export function flash(element) {
	element.classList.add('desk-changed');
	setTimeout(() => element.classList.remove('desk-changed'), duration);
}

/**
 * The text of the pages that are no more, and of those beside them: a paragraph may have been split between the two.
 * @param {import('./messages.d.ts').EditionView} old
 * @param {import('./messages.d.ts').EditionView} next
 * @param {import('./page-store.js').PageStore} store
 * @param {Document} document
 * @returns {string} empty where nothing is known of them
 */
export function textOfGone(old, next, store, document) {
	const kept = new Set(next.pages.map(({ hash }) => hash));
	const gone = old.pages.map(({ hash, unit }) => unit !== undefined && !kept.has(hash));
	const contents = old.pages.flatMap(({ hash }, index) => {
		if (!gone[index] && !gone[index - 1] && !gone[index + 1]) return [];
		return store.get(hash) ?? [];
	});
	const template = document.createElement('template');
	template.innerHTML =
		contents.map(({ body }) => body).join('') + contents.map(({ notes }) => notes).join('');
	return squeeze(fold(template.content.textContent ?? '').text);
}

/** Where a text is split between pages it may lose a space or win a hyphen. @param {string} text */
function squeeze(text) {
	return text.replace(/[\s\u2010]/g, '');
}
