import type { Parallel, Piece, Unit } from '../model/index.ts';
import type { Context } from './context.ts';
import { makeUnit } from './make-unit.ts';
import { byline, type PartItem } from './outline.ts';
import { splitPartInline } from './part-title.ts';
import type { TemplateData } from './template-data.ts';

/** The opener of a part: its number, its name and the pieces in it, on a recto of its own. */
export function partUnit(context: Context, part: PartItem, parallel?: Parallel): Unit {
	const pieces = part.pieces.map((piece) => ({ texts: [pieceLine(context, piece)] }));
	const data = { unit: { id: part.id }, part: { texts: [partData(context, part)], pieces } };
	const unit = {
		id: part.id,
		kind: 'part',
		lang: context.lang,
		matter: 'body',
		title: part.title,
		file: 'book.yaml',
		start: parallel ? 'any' : 'recto',
		folios: 'none',
		media: 'all',
		...(parallel ? { parallel } : {}),
		notes: [],
	} as const;
	return makeUnit(context, unit, 'part', data);
}

/** Number and name of a part in one language. */
export function partData({ memo }: Context, { id, title }: PartItem): TemplateData {
	const split = memo.recall('part titles', memo.nameOf(title), () => splitPartInline(title));
	return { id, ...split };
}

/** A piece in the list of a part in one language. */
export function pieceLine(context: Context, piece: Piece): TemplateData {
	return { lang: piece.lang, id: piece.key, title: piece.title, byline: byline(context, piece) };
}
