import { createHash } from 'node:crypto';
import { type HoleKind, holesOf } from './holes.ts';
import type { PartStream } from './part.ts';

/** Keys of what may stand once in a file for all parts, by index of the object or stream. */
export interface SharedKeys {
	readonly objects: Readonly<Record<number, string>>;
	readonly streams: Readonly<Record<number, string>>;
}

/** Holes of what belongs to one place in the book. */
const placed: ReadonlySet<HoleKind> = new Set(['page', 'annotation']);

/**
 * Finds what is the same wherever it stands, such as pictures and graphics states, and names it by its content. Two
 * parts that show one picture then bring it into the file once.
 * @param contents indices of streams that are left out: contents of pages
 */
export function findShared(
	objects: readonly string[],
	streams: readonly PartStream[],
	contents: ReadonlySet<number>,
): SharedKeys {
	const finder = new Finder(objects, streams);
	const keys = (count: number, find: (index: number) => string | undefined) => {
		const found: Record<number, string> = {};
		for (let index = 0; index < count; index++) {
			const key = find(index);
			if (key !== undefined) found[index] = key;
		}
		return found;
	};
	return {
		objects: keys(objects.length, (index) => finder.key('object', String(index))),
		streams: keys(streams.length, (index) =>
			contents.has(index) ? undefined : finder.key('stream', String(index)),
		),
	};
}

class Finder {
	readonly #objects: readonly string[];
	readonly #streams: readonly PartStream[];
	/** Undefined for what cannot be shared, and for what is being looked at: a ring cannot be. */
	readonly #known = new Map<string, string | undefined>();

	constructor(objects: readonly string[], streams: readonly PartStream[]) {
		this.#objects = objects;
		this.#streams = streams;
	}

	key(kind: HoleKind, which: string): string | undefined {
		if (kind === 'font') return which;
		if (placed.has(kind)) return undefined;
		const name = `${kind} ${which}`;
		if (this.#known.has(name)) return this.#known.get(name);
		this.#known.set(name, undefined);
		const key = this.#keyOf(kind, Number(which));
		this.#known.set(name, key);
		return key;
	}

	#keyOf(kind: HoleKind, index: number): string | undefined {
		const stream = kind === 'stream' ? this.#streams[index] : undefined;
		const text = stream ? stream.entries : this.#objects[index];
		if (text === undefined) return undefined;
		const holes = holesOf(text);
		if (holes.some(([below]) => placed.has(below))) return undefined;
		const keys: string[] = [];
		for (const [below, which] of holes) {
			const key = this.key(below, which);
			if (key === undefined) return undefined;
			keys.push(key);
		}
		// The numbers in the holes count within the part, so they say nothing elsewhere.
		const hash = createHash('sha256').update(
			JSON.stringify([kind, text.replaceAll(/@([a-z])\d+;/g, '@$1'), keys]),
		);
		if (stream) hash.update(stream.bytes);
		return hash.digest('base64url');
	}
}
