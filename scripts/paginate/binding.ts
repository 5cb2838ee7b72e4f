import type { Edition, Geometry, Lang, Matter, Page, PaginatedUnit, Side, Unit } from '../model/index.ts';
import { type PlacedPage, placePages } from './placed-pages.ts';
import { toRoman } from './roman.ts';
import type { UnitGroup } from './unit-groups.ts';

/** The pages of a book as they are bound, one group of units after the other. */
export class Binding {
	readonly pages: Page[] = [];
	/** Page index by id of each element that has one. */
	readonly pageOf = new Map<string, number>();
	geometry: Geometry | undefined;
	readonly #lang: Lang;
	readonly #proof: NonNullable<Edition['proof']>;
	#matter: Matter = 'front';
	#bodyStart = 0;

	/**
	 * @param lang that blank pages are in
	 * @param proof what a proof says of itself, by language
	 */
	constructor(lang: Lang, proof: Edition['proof'] = {}) {
		this.#lang = lang;
		this.#proof = proof;
	}

	add(group: UnitGroup, laid: ReadonlyMap<string, PaginatedUnit>): void {
		const [unit] = group;
		const { pages, start } = placePages(group, laid);
		this.geometry = joinGeometry(this.geometry, laid.get(unit.id)?.geometry, unit);
		const startsBody = this.#matter === 'front' && unit.matter !== 'front';
		const first = startsBody && start === 'any' ? 'recto' : start;
		if (first !== 'any' && this.#side !== first) this.#addBlank();
		// A body that begins on a verso begins on page 2, for 1 is a recto.
		if (startsBody) this.#bodyStart = this.pages.length - (first === 'verso' ? 1 : 0);
		this.#matter = unit.matter;
		for (const page of pages) {
			for (const id of page.ids) if (!this.pageOf.has(id)) this.pageOf.set(id, this.pages.length);
			if (page.unit) this.#addPage(page, page.unit);
			else this.#addBlank();
		}
	}

	/** Side of the next page. */
	get #side(): Side {
		return (this.pages.length - this.#bodyStart) % 2 === 0 ? 'recto' : 'verso';
	}

	get #label(): string {
		const index = this.pages.length;
		return this.#matter === 'front' ? toRoman(index + 1) : String(index - this.#bodyStart + 1);
	}

	#addPage({ isFirst, body, notes, columns }: PlacedPage, unit: Unit): void {
		const head = isFirst ? undefined : unit.runningHeads?.[this.#side].html;
		const proof =
			unit.kind === 'cover' ? undefined : (this.#proof[unit.lang] ?? this.#proof[this.#lang])?.html;
		this.#bind({
			unit: unit.id,
			kind: unit.kind,
			lang: unit.lang,
			body,
			notes,
			...(unit.parallel ? { group: unit.parallel.group } : {}),
			...(columns ? { columns } : {}),
			showFolio: unit.folios === 'all',
			...(head === undefined ? {} : { runningHead: head }),
			...(proof === undefined ? {} : { proof }),
		});
	}

	#addBlank(): void {
		this.#bind({ lang: this.#lang, body: '', notes: '', showFolio: false });
	}

	#bind(page: Omit<Page, 'index' | 'side' | 'matter' | 'label'>): void {
		const place = { index: this.pages.length, side: this.#side, matter: this.#matter, label: this.#label };
		this.pages.push({ ...place, ...page });
	}
}

/** The geometry of the book; a unit in columns knows how wide they are, and nothing of the text block. */
function joinGeometry(
	known: Geometry | undefined,
	own: Geometry | undefined,
	{ parallel }: Unit,
): Geometry | undefined {
	const isColumn = parallel?.place === 'first-column' || parallel?.place === 'second-column';
	if (!known || !own || !isColumn) return known ?? own;
	return { ...known, column: own.block.width };
}
