import type { Layout, Piece, Unit } from '../../model/index.ts';
import type { Context } from '../context.ts';
import type { Contexts } from '../contexts.ts';
import { makeUnit } from '../make-unit.ts';
import type { PartItem } from '../outline.ts';
import { partData, partUnit, pieceLine } from '../part-unit.ts';
import { type BilingualPart, listTexts } from './outline.ts';
import { placesOf } from './places.ts';

/** The opener of a part: a page for each language, or one for both. */
export function partUnits(contexts: Contexts, part: BilingualPart): readonly (() => Unit)[] {
	const { first, second } = part;
	if (contexts.layout !== 'facing') return [() => sharedOpener(contexts, part)];
	const group = (first ?? second)?.id ?? '';
	const places = placesOf('facing');
	return (['first', 'second'] as const).flatMap((side) => {
		const item = part[side];
		return item ? [() => partUnit(contexts[side], item, { group, place: places[side] })] : [];
	});
}

/**
 * What is shown of a part: in each language the one that it has. Where both stand on one page, a title that only
 * stands in for a translation is left out.
 */
export function shownParts(
	languages: readonly Pick<Context, 'lang'>[],
	{ first, second }: BilingualPart,
	layout: Layout,
): readonly PartItem[] {
	const parts = [first, second].flatMap((item, index) =>
		item ? [{ item, lang: languages[index]?.lang }] : [],
	);
	const own = parts.filter(({ item, lang }) => layout === 'facing' || item.title.lang === lang);
	return (own.length > 0 ? own : parts.slice(0, 1)).map(({ item }) => item);
}

/** Both titles, and each piece with both of its own. */
function sharedOpener({ first, second, both, layout }: Contexts, part: BilingualPart): Unit {
	const shown = shownParts([first, second], part, layout);
	const [one, two] = shown;
	if (!one) throw new Error('A part of the contents has no title in either language.');
	const contextOf = (item: PartItem | Piece) =>
		('path' in item ? item.lang : item.title.lang) === second.lang ? second : first;
	const pieces = part.pieces.map((texts) => ({
		texts: listTexts(texts).map((piece) => pieceLine(contextOf(piece), piece)),
	}));
	const data = {
		unit: { id: one.id },
		part: { texts: shown.map((item) => ({ lang: contextOf(item).lang, ...partData(both, item) })), pieces },
	};
	const unit = {
		id: one.id,
		kind: 'part',
		lang: both.lang,
		matter: 'body',
		title: one.title,
		...(two ? { otherTitle: two.title } : {}),
		file: 'book.yaml',
		start: 'recto',
		folios: 'none',
		media: 'all',
		notes: [],
	} as const;
	return makeUnit(both, unit, 'part', data);
}
