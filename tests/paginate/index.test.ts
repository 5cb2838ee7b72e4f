import { expect, test } from 'vitest';
import { createMemo } from '../../scripts/cache/index.ts';
import { fillShelf } from '../../scripts/fonts/index.ts';
import type { Memo, Store, Unit } from '../../scripts/model/index.ts';
import type { LayoutMemory, LayoutRequest } from '../../scripts/paginate/in-page.d.ts';
import { paginate, recallOrCover } from '../../scripts/paginate/index.ts';
import { edition, geometry, inline, tree, unit, usualPress } from '../support/edition.ts';
import { createReport, placesOf } from '../support/report.ts';
import { fakeTabs, laidOut, laidPage, wholePage } from './support.ts';

/** What the tab remembers of a unit of one page. */
const memory: LayoutMemory = {
	entries: [3, 5],
	pages: [
		{
			...{ entry: 0, inner: 0, child: -1, offset: 0, around: 7, reach: 1, print: 9 },
			...{ isClean: true, overflow: false, cut: false },
		},
	],
};

/** One machine: its store and memory outlast a build. */
function machine(memo?: Memo) {
	const held = new Map<string, Uint8Array>();
	const store: Store = {
		get: async (room, key) => held.get(`${room}/${key}`),
		put: async (room, key, bytes) => void held.set(`${room}/${key}`, bytes),
	};
	return {
		held,
		/** Builds once; the tab answers with what overflows or is remembered where the text asks for it. */
		async build(
			units: readonly Unit[],
			{
				version = 'Chrome/143',
				pageCss = '@page { size: 210mm 297mm; margin: 30mm }',
				typography = 'p { margin: 0 }',
				work = paginate,
				page = usualPress.page,
			} = {},
		) {
			const report = createReport();
			const steps: string[] = [];
			const answer = (request: LayoutRequest) => {
				const { pages } = wholePage(request);
				if (request.html.includes('wide')) return laidOut(laidPage(pages[0]?.text ?? '', { overflow: true }));
				return { ...laidOut(...pages), ...(request.html.includes('long') ? { memory } : {}) };
			};
			const tabs = { ...fakeTabs(2, answer), version };
			const shelf = fillShelf(edition({}), [], typography);
			const book = await work(edition({ units, page }), {
				tabs,
				shelf,
				store,
				memo: memo ?? createMemo(),
				pageCss,
				unitLimit: 1000,
				report: report.add,
				progress: (done, all) => steps.push(`${done}/${all}`),
				detail: async (_name, work) => await work(),
			});
			const requests = tabs.opened.flatMap((tab) => tab.requests);
			const laid = requests.map(({ html }) => html);
			const earlier = requests.flatMap((one) => (one.earlier ? [[one.html, one.earlier]] : []));
			const used = tabs.opened.filter((tab) => tab.requests.length > 0);
			const css = requests[0]?.css;
			return { book, laid, css, earlier, tabs: used.length, steps, places: placesOf(report) };
		},
	};
}

const titled = (id: string, words: string) => unit(id, { body: tree(`<p>${words}</p>`), file: `${id}.md` });
const units = [titled('a', 'first words'), titled('b', 'too wide'), titled('c', 'last words')];

test('where nothing has changed nothing is laid out, no tab opened, and book and findings are the same', async () => {
	const { build } = machine();
	const first = await build(units);
	expect(first).toMatchObject({ book: { units: 3, cached: 0 }, places: ['b.md:0:0 unit-overflow'] });
	expect(first.laid).toHaveLength(3);
	const again = await build(units.map((one) => structuredClone(one)));
	expect(again).toMatchObject({ laid: [], tabs: 0, places: first.places, steps: ['3/3'] });
	expect(again.book).toEqual({ ...first.book, cached: 3, laid: 0 });
});

test('where a word has changed one unit is laid out', async () => {
	const { build } = machine();
	await build(units);
	const edited = [titled('a', 'first word'), ...units.slice(1)];
	const again = await build(edited);
	expect(again.laid).toEqual(['<p>first word</p>']);
	expect(again).toMatchObject({ tabs: 1, book: { units: 3, cached: 2 } });
	expect(again.steps).toEqual(['2/3', '3/3']);
	expect(again.book).toEqual({ ...(await machine().build(edited)).book, cached: 2, laid: 1 });
});

test('units that change places, sides or running heads are not laid out again', async () => {
	const { build } = machine();
	await build(units);
	const heads = { verso: inline('Book'), recto: inline('Piece') };
	const moved = [...units].reverse().map((one) => ({ ...one, runningHeads: heads, start: 'recto' }) as Unit);
	const again = await build(moved);
	expect(again.laid).toEqual([]);
	expect(again.book?.pages.map((page) => page.unit)).toEqual(['c', undefined, 'b', undefined, 'a']);
});

test('another browser lays everything out anew', async () => {
	const { build } = machine();
	await build(units);
	expect((await build(units, { version: 'Chrome/144' })).laid).toHaveLength(3);
});

test('a value that is damaged is laid out again, and the book is the same', async () => {
	const { build, held } = machine();
	const first = await build(units);
	for (const [name, bytes] of held) {
		if (Buffer.from(bytes).includes('first')) held.set(name, bytes.subarray(0, bytes.length / 2));
	}
	const again = await build(units);
	expect(again.laid).toEqual(['<p>first words</p>']);
	expect(again.book).toEqual({ ...first.book, cached: 2, laid: 1 });
	expect((await build(units)).laid).toEqual([]);
});

test('what is remembered from build to build does the same without a store', async () => {
	const memo = createMemo();
	const { build, held } = machine(memo);
	const first = await build(units);
	held.clear();
	const again = await build(units);
	expect(again).toMatchObject({ laid: [], places: first.places });
	expect(again.book).toEqual({ ...first.book, cached: 3, laid: 0 });
	// Other units of the same words come from the store alone.
	expect((await build(structuredClone(units) as Unit[])).laid).toHaveLength(3);
});

test('the page of book.yaml decides the page rules, and what was laid out on another page does not count', async () => {
	const { build } = machine();
	const plain = await build(units);
	expect(plain.book).toMatchObject({ trim: { width: 210, height: 297 }, geometry });
	const page = { gutter: 'auto', trim: { width: 148, height: 210 }, margins: { inner: 19 } } as const;
	const small = await build(units, { page });
	expect(small.laid).toHaveLength(3);
	expect(small.css).toMatch(
		/^@page \{ size: 210mm .*\}\n@page \{ size: 148mm 210mm; margin: 21\.2121mm 21\.1429mm 21\.2121mm 19mm; \}\n$/,
	);
	expect(small.book?.trim).toEqual(page.trim);
	expect((await build(units, { page: { ...page, margins: { inner: 20 } } })).laid).toHaveLength(3);
	expect((await build(units, { page })).laid).toEqual([]);
});

test('the gutter moves the text block and lays nothing out again, where pages are kept, too', async () => {
	const { build } = machine();
	const { inner } = geometry.block;
	await build(units);
	for (const work of [paginate, recallOrCover]) {
		const moved = await build(units, { work, page: { gutter: 25.4 } });
		expect(moved.laid).toEqual([]);
		expect(moved.book?.geometry).toEqual({ ...geometry, block: { ...geometry.block, inner: inner + 96 } });
	}
	const tooFar = await build(units, { page: { gutter: 26 } });
	expect(tooFar.places).toContain('book.yaml:0:0 page-gutter');
});

const before = [titled('a', 'long text'), titled('b', 'words')];
const after = [titled('a', 'long text, changed'), titled('b', 'other words')];

test('a long unit that has changed goes on from its last layout, in this session and in the next run', async () => {
	const wanted = [['<p>long text, changed</p>', memory]];
	const session = machine(createMemo());
	await session.build(before);
	session.held.clear();
	expect((await session.build(after)).earlier).toEqual(wanted);
	const { build } = machine();
	expect((await build(before)).earlier).toEqual([]);
	expect((await build(after)).earlier).toEqual(wanted);
});

test.each([
	['page rules', { pageCss: '@page { size: 148mm 210mm; margin: 20mm }' }],
	['another style', { typography: 'p { margin: 1em }' }],
	['another browser', { version: 'Chrome/144' }],
])('%s: a long unit is laid out from its beginning', async (_, change) => {
	for (const { build } of [machine(), machine(createMemo())]) {
		await build(before);
		expect((await build(after, change)).earlier).toEqual([]);
	}
});

test('where all pages are kept they are there without a tab, and nothing is said of them; else the cover alone', async () => {
	const cover = unit('cover', { kind: 'cover' });
	const units = [cover, unit('a', { body: tree('<p>wide</p>') }), unit('b')];
	const { build } = machine();
	const alone = await build(units, { work: recallOrCover });
	expect(alone).toMatchObject({ tabs: 1, steps: ['1/1'], book: { units: 1, cached: 0 } });
	const whole = await build(units);
	expect(whole.places).toHaveLength(1);
	const kept = await build(units, { work: recallOrCover });
	expect(kept).toMatchObject({ tabs: 0, laid: [], places: [], book: { units: 3, cached: 3, laid: 0 } });
	expect(kept.book?.pages).toEqual(whole.book?.pages);
	const changed = await build([cover, unit('a')], { work: recallOrCover });
	expect(changed).toMatchObject({ tabs: 0, book: { units: 1, cached: 1 } });
	const other = await build(units, {
		work: recallOrCover,
		pageCss: '@page { size: 148mm 210mm; margin: 20mm }',
	});
	expect(other.book?.pages.map((page) => page.unit)).toEqual(['cover']);
});
