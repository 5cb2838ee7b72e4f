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
import { fillPageRefs } from './page-refs.ts';
import { toRoman } from './roman.ts';

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
	const addBlank = () => add({ lang: edition.languages[0] ?? '', body: '', notes: '', showFolio: false });

	for (const unit of edition.units) {
		const paginated = laid.get(unit.id);
		if (!paginated) continue;
		geometry ??= paginated.geometry;
		const startsBody = matter === 'front' && unit.matter !== 'front';
		if ((startsBody || unit.start === 'recto') && sideOf(pages.length) === 'verso') addBlank();
		if (startsBody) bodyStart = pages.length;
		matter = unit.matter;
		const proof = unit.kind === 'cover' ? undefined : edition.proof?.html;
		paginated.pages.forEach((page, nth) => {
			const side = sideOf(pages.length);
			for (const id of page.ids) if (!pageOf.has(id)) pageOf.set(id, pages.length);
			const head = nth === 0 ? undefined : runningHead(unit, side);
			add({
				unit: unit.id,
				kind: unit.kind,
				lang: unit.lang,
				body: page.body,
				notes: page.notes,
				showFolio: unit.folios === 'all',
				...(head === undefined ? {} : { runningHead: head }),
				...(proof === undefined ? {} : { proof }),
			});
		});
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
	return { pages: filled, geometry, map, units: laid.size };
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

function runningHead(unit: Unit, side: Side): string | undefined {
	return unit.runningHeads?.[side].html;
}
