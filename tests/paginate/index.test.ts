import { expect, test } from 'vitest';
import type { Memo, Shelf, Store, Unit, Workshop } from '../../scripts/model/index.ts';
import type { LayoutRequest } from '../../scripts/paginate/in-page.d.ts';
import { paginate } from '../../scripts/paginate/index.ts';
import { edition, inline, tree, unit } from '../support/edition.ts';
import { createReport, placesOf } from '../support/report.ts';
import { fakeTab, laidOut, laidPage, wholePage } from './support.ts';

/** One machine: its store and memory outlast a build. */
function machine(memo?: Memo) {
	const held = new Map<string, Uint8Array>();
	const store: Store = {
		get: async (room, key) => held.get(`${room}/${key}`),
		put: async (room, key, bytes) => void held.set(`${room}/${key}`, bytes),
	};
	return {
		held,
		/** Builds once; the tab answers with what overflows where the text asks for it. */
		async build(units: readonly Unit[], version = 'Chrome/143') {
			const report = createReport();
			const steps: string[] = [];
			const tabs: ReturnType<typeof fakeTab>[] = [];
			const answer = (request: LayoutRequest) => {
				const { pages } = wholePage(request);
				return request.html.includes('wide')
					? laidOut(laidPage(pages[0]?.text ?? '', { overflow: true }))
					: laidOut(...pages);
			};
			const workshop: Workshop = {
				version,
				openTab: async () => {
					const tab = fakeTab(answer);
					tabs.push(tab);
					return tab;
				},
				close: async () => {},
			};
			const shelf: Shelf = { css: 'p { margin: 0 }', resources: new Map() };
			const book = await paginate(edition({ units }), {
				workshop,
				shelf: Promise.resolve(shelf),
				store,
				...(memo ? { memo } : {}),
				pageCss: '@page { size: A4 }',
				jobs: 2,
				unitLimit: 1000,
				report: report.add,
				progress: (done, all) => steps.push(`${done}/${all}`),
			});
			const laid = tabs.flatMap((tab) => tab.requests.map(({ html }) => html));
			return { book, laid, tabs: tabs.length, steps, places: placesOf(report) };
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
	expect(again.book).toEqual({ ...first.book, cached: 3 });
});

test('where a word has changed one unit is laid out', async () => {
	const { build } = machine();
	await build(units);
	const edited = [titled('a', 'first word'), ...units.slice(1)];
	const again = await build(edited);
	expect(again.laid).toEqual(['<p>first word</p>']);
	expect(again).toMatchObject({ tabs: 1, book: { units: 3, cached: 2 } });
	expect(again.steps).toEqual(['2/3', '3/3']);
	expect(again.book).toEqual({ ...(await machine().build(edited)).book, cached: 2 });
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
	expect((await build(units, 'Chrome/144')).laid).toHaveLength(3);
});

test('a value that is damaged is laid out again, and the book is the same', async () => {
	const { build, held } = machine();
	const first = await build(units);
	for (const [name, bytes] of held) {
		if (Buffer.from(bytes).includes('first')) held.set(name, bytes.subarray(0, bytes.length / 2));
	}
	const again = await build(units);
	expect(again.laid).toEqual(['<p>first words</p>']);
	expect(again.book).toEqual({ ...first.book, cached: 2 });
	expect((await build(units)).laid).toEqual([]);
});

test('what is remembered from build to build does the same without a store', async () => {
	const rooms = new Map<string, unknown>();
	const memo: Memo = {
		recall<T>(room: string, key: string, make: () => T) {
			const name = `${room}/${key}`;
			if (!rooms.has(name)) rooms.set(name, make());
			return rooms.get(name) as T;
		},
	};
	const { build, held } = machine(memo);
	const first = await build(units);
	held.clear();
	const again = await build(units);
	expect(again).toMatchObject({ laid: [], places: first.places });
	expect(again.book).toEqual({ ...first.book, cached: 3 });
	// Other units of the same words come from the store alone.
	expect((await build(structuredClone(units) as Unit[])).laid).toHaveLength(3);
});
