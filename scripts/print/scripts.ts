import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Code that a tab must run before it can print sheets. */
export async function readPrintScripts(): Promise<readonly string[]> {
	const names = ['./mark-tags.js', './in-page.js', './cover/fit-cover.js'];
	return await Promise.all(
		names.map((name) => readFile(fileURLToPath(new URL(name, import.meta.url)), 'utf8')),
	);
}
