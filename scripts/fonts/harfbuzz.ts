import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** HarfBuzz's subsetter. Faces lie in its own memory, which is freed with it. */
export interface Harfbuzz {
	/** Takes a static TrueType face in; throws where it is none. `name` is for messages. */
	readonly open: (font: FontBytes, name: string) => OpenFace;
	/** Size of its memory in bytes. */
	readonly memory: () => number;
}

/** A font that is still elsewhere: its size in bytes, and how to copy it. */
export interface FontBytes {
	readonly length: number;
	readonly copyTo: (target: Uint8Array) => void;
}

export interface OpenFace {
	/** Cuts the face; the same order gives the same bytes. */
	readonly cut: (order: CutOrder) => Uint8Array;
	readonly close: () => void;
}

/**
 * What a cut keeps. Glyph ids stay those of the whole face, whatever the cut: pages and PDF parts that were made with
 * an earlier cut hold for a later one. Hinting goes.
 */
export interface CutOrder {
	readonly points?: Iterable<number>;
	readonly glyphs?: Iterable<number>;
	/** Tags of the OpenType features that survive, with the glyphs that they lead to. */
	readonly features: readonly string[];
	/** Tags of tables to leave out. */
	readonly drop: readonly string[];
}

/** Functions of harfbuzz-subset.wasm; objects are addresses, and 0 is none (hb-subset.h, hb-blob.h, hb-face.h). */
interface Library {
	readonly memory: WebAssembly.Memory;
	_initialize(): void;
	malloc(size: number): number;
	free(address: number): void;
	hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number;
	hb_blob_destroy(blob: number): void;
	hb_blob_get_data(blob: number, length: number): number;
	hb_blob_get_length(blob: number): number;
	hb_face_create(blob: number, index: number): number;
	hb_face_destroy(face: number): void;
	hb_face_reference_blob(face: number): number;
	hb_set_add(set: number, value: number): void;
	hb_set_clear(set: number): void;
	hb_subset_input_create_or_fail(): number;
	hb_subset_input_destroy(input: number): void;
	hb_subset_input_glyph_set(input: number): number;
	hb_subset_input_set(input: number, kind: number): number;
	hb_subset_input_set_flags(input: number, flags: number): void;
	hb_subset_input_unicode_set(input: number): number;
	hb_subset_or_fail(face: number, input: number): number;
}

/** Values of enumerations in hb-blob.h and hb-subset.h. */
const readOnly = 1;
const flags = { noHinting: 1, retainGlyphIds: 2 } as const;
const sets = { dropTables: 3, layoutFeatures: 6 } as const;

const trueType = 0x00010000;

/** Starts the library; takes about 10 ms. */
export function startHarfbuzz(): Harfbuzz {
	const program = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm');
	const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(program)));
	const library = exports as unknown as Library;
	library._initialize();
	return {
		open: (font, name) => openFace(library, font, name),
		memory: () => library.memory.buffer.byteLength,
	};
}

function openFace(library: Library, { length, copyTo }: FontBytes, name: string): OpenFace {
	const data = library.malloc(length);
	if (data === 0) throw new Error(`There is no memory for the font ${name}.`);
	const memory = new DataView(library.memory.buffer, data, length);
	copyTo(new Uint8Array(library.memory.buffer, data, length));
	if (length < 12 || memory.getUint32(0) !== trueType) {
		library.free(data);
		throw new Error(`${name} is no TrueType font.`);
	}
	const blob = library.hb_blob_create(data, length, readOnly, 0, 0);
	const face = library.hb_face_create(blob, 0);
	library.hb_blob_destroy(blob);
	return {
		cut: (order) => cut(library, face, order, name),
		close: () => {
			library.hb_face_destroy(face);
			library.free(data);
		},
	};
}

function cut(library: Library, face: number, order: CutOrder, name: string): Uint8Array {
	const input = library.hb_subset_input_create_or_fail();
	if (input === 0) throw new Error(`There is no memory to cut the font ${name}.`);
	try {
		fill(library, input, order);
		const subset = library.hb_subset_or_fail(face, input);
		if (subset === 0) throw new Error(`The font ${name} cannot be cut.`);
		const blob = library.hb_face_reference_blob(subset);
		library.hb_face_destroy(subset);
		const start = library.hb_blob_get_data(blob, 0);
		// The library's memory may have grown meanwhile, and moved.
		const bytes = new Uint8Array(library.memory.buffer, start, library.hb_blob_get_length(blob)).slice();
		library.hb_blob_destroy(blob);
		if (bytes.length === 0) throw new Error(`The font ${name} is damaged.`);
		return bytes;
	} finally {
		library.hb_subset_input_destroy(input);
	}
}

function fill(library: Library, input: number, { points, glyphs, features, drop }: CutOrder): void {
	const add = (set: number, values: Iterable<number>) => {
		for (const value of values) library.hb_set_add(set, value);
	};
	library.hb_subset_input_set_flags(input, flags.noHinting | flags.retainGlyphIds);
	add(library.hb_subset_input_unicode_set(input), points ?? []);
	add(library.hb_subset_input_glyph_set(input), glyphs ?? []);
	const kept = library.hb_subset_input_set(input, sets.layoutFeatures);
	library.hb_set_clear(kept);
	add(kept, features.map(tagValue));
	add(library.hb_subset_input_set(input, sets.dropTables), drop.map(tagValue));
}

/** A tag of four letters as the number that stands for it in a font. */
function tagValue(tag: string): number {
	return Buffer.from(tag.padEnd(4), 'latin1').readUInt32BE(0);
}
