import type { Unit } from '../model/index.ts';
import type { Context } from './context.ts';
import { makeUnit } from './make-unit.ts';
import { byline, type OutlineItem } from './outline.ts';
import { splitPartInline } from './part-title.ts';

/** The opener of a part: its number, its name and the pieces in it, on a recto of its own. */
export function partUnit(context: Context, part: OutlineItem & { kind: 'part' }): Unit {
	const pieces = part.pieces.map((piece) => ({
		id: piece.key,
		title: piece.title,
		byline: byline(context, piece),
	}));
	const split = context.memo.recall('part titles', context.memo.nameOf(part.title), () =>
		splitPartInline(part.title),
	);
	const unit = {
		id: part.id,
		kind: 'part',
		lang: context.lang,
		matter: 'body',
		title: part.title,
		file: 'book.yaml',
		start: 'recto',
		folios: 'none',
		media: 'all',
		notes: [],
	} as const;
	return makeUnit(context, unit, 'part', { unit: { id: part.id }, part: { ...split, pieces } });
}
