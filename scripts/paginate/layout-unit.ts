import type { Reporter } from '../diagnostics/index.ts';
import type { Tab, Unit } from '../model/index.ts';
import type { LayoutResult } from './in-page.d.ts';
import { type EarlierLayout, fillIn, type LaidUnit, type Layout, recallLayout } from './resume.ts';
import { findCallsAtBreaks, findStrayNotes } from './stray-notes.ts';
import { toRequest, type Way, ways } from './unit-request.ts';
import { findLostWords, type LostWords } from './words.ts';

export interface LayoutContext {
	/** Page rules for Paged.js. */
	readonly css: string;
	/** Longest time that one unit may take, in ms. */
	readonly limit: number;
	readonly report: Reporter;
	/** An earlier layout of the same unit, under the same page rules, style, faces and browser. */
	readonly previous?: EarlierLayout | undefined;
}

/** A unit took longer than its limit; the tab is lost with it. */
export class UnitTimeout extends Error {}

/**
 * Lays a unit out so that no word is lost, in the first way that keeps them all on the pages. Where each way cuts
 * something off, the first that has all words in its pages stands. Of a long unit only what differs from an earlier
 * layout is laid out, with the same pages as if all of it were.
 * @returns undefined where none does (it was reported)
 * @throws UnitTimeout
 */
export async function layoutUnit(
	unit: Unit,
	tab: Tab,
	context: LayoutContext,
): Promise<LaidUnit | undefined> {
	const { promise: timeout, cancel } = timer(context.limit);
	try {
		return await Promise.race([tryWays(unit, tab, context), timeout]);
	} finally {
		cancel();
	}
}

async function tryWays(unit: Unit, tab: Tab, context: LayoutContext): Promise<LaidUnit | undefined> {
	let lost: LostWords | undefined;
	let spare: { readonly way: Way; readonly layout: Layout } | undefined;
	let fresh = 0;
	const accept = (way: Way, { pages, geometry, memory }: Layout): LaidUnit => {
		sayFaults(unit, way, pages, context.report);
		const isRemembered = memory && way === 'footnotes';
		return { unit: unit.id, pages, geometry, fresh, ...(isRemembered ? { memory } : {}) };
	};
	for (const way of ways) {
		if (way === 'endnotes' && unit.notes.length === 0) continue;
		const { layout, missing, laid } = await layOut(tab, unit, way, context);
		fresh += laid;
		lost ??= missing;
		if (missing) continue;
		if (!layout.pages.some((page) => page.cut)) return accept(way, layout);
		spare ??= { way, layout };
	}
	if (spare) return accept(spare.way, spare.layout);
	if (lost) reportLost(unit, lost, context.report);
	return undefined;
}

/** Says what is less than perfect about a layout that is taken. */
function sayFaults(unit: Unit, way: Way, pages: Layout['pages'], report: Reporter): void {
	if (way !== 'footnotes') sayFallback(unit, way, report);
	const over = pages.findIndex((page) => page.overflow || page.cut) + 1;
	if (over > 0) {
		report('unit-overflow', `Something does not fit on page ${over} of "${unit.title.text}".`, fileOf(unit));
	}
}

/** How often a unit is laid out again for the sake of its notes. */
const noteRounds = 4;

/** One way of laying a unit out; with footnotes the round that does best by them. Each round goes on from the last. */
async function layOut(
	tab: Tab,
	unit: Unit,
	way: Way,
	context: LayoutContext,
): Promise<{ layout: Layout; missing: LostWords | undefined; laid: number }> {
	const request = toRequest(unit, way, context.css);
	let earlier = context.previous && way === 'footnotes' ? recallLayout(context.previous) : undefined;
	let laid = 0;
	const paginate = async (keepWhole: readonly string[]) => {
		const memory = earlier?.memory && { earlier: earlier.memory };
		const result = (await tab.call('paginate', { ...request, keepWhole, ...memory })) as LayoutResult;
		laid += result.laid;
		earlier = fillIn(result, earlier);
		return earlier;
	};
	let best = await paginate([]);
	if (way !== 'footnotes') return { layout: best, missing: findLostWords(unit, best.pages, way), laid };
	let least = findNoteFaults(unit, best);
	let latest = least;
	const keepWhole = new Set<string>();
	for (let round = 0; round < noteRounds && latest.weight > 0; round++) {
		const before = keepWhole.size;
		for (const call of latest.calls) keepWhole.add(call);
		if (keepWhole.size === before) break;
		const next = await paginate([...keepWhole]);
		latest = findNoteFaults(unit, next);
		if (latest.weight >= least.weight) continue;
		best = next;
		least = latest;
	}
	return { layout: best, missing: least.missing, laid };
}

interface NoteFaults {
	/** 0 where there is nothing to better. */
	readonly weight: number;
	/** Calls whose paragraphs had better not be split. */
	readonly calls: readonly string[];
	readonly missing: LostWords | undefined;
}

/** Notes apart from their calls; and, worse, what Paged.js loses, doubles or cuts off when a page break meets notes. */
function findNoteFaults(unit: Unit, { pages }: Layout): NoteFaults {
	const strays = findStrayNotes(unit.notes, pages);
	const missing = findLostWords(unit, pages, 'footnotes');
	if (!missing && !pages.some((page) => page.cut)) return { weight: strays.length, calls: strays, missing };
	const calls = [...strays, ...findCallsAtBreaks(unit.notes, pages)];
	return { weight: strays.length + unit.notes.length + 1, calls, missing };
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

function reportLost(unit: Unit, { words, doubled, node }: LostWords, report: Reporter): void {
	const start = node?.position?.start;
	const file = node?.data?.file ?? fileOf(unit);
	const place = start ? { file, line: start.line, column: start.column } : file;
	const fault = doubled ? 'prints text twice' : 'loses text';
	report('unit-words-lost', `Paged.js ${fault} in "${unit.title.text}", first: "${words}".`, place);
}

/** The file behind a unit, or its template where it was made from many. */
export function fileOf(unit: Unit): string {
	return unit.file ?? `templates/${unit.kind}.liquid`;
}
