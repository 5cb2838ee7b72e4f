import { createHash } from 'node:crypto';
import { appendFile, cp, mkdir, readdir, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { groupOf, processesWith, type Running, runCommand, startCommand } from './support/command.ts';
import { temporaryFolder } from './support/folder.ts';
import { readPdf } from './support/read-pdf.ts';
import { manuscripts } from './support/world.ts';

// What is in /proc is known on Linux alone.
const onLinux = test.skipIf(process.platform !== 'linux');
const within = { timeout: 60_000, interval: 20 };

interface JsonReport {
	readonly artifacts: readonly unknown[];
	readonly diagnostics: readonly { readonly file: string; readonly rule: string }[];
}

interface Watch extends Running {
	readonly book: string;
	readonly out: string;
	/** The browser's own folder lies here. */
	readonly temporary: string;
	readonly file: string;
	/** What was said since `forget` was called. */
	readonly news: () => string;
	readonly forget: () => void;
	/** Of each build. */
	readonly reports: () => readonly JsonReport[];
}

/** Watches a copy of the fixture book, and waits for the first build. */
async function startWatch(...rest: readonly string[]): Promise<Watch> {
	const folder = await temporaryFolder();
	const [book, out, temporary] = [join(folder, 'book'), join(folder, 'out'), join(folder, 'tmp')];
	await cp(manuscripts.fixture, book, { recursive: true });
	await mkdir(temporary);
	const running = startCommand([...english(book, out), '--watch', ...rest], { TMPDIR: temporary });
	let [stderr, stdout, start] = ['', '', 0];
	running.process.stderr?.on('data', (text: string) => {
		stderr += text;
	});
	running.process.stdout?.on('data', (text: string) => {
		stdout += text;
	});
	const watch = {
		...running,
		book,
		out,
		temporary,
		file: join(book, 'front/preface.en.md'),
		news: () => stderr.slice(start),
		forget: () => {
			start = stderr.length;
		},
		reports: () =>
			stdout
				.split('\n')
				.filter((line) => line !== '')
				.map((line) => JSON.parse(line)),
	};
	if (rest.includes('--json')) await expect.poll(watch.reports, within).toHaveLength(1);
	else await expect.poll(watch.news, within).toContain('watching for changes');
	watch.forget();
	return watch;
}

const english = (book: string, out: string) => [
	'build',
	'--manuscript',
	book,
	'--out',
	out,
	'--edition',
	'en',
];

/** The browser of a watch, by the folder that it was given. */
function browserOf({ temporary }: Watch): number {
	const found = processesWith(temporary).find((line) => !line.includes('start.mjs'));
	return Number(found?.split(' ')[0]);
}

type Outputs = Readonly<Record<string, string>>;

/** A digest of each output in a folder, by name. */
async function readOutputs(out: string): Promise<Outputs> {
	const digests = (await readdir(out)).sort().map(async (name) => {
		const digest = createHash('sha256').update(await readFile(join(out, name)));
		return [name, digest.digest('hex')] as const;
	});
	return Object.fromEntries(await Promise.all(digests));
}

/** Builds the book of a watch anew, with a program and a browser that know nothing of it. */
async function buildCold({ book }: Watch, ...rest: readonly string[]): Promise<Outputs> {
	const out = await temporaryFolder();
	expect(await runCommand([...english(book, out), ...rest])).toMatchObject({ code: 0 });
	return await readOutputs(out);
}

async function textOfPdf(out: string): Promise<string> {
	const { pages } = await readPdf(await readFile(join(out, 'fixture-book.en.pdf')));
	return pages.flatMap(({ runs }) => runs.map(({ text }) => text)).join('');
}

/** Nothing of a program that was ended runs on, nor does its browser. */
async function expectNothingLeft(browser: number, temporary: string): Promise<void> {
	expect(browser).toBeGreaterThan(0);
	const left = () => [...groupOf(browser).map(({ command }) => command), ...processesWith(temporary)];
	await expect.poll(left, { timeout: 5000 }).toEqual([]);
}

onLinux('a burst of 200 saves ends with the last: the outputs are those of a cold build', async () => {
	const watch = await startWatch();
	const before = await readFile(watch.file, 'utf8');
	for (let i = 1; i <= 200; i++)
		await writeFile(watch.file, `${before}\nSaved for the time ${'x'.repeat(i)}.\n`);
	await expect.poll(() => textOfPdf(watch.out), within).toContain('x'.repeat(200));
	await expect.poll(() => readOutputs(watch.out), within).toEqual(await buildCold(watch));
	// A save is no reason for a build of its own.
	const lines = watch.news().match(/^\d\d:\d\d:\d\d en \d+ pages, \d+ units? laid out, \d+\.\d\d s$/gm) ?? [];
	expect(lines.length).toBeGreaterThan(0);
	expect(lines.length).toBeLessThan(100);

	const browser = browserOf(watch);
	process.kill(-watch.pid, 'SIGINT');
	process.kill(-watch.pid, 'SIGINT');
	expect(await watch.finished).toMatchObject({ code: 130 });
	expect(watch.news()).not.toContain('diglot:');
	await expectNothingLeft(browser, watch.temporary);
	expect(await readdir(watch.temporary)).toEqual([]);
});

test('a faulty save is told with its place and leaves the last good files; the watch goes on', async () => {
	const watch = await startWatch();
	const good = await readOutputs(watch.out);
	const text = await readFile(watch.file, 'utf8');
	const line = text.trimEnd().split('\n').length + 2;
	await appendFile(watch.file, '\nSee [nowhere](nowhere.md).\n');
	await expect.poll(watch.news, within).toContain('1 error, the outputs stay as they were');
	expect(watch.news()).toMatch(new RegExp(`^front/preface\\.en\\.md:${line}:5 error link-broken`, 'm'));
	expect(await readOutputs(watch.out)).toEqual(good);

	watch.forget();
	await writeFile(watch.file, text.replace('\n---\n', '\n---\n\nA sentence that is new.\n'));
	await expect.poll(watch.news, within).toMatch(/pages, .* laid out/);
	expect(await textOfPdf(watch.out)).toContain('A sentence that is new.');
});

test('files and folders may go and come back', async () => {
	// Quicker made than pages.
	const epub = ['--format', 'epub'];
	const watch = await startWatch(...epub);
	const good = await readOutputs(watch.out);
	const config = join(watch.book, 'book.yaml');
	const yaml = await readFile(config, 'utf8');
	const piece = join(watch.book, 'chapters/risks/values.en.md');
	const source = await readFile(piece, 'utf8');
	const steps: readonly (readonly [
		what: string,
		away: () => Promise<unknown>,
		told: string,
		back: () => Promise<unknown>,
	])[] = [
		['book.yaml', () => unlink(config), 'manuscript-missing', () => writeFile(config, yaml)],
		[
			'a folder',
			() => rename(join(watch.book, 'chapters'), join(watch.book, 'parts')),
			'piece-missing',
			() => rename(join(watch.book, 'parts'), join(watch.book, 'chapters')),
		],
		[
			'the manuscript',
			() => rename(watch.book, `${watch.book}-away`),
			'manuscript-missing',
			() => rename(`${watch.book}-away`, watch.book),
		],
	];
	for (const [what, away, told, back] of steps) {
		watch.forget();
		await away();
		await expect.poll(watch.news, within).toContain('the outputs stay as they were');
		expect(watch.news(), what).toContain(told);
		expect(await readOutputs(watch.out), what).toEqual(good);
		watch.forget();
		await back();
		await expect.poll(watch.news, within).toMatch(/en epub, .* s$/m);
		expect(await readOutputs(watch.out), what).toEqual(good);
	}
	watch.forget();
	await unlink(piece);
	await expect.poll(watch.news, within).toMatch(/en epub, .* s$/m);
	expect(watch.news()).toContain('piece-language-missing');
	expect(await readOutputs(watch.out)).toEqual(await buildCold(watch, ...epub));
	await writeFile(piece, source);
	await expect.poll(() => readOutputs(watch.out), within).toEqual(good);
});

test('with --json each build is one line', async () => {
	const watch = await startWatch('--json', '--format', 'epub');
	await appendFile(watch.file, '\nSee [nowhere](nowhere.md).\n');
	await expect.poll(watch.reports, within).toHaveLength(2);
	await rm(watch.file);
	await expect.poll(watch.reports, within).toHaveLength(3);
	const [first, second, third] = watch.reports();
	expect(first).toMatchObject({ artifacts: [{ edition: 'en', format: 'epub' }] });
	expect(JSON.stringify(first)).not.toMatch(/"severity":"(?:error|warning)"/);
	expect(second).toMatchObject({ artifacts: [], diagnostics: [{ rule: 'link-broken' }] });
	// The EPUB alone also says that it has no page list.
	const missing = expect.objectContaining({ rule: 'piece-language-missing' });
	expect(third).toMatchObject({ artifacts: [{}], diagnostics: expect.arrayContaining([missing]) });
	process.kill(watch.pid, 'SIGTERM');
	expect(await watch.finished).toMatchObject({ code: 130, stderr: '' });
});

test('outputs among the sources do not make it build for ever', async () => {
	const folder = await temporaryFolder();
	const book = join(folder, 'book');
	await cp(manuscripts.fixture, book, { recursive: true });
	const {
		process: child,
		says,
		pid,
		finished,
	} = startCommand([...english(book, book), '--watch', '--format', 'epub']);
	await says('watching for changes');
	let more = '';
	child.stderr?.on('data', (text: string) => {
		more += text;
	});
	await new Promise((done) => setTimeout(done, 2500));
	expect(more).toBe('');
	process.kill(pid, 'SIGINT');
	expect(await finished).toMatchObject({ code: 130 });
});

test('what no save can mend ends the watch at once', async () => {
	const folder = await temporaryFolder();
	const watch = (...rest: string[]) =>
		runCommand([...english(manuscripts.fixture, join(folder, 'out')), '--watch', ...rest]);
	const noBrowser = await watch('--browser', '/nonexistent');
	expect(noBrowser).toMatchObject({ code: 3, stdout: '' });
	expect(noBrowser.stderr).toMatch(/^diglot: There is no browser at \/nonexistent/m);
	expect(await watch('--edition', 'fr')).toMatchObject({ code: 2, stdout: '' });
});

onLinux('a browser that breaks down is replaced, and the watch goes on', async () => {
	const watch = await startWatch();
	const broken = browserOf(watch);
	process.kill(broken, 'SIGKILL');
	await appendFile(watch.file, '\nSaved without a browser.\n');
	await expect.poll(watch.news, within).toMatch(/pages, .* laid out/);
	expect(watch.news()).toContain('diglot: the browser broke down; another one is started');
	expect(await textOfPdf(watch.out)).toContain('Saved without a browser.');
	// In the midst of a build, too.
	const next = browserOf(watch);
	expect(next).not.toBe(broken);
	watch.forget();
	await appendFile(watch.file, '\nSaved with one that broke down.\n');
	await expect
		.poll(() => groupOf(next).filter(({ command }) => command.includes('renderer')).length, within)
		.toBeGreaterThan(1);
	process.kill(next, 'SIGKILL');
	await expect.poll(watch.news, within).toMatch(/pages, .* laid out/);
	expect(await textOfPdf(watch.out)).toContain('Saved with one that broke down.');
	await expect.poll(() => groupOf(next), { timeout: 5000 }).toEqual([]);
});

onLinux.each(['SIGTERM', 'SIGHUP'] as const)(
	'%s in the midst of a build leaves nothing behind',
	async (signal) => {
		const watch = await startWatch();
		const browser = browserOf(watch);
		await appendFile(watch.file, '\nNever printed.\n');
		const tabs = () => groupOf(browser).filter(({ command }) => command.includes('renderer')).length;
		await expect.poll(tabs, within).toBeGreaterThan(1);
		process.kill(watch.pid, signal);
		expect(await watch.finished).toMatchObject({ code: 130 });
		expect(watch.news()).toBe('');
		await expectNothingLeft(browser, watch.temporary);
		expect(await readdir(watch.temporary)).toEqual([]);
		expect((await readdir(watch.out)).filter((name) => /^\./.test(name))).toEqual([]);
		expect(await readdir(watch.out)).toHaveLength(6);
	},
);

onLinux('a reader that goes away ends it', async () => {
	const watch = await startWatch('--json');
	const browser = browserOf(watch);
	watch.process.stdout?.destroy();
	await appendFile(watch.file, '\nFor nobody.\n');
	expect(await watch.finished).toMatchObject({ code: 130 });
	await expectNothingLeft(browser, watch.temporary);
});

onLinux('killed, it leaves no process behind, and the next start clears its folder away', async () => {
	const watch = await startWatch();
	const browser = browserOf(watch);
	expect(await readdir(watch.temporary)).toHaveLength(1);
	process.kill(watch.pid, 'SIGKILL');
	await watch.finished;
	await expectNothingLeft(browser, watch.temporary);
	const [profile] = await readdir(watch.temporary);
	expect(profile).toContain(`-${watch.pid}-`);
	await runCommand(english(manuscripts.fixture, watch.out), { TMPDIR: watch.temporary });
	expect(await readdir(watch.temporary)).toEqual([]);
});

onLinux.each(['en pages', 'en outputs'])(
	'a build killed while it says "%s" leaves no process behind',
	async (stage) => {
		const folder = await temporaryFolder();
		const { pid, says, finished } = startCommand(english(manuscripts.fixture, folder), { TMPDIR: folder });
		await says(`${stage}\n`);
		const found = () => processesWith(folder).find((line) => !line.includes('start.mjs'));
		await expect.poll(found, within).toBeDefined();
		const browser = Number(found()?.split(' ')[0]);
		process.kill(pid, 'SIGKILL');
		await finished;
		await expectNothingLeft(browser, folder);
	},
);
