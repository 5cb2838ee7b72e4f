import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Code that a tab must run before it can print sheets. */
export async function readPrintScripts(): Promise<readonly string[]> {
	return await Promise.all(
		['./mark-tags.js', './in-page.js'].map((name) =>
			readFile(fileURLToPath(new URL(name, import.meta.url)), 'utf8'),
		),
	);
}
