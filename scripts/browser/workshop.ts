import { rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import type { Browser, CDPSession, LaunchOptions, Page } from 'puppeteer';
import type { Resource, Tab, TabOptions, Workshop } from '../model/index.ts';
import { BrowserError, type FoundBrowser } from './find-browser.ts';
import { makeProfile, sweepProfiles } from './profile.ts';

export interface LaunchSettings {
	readonly found: FoundBrowser;
	/** Root has no sandbox to offer. */
	readonly sandbox: boolean;
	readonly environment: Readonly<Record<string, string | undefined>>;
}

/** No such host exists (RFC 2606), and the tab answers every request itself. */
const origin = 'http://diglot.invalid';

/** One answer instead of a stream of pieces: a part of a book is small. */
const printSettings = {
	preferCSSPageSize: true,
	printBackground: true,
	generateTaggedPDF: true,
	transferMode: 'ReturnAsBase64',
} as const;

/** Text that is measured, printed or pictured before its face is there has another size and another look. */
const loadFaces =
	'Promise.all(Array.from(document.fonts, (face) => face.load())).then(() => document.fonts.ready).then(() => true)';

const switches = [
	// The same glyph positions on every machine, whatever its screen.
	'--font-render-hinting=none',
	'--force-color-profile=srgb',
	'--disable-lcd-text',
	'--hide-scrollbars',
	// A tab that nobody looks at must work as fast as one in front.
	'--disable-background-timer-throttling',
	'--disable-backgrounding-occluded-windows',
	'--disable-renderer-backgrounding',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--disable-quic',
	'--no-first-run',
	'--no-default-browser-check',
];

/** A browser that does not close within so many ms is ended. */
const closeLimit = 3000;

/**
 * Starts the browser. It ends with this program even where that is killed: it reads its orders from a pipe, and ends
 * when the pipe does. The folder that it would leave behind then is cleared away by the next start.
 * @throws BrowserError where it does not start
 */
export async function openWorkshop(settings: LaunchSettings): Promise<Workshop> {
	const sweeping = sweepProfiles(tmpdir(), hostname(), process.getuid?.());
	const profile = await makeProfile(tmpdir(), { host: hostname(), pid: process.pid });
	const discard = async () => {
		await sweeping;
		await rm(profile, { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
	};
	try {
		const browser = await launch(settings, profile);
		// Puppeteer stops listening to its pipes when it closes them; that they break then must not end this program.
		for (const pipe of browser.process()?.stdio ?? []) pipe?.on('error', () => {});
		return {
			openTab: (options) => openTab(browser, options),
			isOpen: () => browser.connected,
			close: () => closeBrowser(browser).finally(discard),
		};
	} catch (error) {
		await discard();
		throw error;
	}
}

async function closeBrowser(browser: Browser): Promise<void> {
	const child = browser.process();
	const limit = setTimeout(() => {
		// It heads a process group of its own, but on Windows.
		if (child?.pid === undefined || process.platform === 'win32') child?.kill('SIGKILL');
		else if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL');
	}, closeLimit);
	await browser.close().finally(() => clearTimeout(limit));
}

async function launch({ found, sandbox, environment }: LaunchSettings, profile: string): Promise<Browser> {
	const options: LaunchOptions = {
		executablePath: found.executable,
		headless: 'shell',
		pipe: true,
		userDataDir: profile,
		args: sandbox ? switches : [...switches, '--no-sandbox'],
		env: environment,
		// A page of a thousand tables may take minutes; each unit has a limit of its own.
		protocolTimeout: 0,
		handleSIGINT: false,
		handleSIGTERM: false,
		handleSIGHUP: false,
	};
	const { default: puppeteer } = await import('puppeteer');
	try {
		return await puppeteer.launch(options);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		if (found.libraries === undefined || !reason.includes('shared libraries')) throw refusal(found, reason);
		const libraries = [found.libraries, environment.LD_LIBRARY_PATH].filter(Boolean).join(':');
		return await puppeteer
			.launch({ ...options, env: { ...environment, LD_LIBRARY_PATH: libraries } })
			.catch((again: Error) => {
				throw refusal(found, again.message);
			});
	}
}

function refusal(found: FoundBrowser, reason: string): BrowserError {
	const advice = reason.includes('sandbox')
		? ' The system does not let it build a sandbox: allow unprivileged user namespaces, or name another browser with --browser.'
		: ' Name another browser with --browser.';
	return new BrowserError(
		`The browser ${found.executable} does not start: ${reason.split('\n')[0]}.${advice}`,
	);
}

async function openTab(browser: Browser, options: TabOptions): Promise<Tab> {
	const page = await browser.newPage();
	const crash = watchForCrash(page);
	const missing: string[] = [];
	const session = await page.createCDPSession();
	// Sent in one go: each answer costs a round trip, and there are many tabs' worth of them at the start.
	const source = (options.scripts ?? []).join(';\n');
	const prepared = Promise.all([
		options.viewport ? page.setViewport({ ...options.viewport, deviceScaleFactor: 1 }) : undefined,
		session.send('Page.enable'),
		session.send('Page.addScriptToEvaluateOnNewDocument', { source }),
	]);
	const [html, resources] = await Promise.all([options.html, options.resources, prepared]);
	const document: Resource = { type: 'text/html;charset=utf-8', read: () => Buffer.from(html) };
	const find = (path: string) => (path === '/' ? document : resources.get(path));
	await answerRequests(session, find, missing);
	await crash.or(page.goto(`${origin}/`, { waitUntil: 'load' }));
	await crash.or(page.evaluate(loadFaces));
	return {
		call: (name, argument) => crash.or(call(page, name, argument)),
		missing: () => missing,
		pdf: async () => {
			const { data } = await crash.or(session.send('Page.printToPDF', printSettings));
			return Buffer.from(data, 'base64');
		},
		screenshot: async ({ width, height }, scale) =>
			await crash.or(page.screenshot({ type: 'png', clip: { x: 0, y: 0, width, height, scale } })),
		close: () =>
			page.close().catch((error) => {
				// One that crashed may be gone.
				if (!crash.happened()) throw error;
			}),
	};
}

/** What is asked of a tab that crashed is never answered: fails whatever waits then. */
function watchForCrash(page: Page) {
	let crashed = false;
	const waiting = new Set<(reason: Error) => void>();
	page.once('error', () => {
		crashed = true;
		for (const reject of waiting) reject(new BrowserError('A tab of the browser broke down.'));
	});
	// Not a race against one promise for all: that would hold every answer as long as the tab lives.
	const or = <T>(answer: Promise<T>) =>
		new Promise<T>((resolve, reject) => {
			waiting.add(reject);
			answer.finally(() => waiting.delete(reject)).then(resolve, reject);
		});
	return { or, happened: () => crashed };
}

function call(page: Page, name: string, argument: unknown): Promise<unknown> {
	// Text, not a function: TypeScript runners rewrite functions, and the rewritten ones break in the page.
	return page.evaluate(`diglot[${JSON.stringify(name)}](${JSON.stringify(argument)})`);
}

/** Answers whatever the tab asks for from memory; what is not there is refused and remembered. */
async function answerRequests(
	session: CDPSession,
	find: (path: string) => Resource | undefined,
	missing: string[],
): Promise<void> {
	session.on('Fetch.requestPaused', ({ requestId, request }) => {
		const url = new URL(request.url);
		const resource = url.origin === origin ? find(decodeURIComponent(url.pathname)) : undefined;
		if (resource === undefined) missing.push(url.href);
		answer(session, requestId, resource).catch(() => {
			// The tab was closed while it was loading; whoever closed it knows why.
		});
	});
	await session.send('Fetch.enable');
}

async function answer(session: CDPSession, requestId: string, resource: Resource | undefined): Promise<void> {
	if (resource === undefined) {
		await session.send('Fetch.failRequest', { requestId, errorReason: 'AccessDenied' });
		return;
	}
	const bytes = await resource.read();
	const responseHeaders = [{ name: 'Content-Type', value: resource.type }];
	const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
	await session.send('Fetch.fulfillRequest', { requestId, responseCode: 200, responseHeaders, body });
}
