import type { Reporter } from '../diagnostics/index.ts';
import type { PaginatedUnit, Tab, Unit } from '../model/index.ts';
import type { LayoutResult } from './in-page.d.ts';
import { findStrayNotes } from './stray-notes.ts';
import { toRequest, type Way, ways } from './unit-request.ts';
import { findLostWords, type LostWords } from './words.ts';

export interface LayoutContext {
	/** Page rules for Paged.js. */
	readonly css: string;
	/** Longest time that one unit may take, in ms. */
	readonly limit: number;
	readonly report: Reporter;
}

/** A unit took longer than its limit; the tab is lost with it. */
export class UnitTimeout extends Error {}

/**
 * Lays a unit out so that no word is lost, in the first way that keeps them all.
 * @returns undefined where none does (it was reported)
 * @throws UnitTimeout
 */
export async function layoutUnit(
	unit: Unit,
	tab: Tab,
	context: LayoutContext,
): Promise<PaginatedUnit | undefined> {
	let lost: LostWords | undefined;
	for (const way of ways) {
		if (way === 'endnotes' && unit.notes.length === 0) continue;
		const result = await layOut(tab, unit, way, context);
		lost = findLostWords(unit, result.pages, way);
		if (lost) continue;
		if (way !== 'footnotes') sayFallback(unit, way, context.report);
		if (result.pages.some((page) => page.overflow)) {
			const page = result.pages.findIndex((one) => one.overflow) + 1;
			context.report(
				'unit-overflow',
				`Something does not fit on page ${page} of "${unit.title.text}".`,
				fileOf(unit),
			);
		}
		return { unit: unit.id, pages: result.pages, geometry: result.geometry };
	}
	if (lost) reportLost(unit, lost, context.report);
	return undefined;
}

/** How often a unit is laid out again so that its notes stand with their calls. */
const noteRounds = 3;

/** One way of laying a unit out; with footnotes the round in which the fewest stand apart from their calls. */
async function layOut(tab: Tab, unit: Unit, way: Way, context: LayoutContext): Promise<LayoutResult> {
	const request = toRequest(unit, way, context.css);
	const paginate = (keepWhole: readonly string[]) =>
		withinLimit(tab.call('paginate', { ...request, keepWhole }), context.limit) as Promise<LayoutResult>;
	let best = await paginate([]);
	if (way !== 'footnotes') return best;
	let strays = findStrayNotes(unit.notes, best.pages);
	const keepWhole = new Set<string>();
	for (let round = 0; round < noteRounds && strays.length > 0; round++) {
		for (const call of strays) keepWhole.add(call);
		const next = await paginate([...keepWhole]);
		const left = findStrayNotes(unit.notes, next.pages);
		if (left.length >= strays.length || findLostWords(unit, next.pages, way)) continue;
		best = next;
		strays = left;
	}
	return best;
}

async function withinLimit<T>(work: Promise<T>, limit: number): Promise<T> {
	const { promise: timeout, cancel } = timer(limit);
	try {
		return await Promise.race([work, timeout]);
	} finally {
		cancel();
	}
}

function timer(limit: number): { promise: Promise<never>; cancel: () => void } {
	let cancel = () => {};
	const promise = new Promise<never>((_, reject) => {
		const id = setTimeout(() => reject(new UnitTimeout()), limit);
		cancel = () => clearTimeout(id);
	});
	return { promise, cancel };
}

function sayFallback(unit: Unit, way: Way, report: Reporter): void {
	if (way === 'endnotes' || unit.notes.length > 0) {
		report('unit-notes-moved', `The footnotes of "${unit.title.text}" are printed at its end.`, fileOf(unit));
	} else {
		report(
			'unit-loosened',
			`"${unit.title.text}" is broken without regard for what belongs together.`,
			fileOf(unit),
		);
	}
}

function reportLost(unit: Unit, { words, node }: LostWords, report: Reporter): void {
	const start = node?.position?.start;
	const file = node?.data?.file ?? fileOf(unit);
	const place = start ? { file, line: start.line, column: start.column } : file;
	report('unit-words-lost', `Paged.js loses text of "${unit.title.text}", first: "${words}".`, place);
}

/** The file behind a unit, or the unit's own name where it was made from many. */
export function fileOf(unit: Unit): string {
	return unit.file ?? unit.id;
}
