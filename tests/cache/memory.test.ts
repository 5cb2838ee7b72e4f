import { expect, test } from 'vitest';
import { withMemory } from '../../scripts/cache/index.ts';

/** A store below that counts what is asked of it. */
function counted() {
	const held = new Map<string, Uint8Array>();
	const seen = { gets: [] as string[], puts: [] as string[], closed: 0 };
	const store = {
		get: async (room: string, key: string) => {
			seen.gets.push(`${room}/${key}`);
			return held.get(`${room}/${key}`);
		},
		put: async (room: string, key: string, bytes: Uint8Array) => {
			seen.puts.push(`${room}/${key}`);
			held.set(`${room}/${key}`, bytes);
		},
		close: async () => void seen.closed++,
	};
	return { held, seen, store };
}

const sized = (length: number) => new Uint8Array(length);

test('what was written is read from memory, and is in the store below too', async () => {
	const { store, seen, held } = counted();
	const memory = withMemory(store, 100);
	const bytes = sized(5);
	await memory.put('units', 'a', bytes);
	expect(await memory.get('units', 'a')).toBe(bytes);
	expect(held.get('units/a')).toBe(bytes);
	expect(seen.gets).toEqual([]);
});

test('the store below is asked once for what it has, each time for what it has not', async () => {
	const { store, seen, held } = counted();
	held.set('units/a', sized(0));
	const memory = withMemory(store, 100);
	for (const key of ['a', 'a', 'b', 'b']) await memory.get('units', key);
	expect(seen.gets).toEqual(['units/a', 'units/b', 'units/b']);
});

test('rooms are kept apart', async () => {
	const memory = withMemory(counted().store, 100);
	await memory.put('units', 'a', sized(1));
	expect(await memory.get('faces', 'a')).toBeUndefined();
});

test('what was used longest ago is forgotten first, in memory only', async () => {
	const { store, seen } = counted();
	const memory = withMemory(store, 30);
	for (const key of ['a', 'b', 'c']) await memory.put('units', key, sized(10));
	await memory.get('units', 'a');
	await memory.put('units', 'd', sized(10));
	for (const key of ['a', 'c', 'd']) await memory.get('units', key);
	expect(seen.gets).toEqual([]);
	expect(await memory.get('units', 'b')).toHaveLength(10);
	expect(seen.gets).toEqual(['units/b']);
});

test('a value written again counts once', async () => {
	const { store, seen } = counted();
	const memory = withMemory(store, 30);
	await memory.put('units', 'a', sized(10));
	for (let nth = 0; nth < 9; nth++) await memory.put('units', 'b', sized(20));
	await memory.get('units', 'a');
	expect(seen.gets).toEqual([]);
});

test('what is larger than the memory drives nothing out of it, and leaves no older value behind', async () => {
	const { store, seen } = counted();
	const memory = withMemory(store, 30);
	await memory.put('units', 'a', sized(10));
	await memory.put('units', 'b', sized(1));
	await memory.put('units', 'b', sized(31));
	expect(await memory.get('units', 'b')).toHaveLength(31);
	await memory.get('units', 'a');
	expect(seen.gets).toEqual(['units/b']);
});

test('the store below stays what it was', async () => {
	const { store, seen } = counted();
	await withMemory(store, 1).close();
	expect(seen.closed).toBe(1);
});
