import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readCharacterMap } from './character-map.ts';
import { readPostScriptName } from './postscript-name.ts';
import { readTables } from './tables.ts';

/** What is known of a face's file without reading its glyphs, some 15 MB in a Han face. */
export interface WholeFace {
	/** Absolute path. */
	readonly path: string;
	/** Package, version, file and size in bytes: equal where the file is. */
	readonly origin: string;
	/** The code points that it has, each with its glyph. */
	readonly points: ReadonlyMap<number, number>;
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
		const cmap = readTables(readStart(file, directorySize)).get('cmap');
		const names = readTables(readStart(file, directorySize)).get('name');
		if (!cmap || !names) throw new Error(`${source} lacks its character map or its names.`);
		const end = Math.max(cmap.start + cmap.length, names.start + names.length);
		const { view } = readTables(readStart(file, end)).get('cmap') ?? cmap;
		return {
			path,
			origin: `${scope}/${name}@${version}/${rest.join('/')} ${size}`,
			points: readCharacterMap({ ...cmap, view }),
			postScriptName: readPostScriptName({ ...names, view }),
		};
	} finally {
		closeSync(file);
	}
}

function readStart(file: number, length: number): Uint8Array {
	const bytes = new Uint8Array(length);
	return bytes.subarray(0, readSync(file, bytes, 0, length, 0));
}
