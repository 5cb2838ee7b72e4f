import { fillHoles, type HoleKind, hole } from './holes.ts';
import type { Part, PartPage, PartStream } from './part.ts';

/** Key of a form in the parent tree (ISO 32000-1, 14.7.4.4), which a file without tags has not. */
const parentKey = /\/StructParents? \d+ ?/g;

/**
 * What some pages of a part draw, and nothing else: no tags, links or places that links lead to. The other pages are
 * left empty, so that each keeps its number.
 */
export function barePart(part: Part, pages: ReadonlySet<number>): Part {
	return new Stripper(part).strip(pages);
}

const empty: PartPage = {
	resources: {},
	patterns: {},
	annotations: [],
	tags: { flow: [], notes: [] },
	anchors: {},
	pictures: [],
};

/** One stripping: objects and streams get new numbers in the order in which they are met. */
class Stripper {
	readonly #part: Part;
	readonly #numbers = new Map<string, string>();
	readonly #objects: string[] = [];
	readonly #streams: PartStream[] = [];
	readonly #shared: { objects: Record<number, string>; streams: Record<number, string> } = {
		objects: {},
		streams: {},
	};

	constructor(part: Part) {
		this.#part = part;
	}

	strip(pages: ReadonlySet<number>): Part {
		const bare = this.#part.pages.map((page, index) => (pages.has(index) ? this.#page(page) : empty));
		return {
			...this.#part,
			pages: bare,
			objects: this.#objects,
			streams: this.#streams,
			annotations: [],
			shared: this.#shared,
		};
	}

	#page({ content, resources, patterns }: PartPage): PartPage {
		return {
			...(content === undefined ? {} : { content: this.#addStream(content) }),
			resources: mapValues(resources, (entries) => mapValues(entries, (value) => this.#fill(value))),
			patterns: mapValues(patterns, (pattern) => ({ ...pattern, entries: this.#fill(pattern.entries) })),
			annotations: [],
			tags: empty.tags,
			anchors: {},
			pictures: [],
		};
	}

	#fill(text: string): string {
		return fillHoles(text, (kind, which) => {
			if (kind !== 'object' && kind !== 'stream') return hole(kind, which);
			const name = `${kind} ${which}`;
			const known = this.#numbers.get(name);
			if (known !== undefined) return known;
			return this.#add(kind, Number(which), name);
		});
	}

	#add(kind: Extract<HoleKind, 'object' | 'stream'>, index: number, name: string): string {
		if (kind === 'stream') {
			const filled = hole('stream', this.#streams.length);
			this.#numbers.set(name, filled);
			this.#addStream(index);
			return filled;
		}
		const number = this.#objects.push('null') - 1;
		const filled = hole('object', number);
		this.#numbers.set(name, filled);
		this.#objects[number] = this.#fill(this.#part.objects[index] ?? 'null');
		const key = this.#part.shared.objects[index];
		if (key !== undefined) this.#shared.objects[number] = key;
		return filled;
	}

	#addStream(index: number): number {
		const { entries, bytes } = this.#part.streams[index] ?? { entries: '', bytes: new Uint8Array() };
		const stream = { entries: '', bytes };
		const number = this.#streams.push(stream) - 1;
		stream.entries = this.#fill(entries.replaceAll(parentKey, ''));
		const key = this.#part.shared.streams[index];
		if (key !== undefined) this.#shared.streams[number] = key;
		return number;
	}
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, map: (value: A) => B): Record<string, B> {
	return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
