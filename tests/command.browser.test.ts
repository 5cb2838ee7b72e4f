import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { all, first, readEpub, textOf } from './package/read-epub.ts';
import { processesWith, runCommand, startCommand } from './support/command.ts';
import { temporaryFolder } from './support/folder.ts';
import { readPdf } from './support/read-pdf.ts';
import { manuscripts, root } from './support/world.ts';

const book = manuscripts.fixture;
const names = ['fixture-book.en.epub', 'fixture-book.en.pdf', 'fixture-book.zh.epub', 'fixture-book.zh.pdf'];

/** What goes with the books. */
const lists = ['SHA256SUMS', 'catalog.json', 'fixture-book.en.cover', 'onix.xml'];

/** Names of files, a cover without its kind of picture. */
function withoutKind(names: readonly string[]): readonly string[] {
	return names.map((name) => name.replace(/(\.cover)\.(?:png|jpg)$/, '$1')).sort();
}

// What is in /proc is known on Linux alone.
const onLinux = test.skipIf(process.platform !== 'linux');

const english = (out: string, ...rest: readonly string[]) => [
	'build',
	'--manuscript',
	book,
	'--out',
	out,
	'--edition',
	'en',
	...rest,
];

/** A copy of the fixture book; the text is added to its preface. */
async function copyBook(text = ''): Promise<string> {
	const folder = join(await temporaryFolder(), 'book');
	await cp(book, folder, { recursive: true });
	const file = join(folder, 'front/preface.en.md');
	await writeFile(file, `${await readFile(file, 'utf8')}${text}`);
	return folder;
}

/** A copy of the fixture book whose preface links to nothing. */
function faultyBook(): Promise<string> {
	return copyBook('\nSee [nowhere](nowhere.md).\n');
}

test('build writes every edition and format and shows them in a table', async () => {
	const out = join(await temporaryFolder(), 'deep/out');
	const { code, stdout, stderr } = await runCommand(['build', '--manuscript', book, '--out', out]);
	expect(code).toBe(0);
	const written = [...names, ...lists, 'fixture-book.zh.cover'].sort();
	expect(withoutKind(await readdir(out))).toEqual(written);
	const rows = stdout.trim().split('\n');
	expect(rows).toHaveLength(6);
	expect(rows[0]).toMatch(/^artifact +pages +size +time$/);
	for (const name of names)
		expect(stdout).toMatch(new RegExp(`${name}  .*\\d+ kB(?: of 650 MB)? +\\d+\\.\\d s$`, 'm'));
	expect(stdout).toMatch(/fixture-book\.zh\.pdf +\d+ /);
	expect(stderr.split('\n')).toEqual(
		expect.arrayContaining(['reading', 'zh fonts', 'zh pages', 'zh outputs', 'en outputs']),
	);
	// Nobody looks on: nothing is drawn over, nothing coloured.
	expect(stdout + stderr).not.toContain('\u001b');
	expect(stdout + stderr).not.toContain('\r');
});

test('NO_COLOR leaves no escape codes either', async () => {
	const { stdout, stderr } = await runCommand(['check', '--manuscript', book], { NO_COLOR: '1' });
	expect(stderr).toContain('reading');
	expect(stdout + stderr).not.toContain('\u001b');
});

test('--json prints one report and nothing else', async () => {
	const out = await temporaryFolder();
	const { code, stdout, stderr } = await runCommand(english(out, '--json', '--no-cache'));
	expect(code).toBe(0);
	expect(stderr).toBe('');
	const report = JSON.parse(stdout);
	expect(Object.keys(report)).toEqual([
		'artifacts',
		'listings',
		'diagnostics',
		'timings',
		'pagination',
		'printing',
	]);
	const sizes = await Promise.all(
		['pdf', 'epub'].map(async (ending) => (await readFile(join(out, `fixture-book.en.${ending}`))).length),
	);
	const path = (ending: string) => expect.stringMatching(new RegExp(`fixture-book\\.en\\.${ending}$`));
	expect(report.artifacts).toEqual([
		{ path: path('pdf'), edition: 'en', format: 'screen', bytes: sizes[0], pages: expect.any(Number) },
		{
			path: path('epub'),
			edition: 'en',
			format: 'epub',
			bytes: sizes[1],
			profile: 'generic',
			limit: { bytes: 650_000_000, shop: 'Kindle Direct Publishing' },
		},
	]);
	expect(withoutKind(report.listings.map((one: { path: string }) => basename(one.path)))).toEqual(lists);
	expect(report.diagnostics).toEqual([]);
	const { pages } = report.artifacts[0];
	expect(report.pagination).toEqual({ units: 15, cached: 0, pages, laid: expect.any(Number) });
	// Blank pages are not laid out, pages with notes may be more than once.
	expect(report.pagination.laid).toBeGreaterThan(pages / 2);
	expect(report.printing).toEqual({ parts: expect.any(Number), cached: 0 });
	expect(report.printing.parts).toBeGreaterThan(1);
	expect(Object.keys(report.timings)).toEqual(
		expect.arrayContaining(['load', 'compile', 'compose', 'fonts', 'paginate', 'print', 'package', 'write']),
	);
	for (const time of Object.values(report.timings)) expect(time).toBeGreaterThanOrEqual(0);
});

/** Builds the English PDF of a book, and tells what its report says of the cache. */
async function buildPdf(manuscript: string, ...rest: readonly string[]) {
	const out = await temporaryFolder();
	const args = ['build', '--manuscript', manuscript, '--out', out, '--edition', 'en', '--format', 'screen'];
	const { code, stdout, stderr } = await runCommand([...args, '--json', ...rest]);
	expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
	const { pagination, printing, diagnostics } = JSON.parse(stdout);
	const bytes = await readFile(join(out, 'fixture-book.en.pdf'));
	return { pagination, printing, diagnostics, bytes };
}

test('a run takes from the cache what an earlier one made, and the file is the same', async () => {
	const cache = join(await temporaryFolder(), 'deep/cache');
	const book = await copyBook();
	const first = await buildPdf(book, '--cache', cache);
	expect(first).toMatchObject({ pagination: { cached: 0 }, printing: { cached: 0 }, diagnostics: [] });
	expect(await readdir(cache)).not.toEqual([]);
	const again = await buildPdf(book, '--cache', cache);
	const { units, pages } = first.pagination;
	expect(again.pagination).toEqual({ units, cached: units, pages, laid: 0 });
	expect(again.printing).toEqual({ parts: first.printing.parts, cached: first.printing.parts });
	expect(again.bytes.equals(first.bytes)).toBe(true);

	const preface = join(book, 'front/preface.en.md');
	await writeFile(preface, `${await readFile(preface, 'utf8')}\nQuartz, vexed: 87 %!\n`);
	const edited = await buildPdf(book, '--cache', cache);
	expect(edited.pagination).toMatchObject({ units, cached: units - 1 });
	expect(edited.printing.cached).toBeGreaterThan(0);
	expect(edited.printing.cached).toBeLessThan(edited.printing.parts);
	const anew = await buildPdf(book, '--no-cache');
	expect(anew).toMatchObject({ pagination: { cached: 0 }, printing: { cached: 0 } });
	expect(edited.bytes.equals(anew.bytes)).toBe(true);
});

test('a cache that cannot be written or was tampered with is told of, and the file is the same', async () => {
	const [folder, cache] = [await temporaryFolder(), join(await temporaryFolder(), 'cache')];
	const blocked = join(folder, 'file');
	await writeFile(blocked, 'mine');
	const first = await buildPdf(book, '--cache', cache);
	const without = await buildPdf(book, '--cache', blocked);
	expect(without.diagnostics).toMatchObject([{ severity: 'info', rule: 'cache-unwritable', file: blocked }]);
	expect(await readFile(blocked, 'utf8')).toBe('mine');
	expect(without.bytes.equals(first.bytes)).toBe(true);

	for (const name of await readdir(cache, { recursive: true })) {
		const file = join(cache, name);
		if (!name.includes('content') || !(await stat(file)).isFile()) continue;
		const bytes = await readFile(file);
		bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
		await writeFile(file, bytes);
	}
	const mended = await buildPdf(book, '--cache', cache);
	expect(mended).toMatchObject({ pagination: { cached: 0 }, printing: { cached: 0 } });
	expect(mended.diagnostics).toMatchObject([{ severity: 'info', rule: 'cache-damaged', file: cache }]);
	expect(mended.bytes.equals(first.bytes)).toBe(true);
	const last = await buildPdf(book, '--cache', cache);
	expect(last).toMatchObject({ pagination: { laid: 0 }, diagnostics: [] });
});

test('--no-cache neither asks nor fills a cache, and excludes --cache', async () => {
	const usual = join(root, 'node_modules/.cache/diglot/units');
	const before = await readdir(usual, { recursive: true }).catch(() => []);
	await buildPdf(await copyBook('\nNobody wrote this before.\n'), '--no-cache');
	expect(await readdir(usual, { recursive: true }).catch(() => [])).toEqual(before);
	const both = await runCommand(['build', '--no-cache', '--cache', 'x']);
	expect(both.code).toBe(2);
	expect(both.stderr).toContain('exclude each other');
});

test('--trace writes when each stage, unit and part was made', async () => {
	const trace = join(await temporaryFolder(), 'trace.json');
	await buildPdf(book, '--no-cache', '--trace', trace);
	const { traceEvents } = JSON.parse(await readFile(trace, 'utf8')) as {
		traceEvents: {
			name: string;
			cat: string;
			ph: string;
			ts: number;
			dur: number;
			pid: number;
			tid: number;
		}[];
	};
	const named = (kind: string) => traceEvents.filter(({ cat }) => cat === kind).map(({ name }) => name);
	expect(named('stage')).toEqual(
		expect.arrayContaining(['load', 'compile', 'compose', 'fonts', 'browser', 'paginate', 'print', 'write']),
	);
	const details = named('detail');
	expect(details.filter((name) => name.startsWith('lay out en-'))).toHaveLength(15);
	expect(details).toContain('lay out en-front-preface');
	for (const step of [/^print /, /^read /, /^join /]) {
		expect(details.filter((name) => step.test(name)).length, `${step}`).toBeGreaterThan(0);
	}
	const paginate = traceEvents.find(({ name }) => name === 'paginate');
	const stageEnd = (paginate?.ts ?? 0) + (paginate?.dur ?? 0);
	for (const { name, ph, ts, dur } of traceEvents) {
		expect(ph).toBe('X');
		expect(dur).toBeGreaterThanOrEqual(0);
		if (!name.startsWith('lay out')) continue;
		expect(ts).toBeGreaterThanOrEqual(paginate?.ts ?? Number.POSITIVE_INFINITY);
		expect(ts + dur).toBeLessThanOrEqual(stageEnd + 1);
	}
});

test('check needs no browser', async () => {
	const { code, stderr } = await runCommand(['check', '--manuscript', book], {
		DIGLOT_BROWSER: '/nonexistent',
	});
	expect(code).toBe(0);
	expect(stderr).not.toMatch(/browser|error/);
});

test('a manuscript with errors writes nothing, and old files stay as they are', async () => {
	const [manuscript, out] = [await faultyBook(), await temporaryFolder()];
	await writeFile(join(out, 'fixture-book.en.pdf'), 'old');
	// No browser is looked for either: one that is not there would be the fault that is told.
	const env = { DIGLOT_BROWSER: '/nonexistent' };
	const built = await runCommand(['build', '--manuscript', manuscript, '--out', out], env);
	expect(built).toMatchObject({ code: 1, stdout: '' });
	expect(built.stderr).toMatch(/^front\/preface\.en\.md:\d+:\d+ error link-broken .*nowhere/m);
	expect(built.stderr).toMatch(/^1 error$/m);
	expect(await readdir(out)).toEqual(['fixture-book.en.pdf']);
	expect(await readFile(join(out, 'fixture-book.en.pdf'), 'utf8')).toBe('old');

	const checked = await runCommand(['check', '--manuscript', manuscript, '--json']);
	expect(checked.code).toBe(1);
	expect(JSON.parse(checked.stdout)).toMatchObject({
		artifacts: [],
		diagnostics: [
			{
				file: 'front/preface.en.md',
				line: expect.any(Number),
				column: expect.any(Number),
				severity: 'error',
				rule: 'link-broken',
				message: expect.stringContaining('nowhere'),
				hint: expect.any(String),
			},
		],
	});
});

test.each([
	['is not there', '/nonexistent', /^diglot: There is no browser at \/nonexistent\..*--browser/m],
	['cannot be run', join(book, 'book.yaml'), /^diglot: There is no browser at .*book\.yaml\..*--browser/m],
	['does not start', '/bin/false', /^diglot: The browser \/bin\/false does not start: .*--browser/m],
])('a browser that %s is told with what to do', async (_name, browser, said) => {
	const out = join(await temporaryFolder(), 'out');
	for (const chosen of [{ args: ['--browser', browser] }, { env: { DIGLOT_BROWSER: browser } }]) {
		const { code, stdout, stderr } = await runCommand(english(out, ...(chosen.args ?? [])), chosen.env);
		expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
		expect(stderr).toMatch(said);
		expect(stderr).not.toMatch(/^ +at /m);
	}
	await expect(readdir(out)).rejects.toThrow('ENOENT');
});

test.each([
	['an unknown command', ['bulid'], 'no command "bulid"'],
	['an unknown flag', ['build', '--colour'], '--colour'],
	['a flag of another command', ['check', '--out', 'x'], '--out'],
	['a format that there is not', ['build', '--format', 'docx'], 'not "docx"'],
	['an edition that there is not', ['build', '--manuscript', book, '--edition', 'fr'], 'no edition "fr"'],
	['a number of jobs that is none', ['build', '--jobs', '0'], '--jobs'],
])('%s is wrong usage', async (_name, args, said) => {
	const { code, stdout, stderr } = await runCommand([...args], { DIGLOT_BROWSER: '/nonexistent' });
	expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
	expect(stderr).toContain(said);
});

test('an epoch that is no number is wrong usage', async () => {
	const { code, stderr } = await runCommand(['check', '--manuscript', book], { SOURCE_DATE_EPOCH: 'today' });
	expect(code).toBe(2);
	expect(stderr).toContain('SOURCE_DATE_EPOCH');
});

onLinux.each(['reading', 'zh fonts', 'zh pages', 'zh outputs', 'en pages', 'en outputs'])(
	'an interrupt while it says "%s" leaves nothing behind',
	async (stage) => {
		const folder = await temporaryFolder();
		const [out, temporary] = [join(folder, 'out'), join(folder, 'tmp')];
		await mkdir(out);
		await mkdir(temporary);
		await writeFile(join(out, 'fixture-book.zh.pdf'), 'old');
		// The browser inherits this, and lays its profile there.
		const { pid, says, finished } = startCommand(['build', '--manuscript', book, '--out', out], {
			TMPDIR: temporary,
		});
		await says(`${stage}\n`);
		expect(processesWith(temporary)).not.toEqual([]);
		// Ctrl-C reaches the whole group.
		process.kill(-pid, 'SIGINT');
		const { code, stdout, stderr } = await finished;
		expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
		expect(stderr).not.toContain('diglot:');
		expect(await readdir(out)).toEqual(['fixture-book.zh.pdf']);
		expect(await readFile(join(out, 'fixture-book.zh.pdf'), 'utf8')).toBe('old');
		await expect.poll(() => processesWith(temporary), { timeout: 5000 }).toEqual([]);
	},
);

test('two builds into one folder do not disturb each other', async () => {
	const out = await temporaryFolder();
	const both = await Promise.all([runCommand(english(out)), runCommand(english(out))]);
	expect(both.map(({ code }) => code)).toEqual([0, 0]);
	expect(withoutKind(await readdir(out))).toEqual(
		[...lists, 'fixture-book.en.epub', 'fixture-book.en.pdf'].sort(),
	);
});

test('a file where the output folder should be is told by name', async () => {
	const folder = await temporaryFolder();
	const file = join(folder, 'out');
	await writeFile(file, 'mine');
	for (const out of [file, join(file, 'deeper')]) {
		const { code, stdout, stderr } = await runCommand(english(out, '--format', 'epub'));
		expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
		expect(stderr).toMatch(new RegExp(`^diglot: .*cannot.*${out}`, 'mi'));
	}
	expect(await readFile(file, 'utf8')).toBe('mine');
});

test('a folder where an output should be is told by name, and nothing is written', async () => {
	const out = await temporaryFolder();
	await mkdir(join(out, 'fixture-book.en.epub'));
	const { code, stderr } = await runCommand(english(out));
	expect(code).toBe(3);
	expect(stderr).toMatch(/^diglot: .*fixture-book\.en\.epub is a folder/m);
	expect(await readdir(out)).toEqual(['fixture-book.en.epub']);
});

test('dates come from book.yaml or SOURCE_DATE_EPOCH, never from the clock', async () => {
	const [one, two, three] = [await temporaryFolder(), await temporaryFolder(), await temporaryFolder()];
	await runCommand(english(one), { TZ: 'Asia/Shanghai' });
	await runCommand(english(two), { TZ: 'America/Lima' });
	await runCommand(english(three), { SOURCE_DATE_EPOCH: '1600000000' });
	const read = (out: string, ending: string) => readFile(join(out, `fixture-book.en.${ending}`));
	for (const ending of ['pdf', 'epub']) {
		expect(Buffer.compare(await read(one, ending), await read(two, ending)), ending).toBe(0);
	}
	expect(await datesOf(one, read)).toEqual({
		created: 'D:20240301000000Z',
		changed: 'D:20240301000000Z',
		modified: '2024-03-01T00:00:00Z',
		published: '2024-03',
	});
	expect(await datesOf(three, read)).toEqual({
		created: 'D:20200913122640Z',
		changed: 'D:20200913122640Z',
		modified: '2020-09-13T12:26:40Z',
		published: '2024-03',
	});
});

async function datesOf(out: string, read: (out: string, ending: string) => Promise<Buffer>) {
	const { info } = await readPdf(await read(out, 'pdf'));
	const opf = readEpub(await read(out, 'epub')).xml('content.opf');
	const modified = all(opf, 'meta').find(({ attributes }) => attributes.property === 'dcterms:modified');
	return {
		created: info.CreationDate,
		changed: info.ModDate,
		modified: modified && textOf(modified),
		published: textOf(first(opf, 'dc:date')),
	};
}
