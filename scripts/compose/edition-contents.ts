import type { Lang, PiecePath, TocEntry, Unit } from '../model/index.ts';
import type { Context } from './context.ts';
import { createContext, type Sources } from './contexts.ts';
import { directoryUnit } from './directory-unit.ts';
import { disclaimerIn, disclaimerUnits, frontUnits } from './front-units.ts';
import { type OutlineItem, outline, piecesOf, toToc } from './outline.ts';
import { partUnit } from './part-unit.ts';
import { pieceUnit } from './piece-unit.ts';

/** What stands in an edition. */
export interface Contents {
	/** Of the units that hold all its languages. */
	readonly context: Context;
	readonly pieces: readonly PiecePath[];
	readonly toc: readonly TocEntry[];
	readonly front: readonly Unit[];
	/** How each unit of the body is made. */
	readonly body: readonly (() => Unit)[];
	readonly directory?: Unit;
}

/** What stands in an edition in one language. */
export async function singleContents(sources: Sources, lang: Lang): Promise<Contents> {
	const context = await createContext(sources, lang);
	const items = outline(sources.book, lang);
	const pieces = piecesOf(items);
	const directory = directoryUnit(
		context,
		pieces.map((piece) => [piece]),
	);
	const toc: TocEntry[] = [
		...toToc(context, items),
		...(directory ? [{ id: directory.id, unit: directory.id, title: directory.title, children: [] }] : []),
	];
	return {
		context,
		pieces: pieces.map((piece) => piece.path),
		toc,
		front: frontUnits(context, toc, disclaimerUnits(context, disclaimerIn(context))),
		body: items.flatMap((item) => unitsOf(context, item)),
		...(directory ? { directory } : {}),
	};
}

/** How each unit of an item is made. */
function unitsOf(context: Context, item: OutlineItem): readonly (() => Unit)[] {
	if (item.kind === 'piece') return [() => pieceUnit(context, item.piece, item.matter, undefined)];
	return [
		() => partUnit(context, item),
		...item.pieces.map((piece) => () => pieceUnit(context, piece, 'body', item.title)),
	];
}
