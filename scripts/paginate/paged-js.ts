import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What the paginating tab runs, in order; the text of the files as they are. */
export async function readPagingScripts(): Promise<readonly string[]> {
	// The package exports no subpaths: from its entry, lib/index.cjs, go sideways to the bundle.
	const bundle = new URL(
		'../dist/paged.js',
		pathToFileURL(createRequire(import.meta.url).resolve('pagedjs')),
	);
	const own = (name: string) => new URL(name, import.meta.url);
	const after = [
		...['lines', 'page-breaks', 'press', 'read-page', 'outline', 'earlier-pages', 'resume'],
		...['galley', 'flow', 'kept-flow', 'level', 'in-page'],
	];
	const files = [own('./no-waiting.js'), bundle, ...after.map((name) => own(`./${name}.js`))];
	return await Promise.all(files.map(readText));
}

function readText(url: URL): Promise<string> {
	return readFile(fileURLToPath(url), 'utf8');
}
