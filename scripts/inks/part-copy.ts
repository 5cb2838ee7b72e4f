import type { InkPart, InkStream } from './ink-part.ts';
import { holeFor, readValue, type Target, type Value, writeValue } from './syntax.ts';

/**
 * The objects and streams of a part while they are changed. One that is used in two ways becomes two: the first way
 * that is met keeps the place, any other gets a new one behind all that were there.
 */
export class PartCopy {
	readonly objects: string[];
	readonly streams: InkStream[];
	readonly #source: InkPart;
	readonly #keys: Record<Target['kind'], Record<number, string>>;
	/** Where each node stands, by how it is used. */
	readonly #places = new Map<string, Map<string, Target>>();

	constructor(source: InkPart) {
		this.#source = source;
		this.objects = [...source.objects];
		this.streams = [...source.streams];
		this.#keys = { object: { ...source.shared?.objects }, stream: { ...source.shared?.streams } };
	}

	/** Keys of what other parts may bring too: they tell how it is used. */
	get shared(): NonNullable<InkPart['shared']> {
		return { objects: this.#keys.object, streams: this.#keys.stream };
	}

	/** An object or stream as it was. */
	object(index: number): Value {
		return readValue(this.#source.objects[index] ?? 'null');
	}

	stream(index: number): InkStream | undefined {
		return this.#source.streams[index];
	}

	/** Changes an object for one use, once. */
	changeObject(index: number, use: string, change: (value: Value) => Value): string {
		const [place, isNew] = this.#place({ kind: 'object', index }, use);
		if (isNew) this.objects[place.index] = writeValue(change(this.object(index)));
		return holeFor(place);
	}

	/** Changes a stream for one use, once. */
	changeStream(index: number, use: string, change: (stream: InkStream, place: number) => InkStream): string {
		const [place, isNew] = this.#place({ kind: 'stream', index }, use);
		const stream = this.stream(index);
		if (isNew && stream) this.streams[place.index] = change(stream, place.index);
		return holeFor(place);
	}

	#place(target: Target, use: string): readonly [place: Target, isNew: boolean] {
		const name = holeFor(target);
		const places = this.#places.get(name) ?? new Map<string, Target>();
		this.#places.set(name, places);
		const known = places.get(use);
		if (known) return [known, false];
		const { kind, index } = target;
		const list: unknown[] = kind === 'object' ? this.objects : this.streams;
		const place = places.size === 0 ? target : { kind, index: list.length };
		// Kept free until it is changed, for what lies below may come to lie behind it.
		if (place !== target) list.push(kind === 'object' ? 'null' : this.stream(index));
		places.set(use, place);
		const key = kind === 'object' ? this.#source.shared?.objects[index] : this.#source.shared?.streams[index];
		if (key !== undefined) this.#keys[kind][place.index] = `${use} ${key}`;
		return [place, true];
	}
}
