import type { Store } from '../model/index.ts';

/**
 * A store that also remembers in memory what was read and written last, up to `limit` bytes. Whoever gets bytes
 * shares them with others and must not change them.
 */
export function withMemory<Kind extends Store>(store: Kind, limit: number): Kind {
	// A map keeps its order: what was used last stands last.
	const held = new Map<string, Uint8Array>();
	let size = 0;
	const forget = (name: string) => {
		size -= held.get(name)?.length ?? 0;
		held.delete(name);
	};
	const hold = (name: string, bytes: Uint8Array) => {
		forget(name);
		if (bytes.length > limit) return;
		held.set(name, bytes);
		size += bytes.length;
		for (const oldest of held.keys()) {
			if (size <= limit) break;
			forget(oldest);
		}
	};
	return {
		...store,
		async get(room, key) {
			const name = nameOf(room, key);
			const bytes = held.get(name) ?? (await store.get(room, key));
			if (bytes) hold(name, bytes);
			return bytes;
		},
		put(room, key, bytes) {
			hold(nameOf(room, key), bytes);
			return store.put(room, key, bytes);
		},
	};
}

function nameOf(room: string, key: string): string {
	return `${room}\0${key}`;
}
