import type { ContributorId, Inline, Piece } from '../model/index.ts';
import { type Context, labelLine } from './context.ts';
import { byline } from './outline.ts';
import type { TemplateData, TemplateValue } from './template-data.ts';

/** One language of a piece, with what units in that language are made from. */
export interface Voice {
	readonly context: Context;
	readonly piece: Piece;
}

/** What stands below a piece: each bio and the disclaimer, in one language or in two. */
export interface Closing extends TemplateData {
	readonly bios: readonly TemplateValue[];
	readonly disclaimers: readonly TemplateValue[];
}

/** What the opener of a piece shows in one language. */
export function openerData(context: Context, piece: Piece, part: Inline | undefined): TemplateData {
	return {
		id: piece.key,
		part,
		title: piece.title,
		byline: byline(context, piece),
	};
}

/**
 * What stands below a piece in the languages of these voices: the bios of its authors, and the short disclaimer where it
 * is signed. A text that is the same in both is shown once.
 */
export function closingData(voices: readonly Voice[]): Closing {
	const authors = new Set(voices.flatMap(({ piece }) => piece.authors));
	return {
		bios: [...authors].flatMap((id) => {
			const texts = distinct(voices.flatMap((voice) => bioOf(voice, id)));
			return texts.length > 0 ? [{ texts }] : [];
		}),
		disclaimers: distinct(voices.flatMap(disclaimerOf)),
	};
}

/** What stands below a piece whose translation has it. */
export const noClosing: Closing = { bios: [], disclaimers: [] };

export function hasClosing({ bios, disclaimers }: Closing): boolean {
	return bios.length > 0 || disclaimers.length > 0;
}

/** A text of one language, in the shape of a template. */
type Told = { readonly lang: string; readonly text: Inline };

function bioOf({ context, piece }: Voice, id: ContributorId) {
	const { book, lang } = context;
	const person = piece.authors.includes(id) ? book.contributors.get(id) : undefined;
	const name = person?.name[lang];
	const text = person?.bio?.[lang];
	return name && text ? [{ lang, name, text, names_itself: text.text.startsWith(name.text) }] : [];
}

function disclaimerOf({ context, piece }: Voice): readonly Told[] {
	const { book, lang } = context;
	if (piece.authors.length === 0 || book.disclaimer === undefined) return [];
	return [{ lang, text: book.shortDisclaimer?.[lang] ?? labelLine(context, 'short-disclaimer') }];
}

function distinct<T extends Told>(texts: readonly T[]): readonly T[] {
	return texts.filter(({ text }, index) => !texts.slice(0, index).some((one) => one.text.text === text.text));
}
