import { expect, test } from 'vitest';
import type { Unit } from '../../scripts/model/index.ts';
import { paginateUnits } from '../../scripts/paginate/paginate-units.ts';
import { tree, unit } from '../support/edition.ts';
import { createReport, placesOf } from '../support/report.ts';
import { type FakeTab, fakeTab, laidOut, laidPage, wholePage } from './support.ts';

const sized = (id: string, size: number) =>
	unit(id, { body: tree(`<p>${id.repeat(size)}</p>`), file: `${id}.md` });
const units = [sized('s', 5), sized('l', 90), sized('m', 40)];

type AnswerOf = Parameters<typeof fakeTab>[0];

async function run(from: readonly Unit[], jobs: number, answer: AnswerOf = wholePage, limit = 1000) {
	const report = createReport();
	const tabs: FakeTab[] = [];
	const steps: string[] = [];
	const laid = await paginateUnits(from, {
		css: '',
		limit,
		jobs,
		report: report.add,
		keep: (_unit, layout) => layout(report.add),
		progress: (done, all) => steps.push(`${done}/${all}`),
		openTab: async () => {
			const tab = fakeTab(answer);
			tabs.push(tab);
			return tab;
		},
	});
	return { laid, tabs, steps, report, places: placesOf(report) };
}

/** First letters of what a tab laid out. */
const orderOf = (tab: FakeTab | undefined) => tab?.requests.map(({ html }) => html[3]).join('');

test('the largest unit goes first', async () => {
	const { tabs, laid, steps } = await run(units, 1);
	expect(orderOf(tabs[0])).toBe('lms');
	expect([...laid.keys()].sort()).toEqual(['l', 'm', 's']);
	expect(steps).toEqual(['1/3', '2/3', '3/3']);
});

test('one tab for each job, each closed once', async () => {
	const { tabs, laid } = await run(units, 2);
	expect(tabs).toHaveLength(2);
	expect(laid.size).toBe(3);
	expect(tabs.map((tab) => tab.closings())).toEqual([1, 1]);
	expect(tabs.flatMap((tab) => tab.requests)).toHaveLength(3);
});

test('no more tabs than units, and none for no units', async () => {
	expect((await run(units, 9)).tabs).toHaveLength(3);
	expect((await run([], 4)).tabs).toEqual([]);
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

test('a unit that hangs is named, its tab given up and a new one opened', async () => {
	const hangs: AnswerOf = (request) => (request.html.startsWith('<p>l') ? 'hangs' : wholePage(request));
	const { laid, tabs, steps, report, places } = await run(units, 1, hangs, 30);
	expect([...laid.keys()]).toEqual(['m', 's']);
	expect(places).toEqual(['l.md:0:0 unit-timeout']);
	expect(report.list()[0]?.message).toContain('Title of l');
	expect(tabs.map(orderOf)).toEqual(['l', 'ms']);
	expect(tabs.map((tab) => tab.closings())).toEqual([1, 1]);
	expect(steps).toHaveLength(3);
});

test('a tab that cannot even be closed holds nothing up', async () => {
	const report = createReport();
	const tabs = [fakeTab(() => 'hangs'), fakeTab(wholePage)];
	const stuck = { ...tabs[0], close: () => new Promise<void>(() => {}) } as FakeTab;
	const queue = [stuck, tabs[1]];
	const laid = await paginateUnits(units.slice(0, 2), {
		css: '',
		limit: 30,
		jobs: 1,
		report: report.add,
		keep: (_unit, layout) => layout(report.add),
		progress: () => {},
		openTab: async () => queue.shift() ?? fakeTab(() => new Error('one tab too many')),
	});
	expect([...laid.keys()]).toEqual(['s']);
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
