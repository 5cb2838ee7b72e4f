import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { visitCharacters } from './character-map.ts';
import { readPostScriptName } from './postscript-name.ts';
import { readTables, type Table } from './tables.ts';

/** What is known of a face's file without reading its glyphs, some 15 MB in a Han face. */
export interface WholeFace {
	/** Absolute path. */
	readonly path: string;
	/** Package, version, file and size in bytes: equal where the file is. */
	readonly origin: string;
	/** Whether it has a glyph for a code point. */
	readonly has: (point: number) => boolean;
	readonly postScriptName: string;
}

/** Bytes that surely hold the directory of tables. */
const directorySize = 4096;

/** Looks at a TrueType file of an npm package, named as for an import: `@scope/package/folder/file.ttf`. */
export function lookAtFace(source: string): WholeFace {
	const [scope = '', name = '', ...rest] = source.split('/');
	const manifest = createRequire(import.meta.url).resolve(`${scope}/${name}/package.json`);
	const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
	const path = join(manifest, '..', ...rest);
	const file = openSync(path, 'r');
	try {
		const { size } = fstatSync(file);
		const directory = readTables(readStart(file, directorySize));
		const [cmap, names] = [directory.get('cmap'), directory.get('name')];
		if (!cmap || !names) throw new Error(`${source} lacks its character map or its names.`);
		const start = readStart(file, Math.max(cmap.start + cmap.length, names.start + names.length));
		const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
		return {
			path,
			origin: `${scope}/${name}@${version}/${rest.join('/')} ${size}`,
			has: readCoverage({ ...cmap, view }),
			postScriptName: readPostScriptName({ ...names, view }),
		};
	} finally {
		closeSync(file);
	}
}

function readCoverage(cmap: Table): (point: number) => boolean {
	// A bit for each code point of Unicode.
	const bits = new Uint8Array(0x110000 / 8);
	visitCharacters(cmap, (point) => {
		bits[point >> 3] = (bits[point >> 3] ?? 0) | (1 << (point & 7));
	});
	return (point) => ((bits[point >> 3] ?? 0) & (1 << (point & 7))) !== 0;
}

function readStart(file: number, length: number): Uint8Array {
	const bytes = new Uint8Array(length);
	return bytes.subarray(0, readSync(file, bytes, 0, length, 0));
}
