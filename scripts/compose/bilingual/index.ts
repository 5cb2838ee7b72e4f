import type { BilingualEdition, Pairing, Unit } from '../../model/index.ts';
import { createContexts, type Sources } from '../contexts.ts';
import { directoryUnit } from '../directory-unit.ts';
import type { Contents } from '../edition-contents.ts';
import { frontUnits } from '../front-units.ts';
import { bilingualDisclaimers } from './disclaimers.ts';
import { type BilingualItem, bilingualOutline, bilingualPieces, listTexts } from './outline.ts';
import { partUnits } from './part-units.ts';
import { type Making, pieceUnits } from './piece-units.ts';
import { bilingualToc, directoryEntry } from './toc.ts';

/** What stands in an edition in two languages. */
export async function bilingualContents(
	sources: Sources,
	{ languages, layout, sync }: BilingualEdition,
	pairing: Pairing,
): Promise<Contents> {
	const contexts = await createContexts(sources, languages, layout);
	const items = bilingualOutline(sources.book, languages);
	const pieces = bilingualPieces(items);
	const directory = directoryUnit(contexts.both, pieces.map(listTexts));
	const toc = [...bilingualToc(contexts, items), ...(directory ? [directoryEntry(directory)] : [])];
	const making: Making = { contexts, sync, pairing };
	return {
		context: contexts.both,
		pieces: pieces.map((texts) => listTexts(texts)[0].path),
		toc,
		front: frontUnits(contexts.both, toc, bilingualDisclaimers(contexts, sync)),
		body: items.flatMap((item) => unitsOf(making, item)),
		...(directory ? { directory } : {}),
	};
}

/** How each unit of an item is made. */
function unitsOf(making: Making, item: BilingualItem): readonly (() => Unit)[] {
	if (item.kind === 'piece') return pieceUnits(making, item.texts, { matter: item.matter });
	return [
		...partUnits(making.contexts, item),
		...item.pieces.flatMap((texts) => pieceUnits(making, texts, { matter: 'body', part: item })),
	];
}
