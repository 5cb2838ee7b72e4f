import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { FaceSource } from './faces.ts';
import { type CutOrder, type Harfbuzz, type OpenFace, startHarfbuzz } from './harfbuzz.ts';
import { lookAtFace, type WholeFace } from './whole-face.ts';

/** Where faces are cut. Each whole face is read once, at its first use, and kept for the cuts that follow. */
export interface Foundry {
	/** What a face covers and is called; cheap, nothing is cut for it. */
	readonly look: (face: FaceSource) => WholeFace;
	readonly cut: (face: FaceSource, order: CutOrder) => Uint8Array;
	/** Cuts a face that is no file of a package; nothing of it is kept. */
	readonly cutBytes: (bytes: Uint8Array, order: CutOrder, name: string) => Uint8Array;
}

export function openFoundry(): Foundry {
	const looked = new Map<string, WholeFace>();
	const open = new Map<string, OpenFace>();
	const once = lazily(startHarfbuzz);
	const look = (face: FaceSource) => remember(looked, face.source, () => lookAtFace(face.source));
	return {
		look,
		cut: (face, order) =>
			remember(open, face.source, () => openFile(once(), look(face).path, face.source)).cut(order),
		cutBytes: (bytes, order, name) => {
			const face = once().open({ length: bytes.length, copyTo: (target) => target.set(bytes) }, name);
			try {
				return face.cut(order);
			} finally {
				face.close();
			}
		},
	};
}

/** Read straight into its place: a Han face is large, and each copy of it costs 10 ms. */
function openFile(harfbuzz: Harfbuzz, path: string, name: string): OpenFace {
	const file = openSync(path, 'r');
	try {
		const { size } = fstatSync(file);
		const copyTo = (target: Uint8Array) => {
			if (readSync(file, target, 0, size, 0) !== size) throw new Error(`${name} could not be read whole.`);
		};
		return harfbuzz.open({ length: size, copyTo }, name);
	} finally {
		closeSync(file);
	}
}

/** A value that is made at the first call. */
export function lazily<T>(make: () => T): () => T {
	const made: { value?: T } = {};
	return () => {
		made.value ??= make();
		return made.value;
	};
}

function remember<T>(known: Map<string, T>, key: string, make: () => T): T {
	const value = known.get(key) ?? make();
	known.set(key, value);
	return value;
}
