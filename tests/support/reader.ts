import { homedir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer';
import { findBrowser } from '../../scripts/browser/index.ts';

/** A person before the preview: a browser window of their own. */
export interface Reader {
	readonly page: Page;
	/** The document of the book. */
	readonly book: () => Frame;
	/** What the browser complained of. */
	readonly complaints: readonly string[];
}

export async function startReaderBrowser(): Promise<Browser> {
	const found = await findBrowser({
		cache: join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'diglot'),
		platform: process.platform,
		arch: process.arch,
		path: process.env.PATH ?? '',
		...(process.env.DIGLOT_BROWSER ? { chosen: process.env.DIGLOT_BROWSER } : {}),
	});
	const libraries = [found.libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
	return await puppeteer.launch({
		executablePath: found.executable,
		headless: 'shell',
		args: ['--lang=en-US', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
		env: libraries ? { ...process.env, LD_LIBRARY_PATH: libraries } : process.env,
	});
}

/** Opens the preview as a reader does, in a profile of their own, and waits for the first pages. */
export async function read(
	browser: Browser,
	url: string,
	size = { width: 1400, height: 900 },
): Promise<Reader> {
	const context = await browser.createBrowserContext();
	await context.overridePermissions(new URL(url).origin, ['clipboard-read', 'clipboard-sanitized-write']);
	const page = await context.newPage();
	const complaints: string[] = [];
	page.on('pageerror', (error) => complaints.push(String(error)));
	page.on('console', (message) => {
		if (message.type() === 'error' || message.type() === 'warn') complaints.push(message.text());
	});
	page.on('requestfailed', (request) => complaints.push(`${request.url()} ${request.failure()?.errorText}`));
	await page.setViewport(size);
	await page.goto(url);
	const book = () => {
		const frame = page.frames().find((one) => one.url().endsWith('/book'));
		if (!frame) throw new Error('The page has no frame for the book.');
		return frame;
	};
	await page.waitForFunction('document.getElementById("waiting").hidden');
	await book().waitForSelector('.desk-page[data-index="0"] > section');
	return { page, book, complaints };
}
