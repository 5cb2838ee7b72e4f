import { expect, test } from 'vitest';
import { openTabs } from '../../scripts/browser/index.ts';
import { fillShelf } from '../../scripts/fonts/index.ts';
import type { Asset, Shelf, Tab, TabOptions, Workshop } from '../../scripts/model/index.ts';
import { edition } from '../support/edition.ts';

interface FakeTab {
	readonly number: number;
	readonly scripts: readonly string[];
	readonly calls: string[];
	readonly missing: string[];
	/** Paths that it could load now. */
	readonly paths: () => readonly string[];
	closed: boolean;
}

/** A workshop that writes down what happens to its tabs. */
function fakeWorkshop(settings: { readonly failures?: number } = {}) {
	const tabs: FakeTab[] = [];
	let failures = settings.failures ?? 0;
	const openTab = async ({ scripts = [], resources }: TabOptions): Promise<Tab> => {
		if (failures-- > 0) throw new Error('no tab');
		const paths = await resources;
		const tab: FakeTab = {
			number: tabs.length,
			scripts,
			calls: [],
			missing: [],
			paths: () => [...paths.keys()],
			closed: false,
		};
		tabs.push(tab);
		return {
			call: async (name) => void tab.calls.push(name),
			missing: () => tab.missing,
			pdf: async () => Buffer.from(String(tab.number)),
			screenshot: async () => new Uint8Array(),
			close: async () => {
				tab.closed = true;
			},
		};
	};
	const workshop: Workshop = { openTab, isOpen: () => true, close: async () => {} };
	return { tabs, workshop };
}

async function pool(count: number, settings = {}) {
	const { tabs, workshop } = fakeWorkshop(settings);
	const opened = await openTabs({
		version: '7',
		workshop: Promise.resolve(workshop),
		count,
		scripts: ['one();', 'two();'],
	});
	return { pool: opened, tabs };
}

const picture = (stamp: string): Asset => ({
	path: 'a.png',
	mediaType: 'image/png',
	width: 1,
	height: 1,
	stamp,
	read: async () => new Uint8Array(),
});
const shelfOf = (typography: string, images: readonly Asset[] = []): Shelf =>
	fillShelf(edition({ images: new Map(images.map((one) => [one.path, one])) }), [], typography);
const plain = shelfOf('p{}');

const numberOf = async (tab: Tab) => Number(Buffer.from(await tab.pdf()).toString());
const open = (tabs: readonly FakeTab[]) => tabs.filter((tab) => !tab.closed).map((tab) => tab.number);

test('each tab has the code of the stages, in order, and its own after it', async () => {
	const { pool: made, tabs } = await pool(2);
	await made.use(plain, async () => {});
	expect([made.version, made.count]).toEqual(['7', 2]);
	expect(tabs).toHaveLength(2);
	for (const { scripts } of tabs)
		expect(scripts).toEqual(['one();', 'two();', expect.stringContaining('diglot')]);
});

test('a tab comes back and is lent again, to one at a time', async () => {
	const { pool: made, tabs } = await pool(1);
	let now = 0;
	const works = Array.from({ length: 4 }, (_, nth) =>
		made.use(plain, async (tab) => {
			expect(++now).toBe(1);
			await new Promise((done) => setTimeout(done, 1));
			now--;
			return [nth, await numberOf(tab)];
		}),
	);
	expect(await Promise.all(works)).toEqual([
		[0, 0],
		[1, 0],
		[2, 0],
		[3, 0],
	]);
	expect(tabs).toHaveLength(1);
});

test('as many work side by side as there are tabs', async () => {
	const { pool: made } = await pool(2);
	let release = () => {};
	const held = new Promise<void>((done) => {
		release = done;
	});
	const first = made.use(plain, async () => await held);
	const others = await Promise.all([1, 2, 3].map(() => made.use(plain, async (tab) => await numberOf(tab))));
	expect(new Set(others).size).toBe(1);
	release();
	await first;
});

test('a tab is dressed where the clothes change, and only there', async () => {
	const { pool: made, tabs } = await pool(1);
	for (const shelf of [plain, plain, shelfOf('p{}'), shelfOf('h1{}'), plain])
		await made.use(shelf, async () => {});
	expect(tabs.map((tab) => tab.calls)).toEqual([['dress', 'dress', 'dress']]);
});

test('a tab that has seen other pictures is exchanged', async () => {
	const { pool: made, tabs } = await pool(1);
	for (const stamp of ['1', '1', '2']) await made.use(shelfOf('p{}', [picture(stamp)]), async () => {});
	expect(open(tabs)).toEqual([1]);
	expect(tabs.map((tab) => tab.paths())).toEqual([['/a.png'], ['/a.png']]);
});

test('a tab whose work fails is thrown away, and whoever waits gets another', async () => {
	const { pool: made, tabs } = await pool(1);
	const failing = made.use(plain, async () => {
		throw new Error('too long');
	});
	const waiting = made.use(plain, numberOf);
	await expect(failing).rejects.toThrow('too long');
	expect(await waiting).toBe(1);
	expect(open(tabs)).toEqual([1]);
});

test('what was exchanged first and fails then is closed as well', async () => {
	const { pool: made, tabs } = await pool(1);
	await made.use(shelfOf('', [picture('1')]), async () => {});
	const failing = made.use(shelfOf('', [picture('2')]), async () => {
		throw new Error('too long');
	});
	await expect(failing).rejects.toThrow('too long');
	expect(await made.use(plain, numberOf)).toBeGreaterThan(1);
	expect(tabs[0]?.closed && tabs[1]?.closed).toBe(true);
});

test('what a tab asked for in vain is told to that work alone: the next one gets a document that asks again', async () => {
	const { pool: made, tabs } = await pool(1);
	const first = await made.use(plain, async (tab) => {
		tabs[0]?.missing.push('/nowhere.png');
		return [...tab.missing()];
	});
	const second = await made.use(plain, async (tab) => [await numberOf(tab), tab.missing()]);
	expect(first).toEqual(['/nowhere.png']);
	expect(second).toEqual([1, []]);
	expect(open(tabs)).toEqual([1]);
});

test('a tab that does not open fails the work that needed it, and no other', async () => {
	const { pool: made } = await pool(1, { failures: 1 });
	await expect(made.use(plain, async () => {})).rejects.toThrow('no tab');
	expect(await made.use(plain, numberOf)).toBe(0);
});

test('closing leaves no tab open', async () => {
	const { pool: made, tabs } = await pool(3);
	await made.use(plain, async () => {});
	await made.close();
	expect(tabs).toHaveLength(3);
	expect(open(tabs)).toEqual([]);
});

test('a tab that works while the pool closes is closed when it is done', async () => {
	const { pool: made, tabs } = await pool(1);
	let release = () => {};
	const work = made.use(
		plain,
		() =>
			new Promise<void>((done) => {
				release = done;
			}),
	);
	await new Promise((done) => setTimeout(done, 1));
	await made.close();
	release();
	await work;
	await new Promise((done) => setTimeout(done, 1));
	expect(open(tabs)).toEqual([]);
});
