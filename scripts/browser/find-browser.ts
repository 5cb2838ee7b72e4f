import { access, constants, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { unpackBundledBrowser } from './bundled-browser.ts';

export interface BrowserSearch {
	/** From `--browser` or `DIGLOT_BROWSER`; nothing else is tried where it is given. */
	readonly chosen?: string;
	/** Folder of the user for the unpacked browser. */
	readonly cache: string;
	readonly platform: NodeJS.Platform;
	readonly arch: NodeJS.Architecture;
	/** The PATH variable. */
	readonly path: string;
}

export interface FoundBrowser {
	readonly executable: string;
	readonly origin: 'chosen' | 'bundled' | 'managed' | 'system';
	/** Folder of shared libraries to fall back on. */
	readonly libraries?: string;
}

/** No browser, or one that does not start: says what to do. */
export class BrowserError extends Error {}

const systemNames = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome'];

const systemPlaces: Partial<Record<NodeJS.Platform, readonly string[]>> = {
	darwin: [
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		'/Applications/Chromium.app/Contents/MacOS/Chromium',
	],
	win32: [
		'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
		'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
	],
};

/**
 * The browser that makes the pages, in this order: the one asked for, the bundled one (Linux on x64), the one
 * that Puppeteer manages, one of the system.
 * @throws BrowserError where there is none
 */
export async function findBrowser(search: BrowserSearch): Promise<FoundBrowser> {
	if (search.chosen !== undefined) {
		if (!(await isProgram(search.chosen))) {
			throw new BrowserError(`There is no browser at ${search.chosen}. Name another one with --browser.`);
		}
		return { executable: search.chosen, origin: 'chosen' };
	}
	if (search.platform === 'linux' && search.arch === 'x64') {
		const bundled = await unpackBundledBrowser(search.cache);
		return { executable: bundled.executable, origin: 'bundled', libraries: bundled.libraries };
	}
	const managed = await findManaged();
	if (managed) return { executable: managed, origin: 'managed' };
	const system = await findOnSystem(search);
	if (system) return { executable: system, origin: 'system' };
	throw new BrowserError(
		'No browser was found. Install one with "npx puppeteer browsers install chrome-headless-shell", or name one with --browser.',
	);
}

async function findManaged(): Promise<string | undefined> {
	const { default: puppeteer } = await import('puppeteer');
	for (const headless of ['shell', true] as const) {
		try {
			const path = await puppeteer.executablePath({ headless });
			if (await isProgram(path)) return path;
		} catch {
			// Puppeteer throws where it has downloaded nothing.
		}
	}
	return undefined;
}

async function findOnSystem(search: BrowserSearch): Promise<string | undefined> {
	const onPath = search.path
		.split(delimiter)
		.filter((folder) => folder !== '')
		.flatMap((folder) => systemNames.map((name) => join(folder, name)));
	for (const place of [...onPath, ...(systemPlaces[search.platform] ?? [])]) {
		if (await isProgram(place)) return place;
	}
	return undefined;
}

/** Puppeteer does not survive the start of a file that cannot be run. */
async function isProgram(file: string): Promise<boolean> {
	try {
		await access(file, constants.X_OK);
		return (await stat(file)).isFile();
	} catch {
		return false;
	}
}
