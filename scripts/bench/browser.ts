import puppeteer from 'puppeteer';
import { findBrowser } from '../browser/index.ts';
import type { BenchBrowser } from './job.ts';

export interface BrowserPlace {
	readonly env: Readonly<Record<string, string | undefined>>;
	/** Folder of the user for the unpacked browser. */
	readonly cache: string;
	/** Root has no sandbox to offer. */
	readonly sandbox: boolean;
}

/** Finds the browser that Diglot uses, and what it needs to start by itself; and asks for its version. */
export async function prepareBrowser({
	env,
	cache,
	sandbox,
}: BrowserPlace): Promise<BenchBrowser & { readonly version: string }> {
	const chosen = env.DIGLOT_BROWSER ? { chosen: env.DIGLOT_BROWSER } : {};
	const found = await findBrowser({
		cache,
		platform: process.platform,
		arch: process.arch,
		path: env.PATH ?? '',
		...chosen,
	});
	const plain = { executable: found.executable, switches: sandbox ? [] : ['--no-sandbox'], env };
	const libraries = [found.libraries, env.LD_LIBRARY_PATH].filter(Boolean).join(':');
	const version = await versionOf(plain).catch((error: unknown) => error);
	if (typeof version === 'string') return { ...plain, version };
	if (found.libraries === undefined || !String(version).includes('shared libraries')) throw version;
	const helped = { ...plain, env: { ...env, LD_LIBRARY_PATH: libraries } };
	return { ...helped, version: await versionOf(helped) };
}

async function versionOf({ executable, switches, env }: BenchBrowser): Promise<string> {
	const browser = await puppeteer.launch({
		executablePath: executable,
		args: [...switches],
		headless: 'shell',
		pipe: true,
		env: { ...env },
	});
	const version = await browser.version();
	await browser.close();
	return version;
}
