import { followed, kindOfSpace } from './color-space.ts';
import type { InkPage, InkPart, InkPattern, InkStream } from './ink-part.ts';
import { type Mixer, maskMixer } from './mixer.ts';
import { paintContent } from './paint-content.ts';
import { PartCopy } from './part-copy.ts';
import { convertShading } from './shadings.ts';
import { deflated, unpack } from './stream-bytes.ts';
import {
	type Dictionary,
	isArray,
	isDictionary,
	readEntries,
	readValue,
	targetOf,
	type Value,
	withEntries,
	writeEntries,
	writeValue,
} from './syntax.ts';

/** An image whose pixels are to be put into inks. */
export interface ImageJob {
	/** Index of its stream in the new part. */
	readonly index: number;
	/** For a mask: its luminosity is what counts. */
	readonly mask: boolean;
	/** Index of the first page that shows it. */
	readonly page: number;
}

/** All of a part but the pixels of its images. */
export interface Converted {
	readonly pages: readonly InkPage[];
	readonly objects: readonly string[];
	readonly streams: readonly InkStream[];
	readonly shared: NonNullable<InkPart['shared']>;
	readonly images: readonly ImageJob[];
}

/**
 * Goes through all that the pages draw and puts it into inks. What is not drawn stays as it is.
 * @param ink colours stay as they are where it is missing; marked content goes all the same
 */
export function convertPart(part: InkPart, ink: Mixer | undefined): Converted {
	const converter = new Converter(part, ink);
	const pages = part.pages.map((page, index) => converter.page(page, index));
	const { objects, streams, shared } = converter.copy;
	return { pages, objects, streams, shared, images: converter.images };
}

/** What is drawn is ink on the paper, or the luminosity that something is seen through. */
type Use = 'ink' | 'mask';

class Converter {
	readonly copy: PartCopy;
	readonly images: ImageJob[] = [];
	readonly #ink: Mixer | undefined;
	#page = 0;

	constructor(part: InkPart, ink: Mixer | undefined) {
		this.copy = new PartCopy(part);
		this.#ink = ink;
	}

	page<P extends InkPage>(page: P, index: number): P {
		this.#page = index;
		const categories = Object.entries(page.resources).map(([category, entries]) => {
			const list = Object.entries(entries).map(([name, text]) => [name, readValue(text)] as const);
			return [category, { entries: new Map(list) }] as const;
		});
		const resources: Dictionary = { entries: new Map(categories) };
		const changed = this.#resourceEntries(resources, 'ink');
		const patterns = Object.entries(page.patterns).map(([name, pattern]) => [name, this.#onPage(pattern)]);
		if (page.content !== undefined) {
			this.copy.changeStream(page.content, 'content', (stream) => this.#content(stream, resources, 'ink'));
		}
		return {
			...page,
			resources: Object.fromEntries([...changed.entries].map(([category, one]) => [category, toRecord(one)])),
			patterns: Object.fromEntries(patterns),
		};
	}

	/** A pattern of a page itself, which stands apart from the objects. */
	#onPage(pattern: InkPattern): InkPattern {
		const dictionary = readEntries(pattern.entries);
		if (!pattern.bytes) {
			return { ...pattern, entries: writeEntries(this.#shadingPattern(dictionary, 'ink')) };
		}
		const { entries, bytes } = this.#drawing({ entries: pattern.entries, bytes: pattern.bytes }, 'ink');
		return { ...pattern, entries, bytes };
	}

	#mixer(use: Use): Mixer | undefined {
		return this.#ink && (use === 'mask' ? maskMixer : this.#ink);
	}

	#content(stream: InkStream, resources: Dictionary, use: Use): InkStream {
		const dictionary = readEntries(stream.entries);
		const content = unpack(stream.bytes, dictionary);
		if (!content) return stream;
		const spaces = followed(resources.entries.get('ColorSpace'), this.copy);
		const painted = paintContent(content, this.#mixer(use), (name) =>
			isDictionary(spaces) ? kindOfSpace(spaces.entries.get(name), this.copy) : 'other',
		);
		return painted === content ? stream : deflated(dictionary, painted);
	}

	/** A form or a tiling pattern: content with resources of its own (8.10, 8.7.3). */
	#drawing(stream: InkStream, use: Use): InkStream {
		const dictionary = readEntries(stream.entries);
		const resources = dictionary.entries.get('Resources');
		const found = followed(resources, this.copy);
		const painted = this.#content(stream, isDictionary(found) ? found : nothing, use);
		const group = this.#group(dictionary.entries.get('Group'), use);
		const changed = withEntries(readEntries(painted.entries), {
			...(resources === undefined ? {} : { Resources: this.#resources(resources, use) }),
			...(group === undefined ? {} : { Group: group }),
			StructParents: undefined,
			StructParent: undefined,
		});
		return { entries: writeEntries(changed), bytes: painted.bytes };
	}

	/** A group that says in which space it is put together (11.6.6) says it of its inks. */
	#group(group: Value | undefined, use: Use): Value | undefined {
		const mixer = this.#mixer(use);
		const found = followed(group, this.copy);
		if (!mixer || !isDictionary(found) || !found.entries.has('CS')) return group;
		return withEntries(found, { CS: `/${mixer.space}` });
	}

	#resources(value: Value, use: Use): Value {
		return this.#through(value, `resources ${use}`, (one) =>
			isDictionary(one) ? this.#resourceEntries(one, use) : one,
		);
	}

	#resourceEntries(resources: Dictionary, use: Use): Dictionary {
		const entries = [...resources.entries].map(([category, list]): readonly [string, Value] => {
			const change = this.#changes[category];
			if (!change) return [category, list];
			const all = this.#through(list, `${category} list ${use}`, (one) => {
				if (!isDictionary(one)) return one;
				return { entries: new Map([...one.entries].map(([name, each]) => [name, change(each, use)])) };
			});
			return [category, all];
		});
		return { entries: new Map(entries) };
	}

	readonly #changes: Readonly<Record<string, (value: Value, use: Use) => Value>> = {
		XObject: (value, use) => this.#external(value, use),
		ExtGState: (value, use) => this.#state(value, use),
		Pattern: (value, use) => this.#pattern(value, use),
		Shading: (value, use) => this.#shading(value, use),
	};

	#external(value: Value, use: Use): Value {
		const target = targetOf(value);
		const stream = target?.kind === 'stream' ? this.copy.stream(target.index) : undefined;
		if (!target || !stream) return value;
		const { entries } = readEntries(stream.entries);
		if (entries.get('Subtype') === '/Form') {
			return this.copy.changeStream(target.index, `form ${use}`, (form) => this.#drawing(form, use));
		}
		return this.copy.changeStream(target.index, `image ${use}`, (image, index) => {
			const mask = targetOf(entries.get('SMask'));
			const kept = mask && this.copy.changeStream(mask.index, 'mask of an image', (same) => same);
			if (this.#ink && entries.get('ImageMask') !== 'true') {
				this.images.push({ index, mask: use === 'mask', page: this.#page });
			}
			const changed = withEntries({ entries }, { StructParent: undefined, ...(kept ? { SMask: kept } : {}) });
			return { entries: writeEntries(changed), bytes: image.bytes };
		});
	}

	/** Graphics states matter for the mask that they may bring (11.6.5.2). */
	#state(value: Value, use: Use): Value {
		return this.#through(value, `state ${use}`, (state) => {
			if (!isDictionary(state) || !state.entries.has('SMask')) return state;
			const mask = this.#through(state.entries.get('SMask') ?? 'null', `mask ${use}`, (one) => {
				if (!isDictionary(one)) return one;
				const group = targetOf(one.entries.get('G'));
				if (group?.kind !== 'stream') return one;
				const below = one.entries.get('S') === '/Luminosity' ? 'mask' : use;
				const form = this.copy.changeStream(group.index, `form ${below}`, (same) =>
					this.#drawing(same, below),
				);
				return withEntries(one, { G: form, ...this.#backdrop(one, below) });
			});
			return withEntries(state, { SMask: mask });
		});
	}

	/** What lies under a mask's group is told in the group's space. */
	#backdrop({ entries }: Dictionary, use: Use): Readonly<Record<string, Value>> {
		const backdrop = entries.get('BC');
		if (use !== 'mask' || !this.#ink || !isArray(backdrop)) return {};
		const values = backdrop.map((one) => 255 * Number(one));
		const [red = 0, green = red, blue = red] = values;
		return { BC: maskMixer.flat([red, green, blue]).map(String) };
	}

	#pattern(value: Value, use: Use): Value {
		const target = targetOf(value);
		if (target?.kind === 'stream') {
			return this.copy.changeStream(target.index, `tile ${use}`, (tile) => this.#drawing(tile, use));
		}
		return this.#through(value, `pattern ${use}`, (pattern) =>
			isDictionary(pattern) ? this.#shadingPattern(pattern, use) : pattern,
		);
	}

	#shadingPattern(pattern: Dictionary, use: Use): Dictionary {
		const { entries } = pattern;
		const shading = entries.get('Shading');
		const state = entries.get('ExtGState');
		return withEntries(pattern, {
			...(shading === undefined ? {} : { Shading: this.#shading(shading, use) }),
			...(state === undefined ? {} : { ExtGState: this.#state(state, use) }),
		});
	}

	#shading(value: Value, use: Use): Value {
		const mixer = this.#mixer(use);
		if (!mixer) return value;
		return this.#through(value, `shading ${use}`, (shading) =>
			isDictionary(shading) ? convertShading(shading, mixer, this.copy, use) : shading,
		);
	}

	/** A value that may stand in an object of its own. */
	#through(value: Value, use: string, change: (value: Value) => Value): Value {
		const target = targetOf(value);
		if (!target) return change(value);
		return target.kind === 'object' ? this.copy.changeObject(target.index, use, change) : value;
	}
}

const nothing: Dictionary = { entries: new Map() };

function toRecord(value: Value): Readonly<Record<string, string>> {
	if (!isDictionary(value)) return {};
	return Object.fromEntries([...value.entries].map(([name, one]) => [name, writeValue(one)]));
}
