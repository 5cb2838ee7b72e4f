import type {
	Edition,
	Geometry,
	Matter,
	Page,
	PageMap,
	PaginatedBook,
	PaginatedUnit,
	Side,
	Unit,
} from '../model/index.ts';
import { measureFill } from './fill.ts';
import { fillPageRefs } from './page-refs.ts';
import { type PlacedPage, placePages } from './placed-pages.ts';
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
	const pages: Page[] = [];
	const pageOf = new Map<string, number>();
	let geometry: Geometry | undefined;
	let matter: Matter = 'front';
	let bodyStart = 0;

	const sideOf = (index: number): Side => ((index - bodyStart) % 2 === 0 ? 'recto' : 'verso');
	const label = (index: number) => (matter === 'front' ? toRoman(index + 1) : String(index - bodyStart + 1));
	const add = (page: Omit<Page, 'index' | 'side' | 'matter' | 'label'>) => {
		const index = pages.length;
		pages.push({ index, side: sideOf(index), matter, label: label(index), ...page });
	};
	const addPage = (
		{ isFirst, body, notes, columns }: PlacedPage,
		{ id, kind, lang, folios, ...unit }: Unit,
	) => {
		const head = isFirst ? undefined : unit.runningHeads?.[sideOf(pages.length)].html;
		add({
			unit: id,
			kind,
			lang,
			body,
			notes,
			...(columns ? { columns } : {}),
			showFolio: folios === 'all',
			...(head === undefined ? {} : { runningHead: head }),
		});
	};
	const addBlank = () => add({ lang: edition.languages[0] ?? '', body: '', notes: '', showFolio: false });

	const groups = groupUnits(edition.units.filter((unit) => laid.has(unit.id)));
	for (const group of groups) {
		const [unit] = group;
		const { pages: placed, start } = placePages(group, laid);
		geometry = joinGeometry(geometry, laid.get(unit.id)?.geometry, unit.parallel);
		const startsBody = matter === 'front' && unit.matter !== 'front';
		const first = startsBody && start === 'any' ? 'recto' : start;
		if (first !== 'any' && sideOf(pages.length) !== first) addBlank();
		// A body that begins on a verso begins on page 2, for 1 is a recto.
		if (startsBody) bodyStart = first === 'verso' ? pages.length - 1 : pages.length;
		matter = unit.matter;
		for (const page of placed) {
			for (const id of page.ids) if (!pageOf.has(id)) pageOf.set(id, pages.length);
			if (page.unit) addPage(page, page.unit);
			else addBlank();
		}
	}
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

/** The geometry of the book; a unit in columns knows how wide they are, and nothing of the text block. */
function joinGeometry(
	known: Geometry | undefined,
	own: Geometry | undefined,
	parallel: Unit['parallel'],
): Geometry | undefined {
	const isColumn = parallel?.place === 'first-column' || parallel?.place === 'second-column';
	if (!known || !own || !isColumn) return known ?? own;
	return { ...known, column: own.block.width };
}
