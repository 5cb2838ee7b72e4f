import { expect, test } from 'vitest';
import type { Store, Unit } from '../../scripts/model/index.ts';
import type { LayoutMemory } from '../../scripts/paginate/in-page.d.ts';
import type { EarlierLayout, LaidUnit } from '../../scripts/paginate/resume.ts';
import { createUnitCache, type HeldUnit } from '../../scripts/paginate/unit-cache.ts';
import type { UnitKeys } from '../../scripts/paginate/unit-key.ts';
import { decodeUnit, encodeUnit, type KeptUnit } from '../../scripts/paginate/unit-value.ts';
import { geometry, markup, tree, unit } from '../support/edition.ts';
import { createReport, placesOf } from '../support/report.ts';
import { laidPage } from './support.ts';

/** A store in memory that shows what it holds. */
function memoryStore() {
	const held = new Map<string, Uint8Array>();
	const store: Store = {
		get: async (room, key) => held.get(`${room}/${key}`),
		put: async (room, key, bytes) => void held.set(`${room}/${key}`, bytes),
	};
	return { held, store };
}

/** What one session remembers. */
interface Memory {
	readonly held: WeakMap<Unit, HeldUnit>;
	readonly latest: Map<string, KeptUnit>;
}

const newMemory = (): Memory => ({ held: new WeakMap(), latest: new Map() });

const sourceIn = (context: string) => (one: Unit) => `key-${context}-${one.id}-${markup(one.body)}`;

/** Opens the cache for one build, under page rules, faces and a browser of this name. */
function openCache(store: Store, memory = newMemory(), context = 'usual') {
	const report = createReport();
	const keys: UnitKeys = {
		sourceOf: sourceIn(context),
		keysOf: (group) => group.map(sourceIn(context)),
		seriesOf: ({ id }) => `series-${context}-${id}`,
	};
	const cache = createUnitCache({ store, keys, report: report.add, ...memory });
	return { cache, report };
}

const a = unit('a', { file: 'a.md' });
const b = unit('b', { file: 'b.md' });
const laidOut = (one: Unit, text = one.id): LaidUnit => ({
	unit: one.id,
	pages: [laidPage(text, { ids: ['x'], notes: '<p>n</p>' }), laidPage('文字')],
	geometry,
	fresh: 2,
});

test('pages that were kept come back the same in the next run', async () => {
	const { store } = memoryStore();
	const first = await openCache(store).cache.keep([a], async () => [laidOut(a)]);
	const { cache, report } = openCache(store);
	const again = await cache.recall([[a], [b]]);
	expect(first).toEqual([{ ...again.get('a'), fresh: 2 }]);
	expect([...again.keys()]).toEqual(['a']);
	expect(again.get('a')).toEqual({
		unit: 'a',
		geometry,
		pages: [
			{ body: '<p>a</p>', notes: '<p>n</p>', ids: ['x'] },
			{ body: '<p>文字</p>', notes: '', ids: [] },
		],
	});
	expect(report.list()).toEqual([]);
});

test('another key finds nothing', async () => {
	const { store } = memoryStore();
	await openCache(store).cache.keep([a], async () => [laidOut(a)]);
	const { cache } = openCache(store, newMemory(), 'another');
	expect((await cache.recall([[a]])).size).toBe(0);
});

test('what was said of a unit is said at once, and again in every run', async () => {
	const { store } = memoryStore();
	const first = openCache(store);
	await first.cache.keep([a], async (report) => {
		report('unit-overflow', 'too wide', 'a.md');
		report('unit-notes-moved', 'moved', { file: 'a.md', line: 2, column: 3 }, 'Look at it.');
		return [laidOut(a)];
	});
	const next = openCache(store);
	expect(next.report.list()).toEqual([]);
	await next.cache.recall([[a]]);
	expect(next.report.list()).toEqual(first.report.list());
	expect(placesOf(next.report)).toEqual(['a.md:0:0 unit-overflow', 'a.md:2:3 unit-notes-moved']);
});

test('nothing is kept of a unit that failed, or of which an error was said', async () => {
	const { store, held } = memoryStore();
	const { cache, report } = openCache(store);
	expect(await cache.keep([a], async () => undefined)).toBeUndefined();
	const fails = cache.keep([a], async (say) => {
		say('unit-overflow', 'too wide', 'a.md');
		throw new Error('the tab is gone');
	});
	await expect(fails).rejects.toThrow('the tab is gone');
	await cache.keep([b], async (say) => {
		say('unit-words-lost', 'lost', 'b.md');
		return [laidOut(b)];
	});
	expect(held.size).toBe(0);
	expect((await cache.recall([[a], [b]])).size).toBe(0);
	expect(placesOf(report)).toEqual(['a.md:0:0 unit-overflow', 'b.md:0:0 unit-words-lost']);
});

test('in one session the store is not asked again, nor the same unit under another key taken', async () => {
	const { store, held } = memoryStore();
	const session = newMemory();
	const first = await openCache(store, session).cache.keep([a], async () => [laidOut(a)]);
	held.clear();
	const again = (await openCache(store, session).cache.recall([[a]])).get('a');
	expect(again?.pages).toBe(first?.[0]?.pages);
	expect((await openCache(store, session, 'another').cache.recall([[a]])).size).toBe(0);
});

const mark = {
	entry: 0,
	inner: 0,
	child: -1,
	offset: 0,
	around: 7,
	isClean: true,
	reach: 1,
	print: 2 ** 53 - 1,
	overflow: false,
	cut: false,
};
const memory: LayoutMemory = {
	entries: [2 ** 53 - 1, 5],
	pages: [mark, { ...mark, entry: 1, overflow: true }],
};
const sound: KeptUnit = { pages: [{ body: '<p>a</p>', notes: '', ids: [] }], geometry, findings: [] };
const json = (value: unknown) => Buffer.from(JSON.stringify(value));

test.each<[string, Uint8Array]>([
	['nothing', Buffer.from('')],
	['no JSON', Buffer.from('<p>a</p>')],
	['cut short', encodeUnit(sound).subarray(0, -4)],
	['null', json(null)],
	['no pages', json({ ...sound, pages: [] })],
	['a page without notes', json({ ...sound, pages: [{ body: '', ids: [] }] })],
	['an id that is a number', json({ ...sound, pages: [{ body: '', notes: '', ids: [1] }] })],
	['a page without width', json({ ...sound, geometry: { ...geometry, page: { width: 0, height: 9 } } })],
	['a memory that is none', json({ ...sound, memory: { entries: ['1'], pages: [] } })],
	['no findings', json({ pages: sound.pages, geometry })],
	['a rule that does not exist', json({ ...sound, findings: [['toString', 'm', 'f']] })],
	['a finding without place', json({ ...sound, findings: [['unit-overflow', 'm']] })],
	['something more', json({ ...sound, more: 1 })],
])('a value that is not ours is laid out again and replaced: %s', async (_, bytes) => {
	const { store, held } = memoryStore();
	await openCache(store).cache.keep([a], async () => [laidOut(a)]);
	for (const name of held.keys()) held.set(name, bytes);
	const { cache } = openCache(store);
	expect((await cache.recall([[a]])).size).toBe(0);
	const laid = await cache.keep([a], async () => [laidOut(a)]);
	expect(laid).toEqual([{ ...(await openCache(store).cache.recall([[a]])).get('a'), fresh: 2 }]);
});

test('a sound value is read as it was written', () => {
	const whole: KeptUnit = {
		...sound,
		memory,
		findings: [['unit-overflow', 'm', { file: 'f', line: 1, column: 2 }, 'h']],
	};
	expect(decodeUnit(encodeUnit(whole))).toEqual(whole);
});

const long = unit('long', { file: 'long.md', body: tree('<p>before</p>') });
const edited = unit('long', { file: 'long.md', body: tree('<p>after</p>') });
const rememberedOf = (one: Unit, text: string): LaidUnit => ({ ...laidOut(one, text), memory });

/** Lays a unit out in a build of its own, and tells what it could go on from. */
async function previousOf(
	store: Store,
	one: Unit,
	session = newMemory(),
	context = 'usual',
): Promise<EarlierLayout | undefined> {
	const { cache } = openCache(store, session, context);
	await cache.recall([[one]]);
	let found: EarlierLayout | undefined;
	await cache.keep([one], async (_report, [previous]) => {
		found = previous;
		return [rememberedOf(one, 'after')];
	});
	return found;
}

const before: EarlierLayout = {
	geometry,
	memory,
	pages: [
		{ body: '<p>before</p>', notes: '<p>n</p>', ids: ['x'] },
		{ body: '<p>文字</p>', notes: '', ids: [] },
	],
};

test('a long unit that has changed goes on from its last layout, in the same session', async () => {
	const { store, held } = memoryStore();
	const session = newMemory();
	const first = await openCache(store, session).cache.keep([long], async (_report, [previous]) => {
		expect(previous).toBeUndefined();
		return [rememberedOf(long, 'before')];
	});
	expect(first).not.toHaveProperty('memory');
	held.clear();
	expect(await previousOf(store, edited, session)).toMatchObject(before);
	// And the next one from that.
	const third = unit('long', { body: tree('<p>third</p>') });
	expect((await previousOf(store, third, session))?.pages[0]?.body).toBe('<p>after</p>');
});

test('it does so in the next run', async () => {
	const { store } = memoryStore();
	await openCache(store).cache.keep([long], async () => [rememberedOf(long, 'before')]);
	expect(await previousOf(store, edited)).toMatchObject(before);
});

test('it does so where the last layout was found, not made, in this session', async () => {
	const { store, held } = memoryStore();
	await openCache(store).cache.keep([long], async () => [rememberedOf(long, 'before')]);
	const session = newMemory();
	expect((await openCache(store, session).cache.recall([[long]])).size).toBe(1);
	held.clear();
	expect(await previousOf(store, edited, session)).toMatchObject(before);
});

test.each<[string, Unit, string, boolean]>([
	['under another context, in the same session', edited, 'another', true],
	['under another context, in the next run', edited, 'another', false],
	['of another unit, in the same session', unit('other'), 'usual', true],
	['of another unit, in the next run', unit('other'), 'usual', false],
])('there is nothing to go on from %s', async (_, one, context, isSame) => {
	const { store } = memoryStore();
	const session = newMemory();
	await openCache(store, session).cache.keep([long], async () => [rememberedOf(long, 'before')]);
	expect(await previousOf(store, one, isSame ? session : newMemory(), context)).toBeUndefined();
});

test('a short unit leaves nothing to go on from', async () => {
	const { store, held } = memoryStore();
	const session = newMemory();
	await openCache(store, session).cache.keep([long], async () => [laidOut(long, 'before')]);
	expect([...held.keys()].filter((name) => name.startsWith('latest/'))).toEqual([]);
	expect(await previousOf(store, edited, session)).toBeUndefined();
	expect(await previousOf(memoryStore().store, edited)).toBeUndefined();
});

test.each(['units/', 'latest/'])('what is damaged in %s leaves nothing to go on from', async (room) => {
	const { store, held } = memoryStore();
	await openCache(store).cache.keep([long], async () => [rememberedOf(long, 'before')]);
	const names = [...held.keys()].filter((name) => name.startsWith(room));
	expect(names).toHaveLength(1);
	for (const name of names) held.set(name, held.get(name)?.subarray(0, 9) ?? Buffer.from(''));
	expect(await previousOf(store, edited)).toBeUndefined();
});

test('a unit of which an error was said takes the place of none', async () => {
	const { store } = memoryStore();
	const session = newMemory();
	await openCache(store, session).cache.keep([long], async () => [rememberedOf(long, 'before')]);
	const bad = unit('long', { file: 'long.md', body: tree('<p>bad</p>') });
	await openCache(store, session).cache.keep([bad], async (say) => {
		say('unit-words-lost', 'lost', 'long.md');
		return [rememberedOf(bad, 'bad')];
	});
	expect(await previousOf(store, edited, session)).toMatchObject(before);
});
