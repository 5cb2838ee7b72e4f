import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export interface OwnFile {
	readonly type: string;
	readonly text: string;
}

const types: Readonly<Record<string, string>> = {
	html: 'text/html; charset=utf-8',
	css: 'text/css; charset=utf-8',
	js: 'text/javascript; charset=utf-8',
	svg: 'image/svg+xml',
};

/** The files of the page that shows the book, by name. They are read once; a request never leads to the disk. */
export async function readOwnFiles(): Promise<ReadonlyMap<string, OwnFile>> {
	const folder = new URL('./page/', import.meta.url);
	const files = new Map<string, OwnFile>();
	for (const name of await readdir(fileURLToPath(folder))) {
		const type = types[name.slice(name.lastIndexOf('.') + 1)];
		if (type !== undefined) files.set(name, { type, text: await readFile(new URL(name, folder), 'utf8') });
	}
	return files;
}
