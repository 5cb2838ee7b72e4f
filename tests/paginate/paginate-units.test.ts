import { expect, test } from 'vitest';
import { fillShelf } from '../../scripts/fonts/index.ts';
import type { Unit } from '../../scripts/model/index.ts';
import { paginateUnits } from '../../scripts/paginate/paginate-units.ts';
import { groupUnits } from '../../scripts/paginate/unit-groups.ts';
import { edition, tree, unit } from '../support/edition.ts';
import { createReport, placesOf } from '../support/report.ts';
import { type FakeTab, type fakeTab, fakeTabs, laidOut, laidPage, wholePage } from './support.ts';

const sized = (id: string, size: number) =>
	unit(id, { body: tree(`<p>${id.repeat(size)}</p>`), file: `${id}.md` });
const units = [sized('s', 5), sized('l', 90), sized('m', 40)];

type AnswerOf = Parameters<typeof fakeTab>[0];

async function run(from: readonly Unit[], count: number, answer: AnswerOf = wholePage, limit = 1000) {
	const report = createReport();
	const pool = fakeTabs(count, answer);
	const steps: string[] = [];
	const laid = await paginateUnits(groupUnits(from), {
		css: '',
		limit,
		tabs: pool,
		shelf: fillShelf(edition({}), [], ''),
		report: report.add,
		keep: (_group, layout) => layout(report.add, []),
		progress: (done, all) => steps.push(`${done}/${all}`),
		detail: async (_name, work) => await work(),
	});
	return { laid, tabs: pool.opened, steps, report, places: placesOf(report) };
}

/** First letters of what a tab laid out. */
const orderOf = (tab: FakeTab | undefined) => tab?.requests.map(({ html }) => html[3]).join('');

test('the largest unit goes first', async () => {
	const { tabs, laid, steps } = await run(units, 1);
	expect(orderOf(tabs[0])).toBe('lms');
	expect([...laid.keys()].sort()).toEqual(['l', 'm', 's']);
	expect(steps).toEqual(['1/3', '2/3', '3/3']);
});

test('as many units are laid out at once as there are tabs', async () => {
	let now = 0;
	let most = 0;
	const { laid } = await run(units, 2, async (request) => {
		most = Math.max(most, ++now);
		await new Promise((done) => setTimeout(done, 5));
		now--;
		return wholePage(request);
	});
	expect(laid.size).toBe(3);
	expect(most).toBe(2);
});

test('no units need no tab', async () => {
	const { laid, tabs } = await run([], 1);
	expect(laid.size).toBe(0);
	expect(tabs.flatMap((tab) => tab.requests)).toEqual([]);
});

test('tabs work side by side: a slow unit holds nothing up', async () => {
	let others = 0;
	let release = () => {};
	const both = new Promise<void>((done) => {
		release = done;
	});
	const { laid } = await run(units, 2, async (request) => {
		if (request.html.startsWith('<p>l')) await both;
		else if (++others === 2) release();
		return wholePage(request);
	});
	expect(laid.size).toBe(3);
});

test('a unit that hangs is named, its tab given up and another taken', async () => {
	const hangs: AnswerOf = (request) => (request.html.startsWith('<p>l') ? 'hangs' : wholePage(request));
	const { laid, tabs, steps, report, places } = await run(units, 1, hangs, 30);
	expect([...laid.keys()]).toEqual(['m', 's']);
	expect(places).toEqual(['l.md:0:0 unit-timeout']);
	expect(report.list()[0]?.message).toContain('Title of l');
	expect(tabs.map(orderOf)).toEqual(['l', 'ms']);
	expect(steps).toHaveLength(3);
});

test('a unit that loses words is missing in the result, the others are there', async () => {
	const loses: AnswerOf = (request) =>
		request.html.startsWith('<p>m') ? laidOut(laidPage('')) : wholePage(request);
	const { laid, steps, places } = await run(units, 2, loses);
	expect([...laid.keys()].sort()).toEqual(['l', 's']);
	expect(places).toEqual(['m.md:1:4 unit-words-lost']);
	expect(steps.at(-1)).toBe('3/3');
});

test('a fallback is told, and its pages are taken', async () => {
	const second: AnswerOf = (request, nth) => (nth === 0 ? laidOut(laidPage('')) : wholePage(request));
	const { laid, places } = await run(units.slice(0, 1), 1, second);
	expect(laid.size).toBe(1);
	expect(places).toEqual(['s.md:0:0 unit-loosened']);
});

test('a fault of the page stops the work', async () => {
	await expect(run(units, 2, () => new Error('Paged.js broke'))).rejects.toThrow('Paged.js broke');
});
