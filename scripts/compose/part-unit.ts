import type { Unit } from '../model/index.ts';
import type { Context } from './context.ts';
import { byline, type OutlineItem } from './outline.ts';
import { splitPartInline } from './part-title.ts';

/** The opener of a part: its number, its name and the pieces in it, on a recto of its own. */
export function partUnit(context: Context, part: OutlineItem & { kind: 'part' }): Unit {
	const pieces = part.pieces.map((piece) => ({
		id: piece.key,
		title: piece.title,
		byline: byline(context.book, piece, context.labels),
	}));
	const data = { ...context.shared, unit: { id: part.id }, part: { ...splitPartInline(part.title), pieces } };
	return {
		id: part.id,
		kind: 'part',
		lang: context.lang,
		matter: 'body',
		title: part.title,
		file: 'book.yaml',
		start: 'recto',
		folios: 'none',
		media: 'all',
		body: context.render('part', data),
		notes: [],
	};
}
