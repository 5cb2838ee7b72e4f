import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { type CommandLine, start } from './command.ts';
import { type BenchBrowser, BenchFault, type Job } from './job.ts';
import { type LiveFigure, type LiveSettings, messageOf, repeat } from './live.ts';
import { cacheOf, diglot } from './own-tools.ts';
import { type EditedPiece, shortPiece } from './piece.ts';
import type { Memory } from './process-tree.ts';
import { until } from './until.ts';

/** Between two edits, in ms: what the last one set going has come to rest. */
const pause = 300;

/** Words that no other measurement has left in the cache. */
const firstWord = 2000;

const address = /http:\/\/(?:127\.0\.0\.1|localhost):\d+[\w./?=&%#-]*/;

/** `preview`: from the save of a piece to its new word on the page that a browser shows. */
export async function measureScreen(job: Job, settings: LiveSettings): Promise<LiveFigure> {
	const limit = 2 * job.limit;
	const running = start(previewCommand(job, settings.node), { ...settings, limit, memory: true });
	const measured: { edits: readonly number[]; peak?: Memory } = { edits: [] };
	let browser: Browser | undefined;
	let piece: EditedPiece | undefined;
	const figure = (fault?: string): LiveFigure => ({
		measure: 'screen',
		times: job.times,
		...measured,
		...(fault === undefined ? {} : { fault }),
	});
	try {
		const wait = { running, limit: job.limit, now: settings.now };
		const url = await until(() => address.exec(running.output())?.[0], { ...wait, what: 'an address' });
		piece = await shortPiece(job.copies, job.lang);
		browser = await openBrowser(job.browser);
		const page = await openPage(browser, url);
		await turnTo(page, piece, job.limit);
		const save = editor(page, piece, job.limit, settings);
		// The first edit fills memories, and the looking for memory ends with it.
		await save(firstWord);
		const peak = running.peak();
		if (peak) measured.peak = peak;
		measured.edits = await repeat(settings, (index) => save(firstWord + 1 + index));
		settings.say(`×${job.times} screen: ${measured.edits.map(Math.round).join(', ')} ms`);
		return figure();
	} catch (error) {
		return figure(messageOf(error));
	} finally {
		await browser?.close().catch(() => {});
		await running.stop();
		await piece?.restore();
	}
}

export function previewCommand(job: Job, node: string): CommandLine {
	const options = ['--no-open', '--port', '0', '--cache', cacheOf(job)];
	return diglot(node, job, 'preview', ['preview', ...options]);
}

/** Saves the piece with another word and waits until that word can be seen. */
function editor(page: Page, piece: EditedPiece, limit: number, { now }: LiveSettings) {
	return async (index: number): Promise<number> => {
		await delay(pause);
		const { text, mark } = piece.withWord(index);
		const seeing = see(page, mark, limit, now);
		const begin = now();
		writeFileSync(piece.file, text);
		return (await seeing) - begin;
	};
}

async function openBrowser({ executable, switches, env }: BenchBrowser): Promise<Browser> {
	return await puppeteer.launch({
		executablePath: executable,
		args: [...switches],
		headless: 'shell',
		pipe: true,
		protocolTimeout: 0,
		env: { ...env },
		handleSIGINT: false,
		handleSIGTERM: false,
		handleSIGHUP: false,
	});
}

async function openPage(browser: Browser, url: string): Promise<Page> {
	const page = await browser.newPage();
	await page.setViewport({ width: 1600, height: 1200 });
	const script = await readFile(fileURLToPath(new URL('./in-page.js', import.meta.url)), 'utf8');
	await page.evaluateOnNewDocument(script);
	await page.goto(url, { waitUntil: 'domcontentloaded' });
	return page;
}

/** Follows the entry of the contents to the piece. */
async function turnTo(page: Page, piece: EditedPiece, limit: number): Promise<void> {
	const found = await ask(
		page,
		`turnTo(${JSON.stringify(piece.title)},${JSON.stringify(piece.opening)},${limit})`,
	);
	if (found !== true) throw new BenchFault('the page does not show the piece when its title is clicked');
}

async function see(page: Page, mark: string, limit: number, now: () => number): Promise<number> {
	const found = await ask(page, `see(${JSON.stringify(mark)},${limit})`);
	if (found !== true) throw new BenchFault(`the new word did not come in ${Math.round(limit / 1000)} s`);
	return now();
}

/** Asks once more where the page was loaded anew in between. */
async function ask(page: Page, question: string): Promise<unknown> {
	for (let tries = 0; ; tries++) {
		try {
			return await page.evaluate(`diglotBench.${question}`);
		} catch (error) {
			if (tries === 3 || !/context|detached|diglotBench/i.test(messageOf(error))) throw error;
			await delay(1);
		}
	}
}
