import type { Element, Nodes } from 'hast';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Layout, Page, Sync, Unit } from '../scripts/model/index.ts';
import { type Galley, layBilingual, printJoined } from './support/both-prints.ts';
import { bare, type ReadPdf, readPdf, type TextRun } from './support/read-pdf.ts';
import { createWorld, manuscripts, type TestWorld } from './support/world.ts';

interface Sample {
	readonly manuscript: string;
	readonly layout: Layout;
	readonly sync: Sync;
}

const samples: Readonly<Record<string, Sample>> = {
	'fixture on facing pages': { manuscript: manuscripts.fixture, layout: 'facing', sync: 'heading' },
	'fixture on facing pages, block by block': {
		manuscript: manuscripts.fixture,
		layout: 'facing',
		sync: 'block',
	},
	'fixture in columns': { manuscript: manuscripts.fixture, layout: 'columns', sync: 'block' },
	'digest on facing pages': { manuscript: manuscripts.digest, layout: 'facing', sync: 'heading' },
};

/** How far two lines that are level may be apart, in pt. */
const tolerance = 1;

/** How many characters are looked for on a page. */
const begins = 24;

for (const [name, { manuscript, layout, sync }] of Object.entries(samples)) {
	describe(`the ${name}`, () => {
		let made: TestWorld;
		let galley: Galley;
		let pdf: ReadPdf;

		beforeAll(async () => {
			made = await createWorld();
			galley = await layBilingual(manuscript, layout, made.world, sync);
			pdf = await readPdf((await printJoined(galley, made.world)).bytes);
		});
		afterAll(() => made.session.close());

		const pagesOf = (unit: Unit): readonly Page[] =>
			galley.book.pages.filter(({ unit: id, columns = [] }) =>
				columns.length > 0 ? columns.some((column) => column.unit === unit.id) : id === unit.id,
			);
		const pairs = (): readonly (readonly [Unit, Unit])[] => {
			const { units } = galley.edition;
			return units.flatMap((unit, index) => {
				const next = units[index + 1];
				const isPair = unit.parallel && next?.parallel?.group === unit.parallel.group;
				return isPair && next ? [[unit, next] as const] : [];
			});
		};

		test('was made without a word of warning', () => {
			expect(made.report.list()).toEqual([]);
		});

		test('has every piece in both languages, each on its side of every page', () => {
			expect(pairs().length).toBeGreaterThan(5);
			for (const [first, second] of pairs()) {
				expect([first.lang, second.lang]).toEqual(['zh', 'en']);
				for (const [unit, side] of [
					[first, 'verso'],
					[second, 'recto'],
				] as const) {
					const pages = pagesOf(unit);
					expect(pages.length, unit.id).toBeGreaterThan(0);
					for (const page of pages) {
						if (layout === 'facing') expect(page.side, unit.id).toBe(side);
						expect(shareOfHan(textOf(unit, page)) > 0.5, `${unit.id}, page ${page.label}`).toBe(
							unit.lang === 'zh',
						);
					}
				}
				const starts = [first, second].map((unit) => pagesOf(unit)[0]?.index ?? -1);
				expect(starts[1], second.id).toBe((starts[0] ?? 0) + (layout === 'facing' ? 1 : 0));
			}
		});

		/** What a page shows of a unit, as the PDF tells it. */
		const textOf = (unit: Unit, page: Page): string =>
			runsOf(unit, page)
				.map(({ text }) => text)
				.join('');
		const runsOf = (unit: Unit, page: Page): readonly TextRun[] => {
			const runs = pdf.pages[page.index]?.runs ?? [];
			const middle = 595.28 / 2;
			if (layout !== 'columns') return runs.filter(({ y }) => y > 60 && y < 790);
			const isFirst = unit.parallel?.place === 'first-column';
			return runs.filter(({ x, y }) => y > 60 && y < 790 && x < middle === isFirst);
		};

		test('is level wherever it is to be, to within a point', () => {
			let count = 0;
			for (const [first, second] of pairs()) {
				const [ours, theirs] = [syncsOf(first), syncsOf(second)];
				expect([...theirs.keys()], first.id).toEqual([...ours.keys()]);
				const places = [placesOf(first, ours), placesOf(second, theirs)];
				for (const mark of ours.keys()) {
					const [one, other] = places.map((found) => found.get(mark));
					if (!one || !other) continue;
					count += 1;
					const across = layout === 'facing' ? 1 : 0;
					expect(other.page - one.page, `${first.id} ${mark}`).toBe(across);
					expect(Math.abs(other.y - one.y), `${first.id} ${mark}`).toBeLessThan(tolerance);
				}
			}
			const wanted = pairs().flatMap(([first]) => [...syncsOf(first).keys()]).length;
			expect(count).toBeGreaterThan(wanted * 0.9);
			expect(wanted).toBeGreaterThan(10);
		});

		/** Page and baseline of what is to be level, found by its first words. */
		const placesOf = (unit: Unit, syncs: ReadonlyMap<string, string>) => {
			const found = new Map<string, { page: number; y: number }>();
			const lines = pagesOf(unit).flatMap((page) =>
				runsOf(unit, page).map((run) => ({ run, page: page.index })),
			);
			let from = 0;
			for (const [mark, text] of syncs) {
				const at = lines.findIndex(
					(_, index) =>
						index >= from &&
						startsHere(
							lines.slice(index, index + 40).map(({ run }) => run),
							text,
						),
				);
				const line = lines[at];
				if (!line) continue;
				from = at + 1;
				found.set(mark, { page: line.page, y: line.run.y });
			}
			return found;
		};

		test('has links that stay in their language', () => {
			const langOf = (index: number | undefined) => galley.book.pages[index ?? -1];
			let count = 0;
			for (const page of galley.book.pages.filter(
				({ kind, group }) => kind === 'piece' && group !== undefined,
			)) {
				for (const { target } of pdf.pages[page.index]?.links ?? []) {
					const goal = langOf(target);
					if (goal?.kind !== 'piece') continue;
					count += 1;
					expect(goal.lang, `a link on page ${page.label}`).toBe(page.lang);
				}
			}
			expect(count).toBeGreaterThan(0);
			expect(pdf.dead).toEqual([]);
		});

		test('uses its pages well', () => {
			expect(galley.book.fill?.level).toBeGreaterThan(0.85);
		});
	});
}

function shareOfHan(text: string): number {
	const letters = [...text].filter((one) => /\p{L}/u.test(one));
	const weight = (one: string) => (/\p{Script=Han}/u.test(one) ? 3 : 1);
	const han = letters.filter((one) => /\p{Script=Han}/u.test(one));
	const all = letters.reduce((sum, one) => sum + weight(one), 0);
	return all === 0 ? 0 : (han.length * 3) / all;
}

/** The first words of each element that is to be level, by its mark. */
function syncsOf(unit: Unit): ReadonlyMap<string, string> {
	const syncs = new Map<string, string>();
	visit(unit.body, 'element', (element: Element) => {
		const { dataSync } = element.properties;
		if (typeof dataSync === 'string') syncs.set(dataSync, bare(plain(element)));
		// A picture is level by its upper edge, which no text tells.
		if (typeof dataSync === 'string' && element.tagName === 'figure') syncs.set(dataSync, '');
	});
	return syncs;
}

function plain(node: Nodes): string {
	if (node.type === 'text') return node.value.replaceAll('\u00ad', '');
	return 'children' in node ? node.children.map(plain).join('') : '';
}

function startsHere(runs: readonly TextRun[], text: string): boolean {
	if (text === '' || bare(runs[0]?.text ?? '') === '') return false;
	const here = bare(runs.map((run) => run.text).join(''));
	const wanted = text.slice(0, begins);
	return here.replaceAll(/[\u2010-]/g, '').startsWith(wanted.replaceAll(/[\u2010-]/g, ''));
}
