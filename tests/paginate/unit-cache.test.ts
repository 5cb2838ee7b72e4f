import { expect, test } from 'vitest';
import type { Store, Unit } from '../../scripts/model/index.ts';
import { createUnitCache, type HeldUnit } from '../../scripts/paginate/unit-cache.ts';
import { decodeUnit, encodeUnit, type KeptUnit } from '../../scripts/paginate/unit-value.ts';
import { geometry, unit } from '../support/edition.ts';
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

function openCache(
	store: Store,
	held = new WeakMap<Unit, HeldUnit>(),
	keyOf = ({ id }: Unit) => `key-${id}`,
) {
	const report = createReport();
	const cache = createUnitCache({ store, keyOf, report: report.add, held });
	return { cache, report };
}

const a = unit('a', { file: 'a.md' });
const b = unit('b', { file: 'b.md' });
const laidOut = (one: Unit, text = one.id) => ({
	unit: one.id,
	pages: [laidPage(text, { ids: ['x'], notes: '<p>n</p>' }), laidPage('文字')],
	geometry,
});

test('pages that were kept come back the same in the next run', async () => {
	const { store } = memoryStore();
	const first = await openCache(store).cache.keep(a, async () => laidOut(a));
	const { cache, report } = openCache(store);
	const again = await cache.recall([a, b]);
	expect([...again]).toEqual([['a', first]]);
	expect(first).toEqual({
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
	await openCache(store).cache.keep(a, async () => laidOut(a));
	const { cache } = openCache(store, undefined, () => 'another');
	expect((await cache.recall([a])).size).toBe(0);
});

test('what was said of a unit is said at once, and again in every run', async () => {
	const { store } = memoryStore();
	const first = openCache(store);
	await first.cache.keep(a, async (report) => {
		report('unit-overflow', 'too wide', 'a.md');
		report('unit-notes-moved', 'moved', { file: 'a.md', line: 2, column: 3 }, 'Look at it.');
		return laidOut(a);
	});
	const next = openCache(store);
	expect(next.report.list()).toEqual([]);
	await next.cache.recall([a]);
	expect(next.report.list()).toEqual(first.report.list());
	expect(placesOf(next.report)).toEqual(['a.md:0:0 unit-overflow', 'a.md:2:3 unit-notes-moved']);
});

test('nothing is kept of a unit that failed, or of which an error was said', async () => {
	const { store, held } = memoryStore();
	const { cache, report } = openCache(store);
	expect(await cache.keep(a, async () => undefined)).toBeUndefined();
	const fails = cache.keep(a, async (say) => {
		say('unit-overflow', 'too wide', 'a.md');
		throw new Error('the tab is gone');
	});
	await expect(fails).rejects.toThrow('the tab is gone');
	await cache.keep(b, async (say) => {
		say('unit-words-lost', 'lost', 'b.md');
		return laidOut(b);
	});
	expect(held.size).toBe(0);
	expect((await cache.recall([a, b])).size).toBe(0);
	expect(placesOf(report)).toEqual(['a.md:0:0 unit-overflow', 'b.md:0:0 unit-words-lost']);
});

test('in one session the store is not asked again, nor the same unit under another key taken', async () => {
	const { store, held } = memoryStore();
	const session = new WeakMap<Unit, HeldUnit>();
	const first = await openCache(store, session).cache.keep(a, async () => laidOut(a));
	held.clear();
	const again = (await openCache(store, session).cache.recall([a])).get('a');
	expect(again?.pages).toBe(first?.pages);
	expect((await openCache(store, session, () => 'another').cache.recall([a])).size).toBe(0);
});

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
	['no findings', json({ pages: sound.pages, geometry })],
	['a rule that does not exist', json({ ...sound, findings: [['toString', 'm', 'f']] })],
	['a finding without place', json({ ...sound, findings: [['unit-overflow', 'm']] })],
	['something more', json({ ...sound, more: 1 })],
])('a value that is not ours is laid out again and replaced: %s', async (_, bytes) => {
	const { store, held } = memoryStore();
	held.set('units/key-a', bytes);
	const { cache } = openCache(store);
	expect((await cache.recall([a])).size).toBe(0);
	const laid = await cache.keep(a, async () => laidOut(a));
	expect((await openCache(store).cache.recall([a])).get('a')).toEqual(laid);
});

test('a sound value is read as it was written', () => {
	const whole: KeptUnit = {
		...sound,
		findings: [['unit-overflow', 'm', { file: 'f', line: 1, column: 2 }, 'h']],
	};
	expect(decodeUnit(encodeUnit(whole))).toEqual(whole);
});
