import { expect, test } from 'vitest';
import type { Tab, Unit } from '../../scripts/model/index.ts';
import type { FlowMemory, LaidPage, PairRequest, PairResult } from '../../scripts/paginate/in-page.d.ts';
import { layoutUnits } from '../../scripts/paginate/layout-unit.ts';
import type { EarlierLayout } from '../../scripts/paginate/resume.ts';
import { geometry, tree, unit } from '../support/edition.ts';
import { createReport, placesOf } from '../support/report.ts';
import { laidPage } from './support.ts';

const beside = (id: string, html: string, place: 'verso' | 'recto'): Unit =>
	unit(id, { body: tree(html), file: `${id}.md`, parallel: { group: 'zh', place } });
const pair = [beside('zh', '<p>一二</p>', 'verso'), beside('en', '<p>One two</p>', 'recto')] as const;

const memory: FlowMemory = {
	height: 900,
	syncs: [['s1', 20]],
	pages: [{ from: 0, syncs: [['s1', 20, 0]], used: 40 }],
	breaks: [],
};
const flowOf = (...pages: readonly (LaidPage | number)[]) => {
	const laid = pages.filter((page) => typeof page !== 'number').length;
	return { pages, laid, flow: memory, ...(laid > 0 ? { geometry } : {}) };
};

/** Lays the pair out in a tab that gives these answers in turn. */
async function layout(answers: readonly PairResult[], previous: readonly (EarlierLayout | undefined)[] = []) {
	const requests: PairRequest[] = [];
	const report = createReport();
	const unused = () => Promise.reject(new Error('not asked for'));
	const tab: Tab = {
		call: async (name, argument) => {
			expect(name).toBe('paginatePair');
			return answers[Math.min(requests.push(argument as PairRequest), answers.length) - 1];
		},
		missing: () => [],
		pdf: unused,
		screenshot: unused,
		close: async () => {},
	};
	const laid = await layoutUnits(pair, tab, { css: '', limit: 1000, report: report.add, previous });
	return { laid, requests, places: placesOf(report) };
}

const sound = { flows: [flowOf(laidPage('一二')), flowOf(laidPage('One two'))], isLevel: true, inVain: 0 };

test('both texts are laid out in one go, and remember how they stand', async () => {
	const { laid, requests, places } = await layout([sound]);
	expect(requests).toHaveLength(1);
	expect(requests[0]?.units.map(({ html }) => html)).toEqual(['<p>一二</p>', '<p>One two</p>']);
	expect(laid?.map((one) => [one.unit, one.fresh, one.isFirst])).toEqual([
		['zh', 1, true],
		['en', 1, true],
	]);
	expect(laid?.[0]?.flow).toEqual(memory);
	expect(places).toEqual([]);
});

test('what is not level all the way is said, and made all the same', async () => {
	const { laid, places } = await layout([{ ...sound, isLevel: false }]);
	expect(laid).toHaveLength(2);
	expect(places).toEqual(['zh.md:0:0 unit-not-level']);
});

test('a text that has not changed is handed on, and its pages come from there', async () => {
	const kept: EarlierLayout = {
		pages: [{ body: '<p>One two</p>', notes: '', ids: ['a'] }],
		geometry,
		flow: memory,
	};
	const answer = { ...sound, flows: [flowOf(laidPage('一二')), flowOf(0)] };
	const { laid, requests } = await layout([answer], [undefined, kept]);
	expect(requests[0]?.kept).toEqual([null, memory]);
	expect(laid?.[1]).toMatchObject({ unit: 'en', fresh: 0, pages: [{ body: '<p>One two</p>', ids: ['a'] }] });
});

test('words that one of the texts loses have both laid out in the next way', async () => {
	const lossy = { ...sound, flows: [flowOf(laidPage('一二')), flowOf(laidPage('One'))] };
	const { laid, requests, places } = await layout([lossy, sound]);
	expect(requests.length).toBeGreaterThan(1);
	expect(laid?.map(({ pages }) => pages[0]?.body)).toEqual(['<p>一二</p>', '<p>One two</p>']);
	// Nothing of such a layout stays where the text beside it changes.
	expect(laid?.map(({ isFirst }) => isFirst)).toEqual([false, false]);
	expect(places).toEqual(['en.md:0:0 unit-loosened', 'zh.md:0:0 unit-loosened']);
	expect((await layout([lossy])).places).toEqual(['en.md:1:4 unit-words-lost']);
});
