import { createHash } from 'node:crypto';
import type { Page } from '../model/index.ts';

/** A run of pages that is printed together, by index in the book. */
export interface Gathering {
	readonly pages: readonly Page[];
}

/** One unit in so many ends a gathering: few enough prints, and little to print again after an edit. */
const unitsOnAverage = 8;
/** Pages of a unit that is cut, at least and at most, and one page in so many where it may be cut between. */
const long = { least: 8, most: 32, average: 8 } as const;

/** Kinds of units that print folios of others, and so change with them. */
const shifting = new Set<Page['kind']>(['contents', 'directory']);

/**
 * Parts the pages of a book into gatherings, so that an edit changes as few as can be. Where one ends follows from
 * the names of the units, and inside a long unit from what stands on its pages: never from how many pages come before.
 */
export function gather(pages: readonly Page[]): readonly Gathering[] {
	const gatherings: Gathering[] = [];
	let open: Page[] = [];
	const close = () => {
		if (open.length > 0) gatherings.push({ pages: open });
		open = [];
	};
	for (const unit of unitsOf(pages)) {
		const [{ kind, unit: id } = { kind: undefined, unit: undefined }] = unit;
		if (unit.length > long.most || shifting.has(kind)) {
			close();
			for (const stretch of cut(unit)) gatherings.push({ pages: stretch });
			continue;
		}
		open.push(...unit);
		if (chance(id ?? '') % unitsOnAverage === 0) close();
	}
	close();
	return gatherings;
}

/** The pages unit by unit; blank ones are printed by no one. */
function unitsOf(pages: readonly Page[]): readonly (readonly Page[])[] {
	const units = new Map<string, Page[]>();
	for (const page of pages) {
		if (page.unit === undefined) continue;
		const known = units.get(page.unit);
		if (known) known.push(page);
		else units.set(page.unit, [page]);
	}
	return [...units.values()];
}

/** Cuts a long unit at pages that their own text chooses, so that the cuts stay where pages are added before them. */
function cut(pages: readonly Page[]): readonly (readonly Page[])[] {
	if (pages.length <= long.most) return [pages];
	const stretches: Page[][] = [[]];
	for (const page of pages) {
		const last = stretches.at(-1) ?? [];
		const isFull = last.length >= long.most;
		if (isFull || (last.length >= long.least && chance(page.body) % long.average === 0))
			stretches.push([page]);
		else last.push(page);
	}
	return stretches;
}

/** A number that follows from a text, and from nothing else. */
function chance(text: string): number {
	return createHash('sha256').update(text).digest().readUInt32BE(0);
}
