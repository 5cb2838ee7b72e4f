import type { Lang, PiecePath } from '../model/index.ts';
import type { PieceStates, State } from './states.ts';

/** How far the translation of a piece, or of the book, into a language is, in passages. */
export interface Counts {
	/** Those that are neither stale nor new. */
	readonly translated: number;
	readonly stale: number;
	readonly missing: number;
	/** Translated, but never recorded. */
	readonly new: number;
	/** Of the source of what is stale or missing: Han and kana characters, and words of other scripts. */
	readonly todo: number;
}

export interface PieceStatus extends Counts {
	readonly path: PiecePath;
	readonly title: string;
	readonly lang: Lang;
}

export interface Status {
	readonly source: Lang;
	/** Whether `todo` counts characters or words, by the script of the source language. */
	readonly unit: 'characters' | 'words';
	/** Whether anything was ever recorded: without that, nobody knows of stale or new ones. */
	readonly recorded: boolean;
	readonly pieces: readonly PieceStatus[];
	/** One for each language, in the order of the book. */
	readonly totals: readonly (Counts & { readonly lang: Lang })[];
}

/** Counts what is translated, piece by piece. Without a lock all that has a translation counts as translated. */
export function countStatus(source: Lang, pieces: readonly PieceStates[], hasLock: boolean): Status {
	const rows = pieces.map((piece): PieceStatus => {
		const count = (state: State) => piece.passages.filter((passage) => passage.state === state).length;
		const unknown = count('new');
		const open = piece.passages.filter(({ state }) => state === 'stale' || state === 'missing');
		return {
			path: piece.path,
			title: piece.title,
			lang: piece.target,
			translated: count('current') + (hasLock ? 0 : unknown),
			stale: count('stale'),
			missing: count('missing'),
			new: hasLock ? unknown : 0,
			todo: open.reduce((sum, passage) => sum + countWords(passage.source.words), 0),
		};
	});
	const langs = [...new Set(rows.map(({ lang }) => lang))];
	const totals = langs.map((lang) => addUp(lang, rows));
	return { source, unit: unitOf(source), recorded: hasLock, pieces: rows, totals };
}

function addUp(lang: Lang, rows: readonly PieceStatus[]): Status['totals'][number] {
	const sum = (key: keyof Counts) =>
		rows.reduce((total, row) => total + (row.lang === lang ? row[key] : 0), 0);
	return {
		lang,
		translated: sum('translated'),
		stale: sum('stale'),
		missing: sum('missing'),
		new: sum('new'),
		todo: sum('todo'),
	};
}

const character = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** A word, with its hyphens, apostrophes and the points in its numbers. */
const word = /[\p{L}\p{N}\p{M}]+(?:['’.,·-][\p{L}\p{N}\p{M}]+)*/gu;

/** Words of a text as translators are paid for them: a Han or kana character counts as one, and so does a word. */
export function countWords(text: string): number {
	const characters = text.match(character)?.length ?? 0;
	return characters + (text.replace(character, ' ').match(word)?.length ?? 0);
}

function unitOf(lang: Lang): Status['unit'] {
	const script = new Intl.Locale(lang).maximize().script ?? '';
	return /^(?:Hans|Hant|Hani|Jpan|Bopo)$/.test(script) ? 'characters' : 'words';
}
