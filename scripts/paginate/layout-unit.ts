import type { Reporter } from '../diagnostics/index.ts';
import type { Tab, Unit } from '../model/index.ts';
import { createPress } from './press.ts';
import type { EarlierLayout, LaidUnit, Layout } from './resume.ts';
import { findCallsAtBreaks, findStrayNotes } from './stray-notes.ts';
import type { UnitGroup } from './unit-groups.ts';
import { type Way, ways } from './unit-request.ts';
import { findLostWords, type LostWords } from './words.ts';

export interface LayoutContext {
	/** Page rules for Paged.js. */
	readonly css: string;
	/** Longest time that one unit may take, in ms. */
	readonly limit: number;
	readonly report: Reporter;
	/** Earlier layouts of the same units, under the same page rules, style, faces and browser. */
	readonly previous?: readonly (EarlierLayout | undefined)[];
}

/** A unit took longer than its limit; the tab is lost with it. */
export class UnitTimeout extends Error {}

/**
 * Lays a unit out, or a text and its translation side by side, so that no word is lost: in the first way that keeps
 * them all on the pages. Where each way cuts something off, the first that has all words in its pages stands. Of a
 * long unit only what differs from an earlier layout is laid out, and of two that run side by side only the one that
 * has changed where the other can stay, with the same pages as if all of it were.
 * @returns undefined where no way does (it was reported)
 * @throws UnitTimeout
 */
export async function layoutUnits(
	group: UnitGroup,
	tab: Tab,
	context: LayoutContext,
): Promise<readonly LaidUnit[] | undefined> {
	const { promise: timeout, cancel } = timer(context.limit);
	try {
		return await Promise.race([tryWays(group, tab, context), timeout]);
	} finally {
		cancel();
	}
}

async function tryWays(
	group: UnitGroup,
	tab: Tab,
	context: LayoutContext,
): Promise<readonly LaidUnit[] | undefined> {
	let lost: readonly (LostWords | undefined)[] | undefined;
	let spare: { readonly way: Way; readonly rounds: Rounds } | undefined;
	const fresh = group.map(() => 0);
	const accept = (way: Way, { layouts, isFirst }: Rounds): readonly LaidUnit[] => {
		if (layouts.some(({ isLevel }) => isLevel === false)) sayUneven(group[0], context.report);
		return layouts.map(({ pages, geometry, memory, flow }, index): LaidUnit => {
			const unit = group[index] ?? group[0];
			sayFaults(unit, way, pages, context.report);
			const isRemembered = memory && way === 'footnotes';
			return {
				unit: unit.id,
				pages,
				geometry,
				fresh: fresh[index] ?? 0,
				...(isRemembered ? { memory } : {}),
				...(flow ? { flow, isFirst } : {}),
			};
		});
	};
	for (const way of ways) {
		if (way === 'endnotes' && group.every((unit) => unit.notes.length === 0)) continue;
		const rounds = await layOut(group, tab, way, context);
		const { layouts, missing, laid } = rounds;
		for (const [index, count] of laid.entries()) fresh[index] = (fresh[index] ?? 0) + count;
		const isWhole = missing.every((words) => words === undefined);
		if (!isWhole) lost ??= missing;
		if (!isWhole) continue;
		if (!layouts.some(({ pages }) => pages.some((page) => page.cut))) return accept(way, rounds);
		spare ??= { way, rounds };
	}
	if (spare) return accept(spare.way, spare.rounds);
	group.forEach((unit, index) => {
		const words = lost?.[index];
		if (words) reportLost(unit, words, context.report);
	});
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

interface Rounds {
	readonly layouts: readonly Layout[];
	readonly missing: readonly (LostWords | undefined)[];
	/** Pages that were laid out, unit by unit. */
	readonly laid: readonly number[];
	/** It is what comes out of footnotes at once, with nothing kept whole for their sake. */
	readonly isFirst: boolean;
}

/** One way of laying a group out; with footnotes the round that does best by them. Each round goes on from the last. */
async function layOut(group: UnitGroup, tab: Tab, way: Way, context: LayoutContext): Promise<Rounds> {
	const press = createPress(group, tab, way, context);
	const whole = group.map(() => new Set<string>());
	const first = await press.lay(whole);
	let best = first;
	if (way !== 'footnotes') {
		const missing = best.map(({ pages }, index) => findLostWords(group[index] ?? group[0], pages, way));
		return { layouts: best, missing, laid: press.laid, isFirst: false };
	}
	const faultsOf = (layouts: readonly Layout[]) =>
		layouts.map((layout, index) => findNoteFaults(group[index] ?? group[0], layout));
	const weightOf = (faults: readonly NoteFaults[]) => faults.reduce((sum, { weight }) => sum + weight, 0);
	let least = faultsOf(best);
	let latest = least;
	for (let round = 0; round < noteRounds && weightOf(latest) > 0; round++) {
		const before = sizesOf(whole);
		latest.forEach(({ calls }, index) => {
			for (const call of calls) whole[index]?.add(call);
		});
		if (sizesOf(whole) === before) break;
		const next = await press.lay(whole);
		latest = faultsOf(next);
		if (weightOf(latest) >= weightOf(least)) continue;
		best = next;
		least = latest;
	}
	const missing = least.map((faults) => faults.missing);
	return { layouts: best, missing, laid: press.laid, isFirst: best === first };
}

function sizesOf(sets: readonly ReadonlySet<string>[]): number {
	return sets.reduce((sum, { size }) => sum + size, 0);
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

function sayUneven(unit: Unit, report: Reporter): void {
	const message = `"${unit.title.text}" and its translation are not level all the way.`;
	report('unit-not-level', message, fileOf(unit));
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
