import { afterAll, beforeAll, expect, test } from 'vitest';
import { createReport } from '../../scripts/diagnostics/index.ts';
import type { Tab, Unit, Workshop } from '../../scripts/model/index.ts';
import { layoutUnits } from '../../scripts/paginate/layout-unit.ts';
import type { EarlierLayout, LaidUnit } from '../../scripts/paginate/resume.ts';
import { type Block, block, dice, pieceOf, type Roll, words } from './long-piece.ts';
import { openPagingTab } from './paging-tab.ts';

// A text and its translation side by side, made at random: level where they should be, nothing lost, and the same
// pages whatever was kept of an earlier layout.

let workshop: Workshop;
let tab: Tab;
let css: string;

beforeAll(async () => {
	({ workshop, tab, css } = await openPagingTab('zh'));
});

afterAll(() => workshop.close());

/** A text in sections; every second one of its headings and paragraphs is to be level with the translation. */
type Draft = readonly Block[];

function draft(roll: Roll, count: number, isChinese: boolean): Draft {
	return Array.from({ length: count }, (_, nth) =>
		nth % 4 === 0 ? { html: `<h2>${words(roll, 3)}</h2>` } : block(roll, isChinese),
	);
}

/** Marks the blocks that are to be level: the one at each number that is asked for. */
function unitOf(blocks: Draft, lang: 'zh' | 'en', isLevel: (nth: number) => boolean): Unit {
	const marked = blocks.map((one, nth) =>
		isLevel(nth) ? { ...one, html: one.html.replace(/^<(\w+)/, `<$1 data-sync="s${nth}"`) } : one,
	);
	const place = lang === 'zh' ? 'verso' : 'recto';
	return { ...pieceOf(marked, lang), id: `${lang}-piece`, parallel: { group: 'zh-piece', place } };
}

type Pair = readonly [Unit, Unit];

async function lay(pair: Pair, previous: readonly (EarlierLayout | undefined)[] = []) {
	const report = createReport();
	// As if it had been in a file.
	const kept = previous.map((one) => one && (JSON.parse(JSON.stringify(one)) as EarlierLayout));
	const laid = await layoutUnits(pair, tab, { css, limit: 60_000, report: report.add, previous: kept });
	const [first, second] = laid ?? [];
	if (!first || !second) throw new Error(JSON.stringify(report.list()));
	return [first, second] as const;
}

const pagesOf = (laid: readonly LaidUnit[]) => laid.map(({ pages, geometry }) => ({ pages, geometry }));

/** Where everything stands that is to be level. */
function placesOf({ flow }: LaidUnit) {
	const found = new Map<string, { page: number; top: number; gap: number }>();
	for (const [page, { syncs }] of (flow?.pages ?? []).entries()) {
		for (const [sync, top, gap] of syncs) found.set(sync, { page, top, gap });
	}
	return found;
}

const seeds = [1, 2, 3, 4, 5, 6];

const edited = [1, 2, 3, 4];

test.each(seeds)('is level, with room on one side alone, whatever the texts are: %s', async (seed) => {
	const roll = dice(seed);
	const count = 12 + roll(16);
	const isLevel = (nth: number) => (seed % 2 === 0 ? nth % 4 === 0 : true);
	const pair: Pair = [
		unitOf(draft(roll, count, true), 'zh', isLevel),
		unitOf(draft(roll, count, false), 'en', isLevel),
	];
	const [first, second] = await lay(pair);
	const [ours, theirs] = [placesOf(first), placesOf(second)];
	expect(ours.size).toBe([...Array(count).keys()].filter(isLevel).length);
	expect([...theirs.keys()]).toEqual([...ours.keys()]);
	for (const [sync, { page, top, gap }] of ours) {
		const other = theirs.get(sync);
		expect(other?.page, sync).toBe(page);
		expect(Math.abs((other?.top ?? 0) - top), sync).toBeLessThan(0.3);
		expect(Math.min(gap, other?.gap ?? 0), sync).toBeLessThan(0.3);
	}
	expect(pagesOf(await lay(pair))).toEqual(pagesOf([first, second]));
});

test('an edit of one text gives the pages of a whole layout, and often lays out that text alone', async () => {
	let stayed = 0;
	for (const seed of edited) stayed += await editOften(seed);
	expect(stayed).toBeGreaterThan(2 * edited.length);
});

/** How often the other text stayed as it was, in eight edits. */
async function editOften(seed: number): Promise<number> {
	const roll = dice(100 + seed);
	const drafts = [draft(roll, 20, true), draft(roll, 20, false)];
	const isLevel = (nth: number) => nth % 4 === 0;
	const pairOf = (): Pair => [unitOf(drafts[0] ?? [], 'zh', isLevel), unitOf(drafts[1] ?? [], 'en', isLevel)];
	let before = await lay(pairOf());
	let stayed = 0;
	for (let nth = 0; nth < 8; nth++) {
		const side = roll(2);
		const at = 1 + roll(3) + 4 * roll(4);
		const made = nth % 2 === 0 ? (html: string) => html.replace(/(\p{L})(?=[^<>]*<)/u, '$1$1') : undefined;
		drafts[side] = (drafts[side] ?? []).map((one, index) => {
			if (index !== at) return one;
			return made ? { ...one, html: made(one.html) } : block(roll, side === 0);
		});
		const pair = pairOf();
		const kept = before.map((one, index) => (index === side || !one.isFirst ? undefined : one));
		const [whole, again] = [await lay(pair), await lay(pair, kept)];
		expect(pagesOf(again), `${seed}: edit ${nth} of ${side}`).toEqual(pagesOf(whole));
		expect(again.map(({ flow }) => flow?.pages)).toEqual(whole.map(({ flow }) => flow?.pages));
		if (again[1 - side]?.fresh === 0) stayed += 1;
		before = again;
	}
	return stayed;
}
