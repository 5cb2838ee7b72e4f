import type { Edition, Page, PageMap, PaginatedBook, PaginatedUnit, Unit } from '../model/index.ts';
import { Binding } from './binding.ts';
import { measureFill } from './fill.ts';
import { fillPageRefs } from './page-refs.ts';
import { toRoman } from './roman.ts';
import { groupUnits } from './unit-groups.ts';

/**
 * Puts the units' pages one after another: sides, blanks, folios, running heads and the page map. Folios that the
 * contents and the directory print are filled in; `unknown` is told of ids that stand on no page.
 * Front matter counts i, ii, iii from the first sheet; the body begins at 1 and the back matter goes on from it.
 */
export function assemble(
	edition: Edition,
	laid: ReadonlyMap<string, PaginatedUnit>,
	unknown: (id: string) => void = () => {},
): Omit<PaginatedBook, 'cached' | 'laid' | 'trim'> {
	const groups = groupUnits(edition.units.filter((unit) => laid.has(unit.id)));
	const binding = new Binding(edition.languages[0] ?? '', edition.proof);
	for (const group of groups) binding.add(group, laid);
	const { pages, pageOf, geometry } = binding;
	if (!geometry) throw new Error('An edition without pages cannot be assembled.');
	const map: PageMap = { labels: pages.map((page) => page.label), pageOf };
	const labelOf = (id: string) => {
		const label = map.labels[map.pageOf.get(id) ?? -1];
		if (label === undefined) unknown(id);
		return label ?? '';
	};
	const filled = pages.map((page) => {
		const body = fillPageRefs(page.body, labelOf);
		return body === page.body ? page : { ...page, body };
	});
	const fill = measureFill(groups, laid);
	return { pages: filled, geometry, map, ...(fill ? { fill } : {}), units: laid.size };
}

/** The first page of a unit as that of a book, without place among the others. */
export function pageApart(unit: Unit, laid: PaginatedUnit | undefined): Page | undefined {
	const [first] = laid?.pages ?? [];
	if (!first) return undefined;
	const { id, kind, lang, matter } = unit;
	const { body, notes } = first;
	const place = { index: 0, side: 'recto', label: toRoman(1), showFolio: false } as const;
	return { ...place, matter, unit: id, kind, lang, body, notes };
}
