import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Page } from 'puppeteer';

/** What a reader has chosen; styles act as those of reading systems do, before and after the book's own. */
export interface Settings {
	readonly width: number;
	readonly height: number;
	/** For the style attribute of the root, where Readium CSS looks for what the user wants. */
	readonly readium?: string;
	/** A style sheet of the reader's own. */
	readonly css?: string;
}

/** Unpacks an EPUB and gives the addresses of its pages in the order of the files' names. */
export async function unpack(bytes: Uint8Array, folder: string): Promise<readonly string[]> {
	const pages: string[] = [];
	for (const [path, content] of Object.entries(unzipSync(bytes))) {
		if (path.endsWith('/')) continue;
		const file = join(folder, path);
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, content);
		if (path.endsWith('.xhtml')) pages.push(pathToFileURL(file).href);
	}
	return pages.sort();
}

/** The style sheets that Readium sets before and after those of a book, as Thorium does. */
export async function readReadium(
	lang: string,
): Promise<{ readonly before: string; readonly after: string }> {
	const root = dirname(createRequire(import.meta.url).resolve('@readium/css/package.json'));
	const folder = join(root, 'css/dist', lang === 'zh' ? 'cjk-horizontal' : '.');
	const read = (name: string) => readFile(join(folder, `ReadiumCSS-${name}.css`), 'utf8');
	return { before: await read('before'), after: await read('after') };
}

/** What of a page cannot be read with each of the settings, by their names; nothing where all can. */
export async function lookAt(
	page: Page,
	url: string,
	settings: Readonly<Record<string, Settings>>,
	readium: { readonly before: string; readonly after: string },
): Promise<readonly string[]> {
	await page.goto(url);
	const faults: string[] = [];
	for (const [name, { width, height, readium: chosen = '', css = '' }] of Object.entries(settings)) {
		const view = page.viewport();
		if (view?.width !== width || view.height !== height) await page.setViewport({ width, height });
		const found = await page.evaluate(
			`wear(${JSON.stringify({ ...readium, chosen, css })}).then(() => look())`,
		);
		faults.push(...(found as string[]).map((fault) => `${name}: ${url.split('/').at(-1)}: ${fault}`));
	}
	return faults;
}
