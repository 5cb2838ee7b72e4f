import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Code that a tab must run before it can print sheets. */
export async function readPrintScripts(): Promise<readonly string[]> {
	return [await readFile(fileURLToPath(new URL('./in-page.js', import.meta.url)), 'utf8')];
}
