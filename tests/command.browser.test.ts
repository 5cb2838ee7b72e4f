import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { all, first, readEpub, textOf } from './package/read-epub.ts';
import { processesWith, runCommand, startCommand } from './support/command.ts';
import { temporaryFolder } from './support/folder.ts';
import { readPdf } from './support/read-pdf.ts';
import { manuscripts } from './support/world.ts';

const book = manuscripts.fixture;
const names = ['fixture-book.en.epub', 'fixture-book.en.pdf', 'fixture-book.zh.epub', 'fixture-book.zh.pdf'];

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

/** A copy of the fixture book whose preface links to nothing. */
async function faultyBook(): Promise<string> {
	const folder = join(await temporaryFolder(), 'book');
	await cp(book, folder, { recursive: true });
	const file = join(folder, 'front/preface.en.md');
	await writeFile(file, `${await readFile(file, 'utf8')}\nSee [nowhere](nowhere.md).\n`);
	return folder;
}

test('build writes every edition and format and shows them in a table', async () => {
	const out = join(await temporaryFolder(), 'deep/out');
	const { code, stdout, stderr } = await runCommand(['build', '--manuscript', book, '--out', out]);
	expect(code).toBe(0);
	expect((await readdir(out)).sort()).toEqual(names);
	const rows = stdout.trim().split('\n');
	expect(rows).toHaveLength(5);
	expect(rows[0]).toMatch(/^artifact +pages +size +time$/);
	for (const name of names) expect(stdout).toMatch(new RegExp(`${name}  .*\\d+ kB +\\d+\\.\\d s$`, 'm'));
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
	const { code, stdout, stderr } = await runCommand(english(out, '--json'));
	expect(code).toBe(0);
	expect(stderr).toBe('');
	const report = JSON.parse(stdout);
	expect(Object.keys(report)).toEqual(['artifacts', 'diagnostics', 'timings', 'pagination']);
	const sizes = await Promise.all(
		['pdf', 'epub'].map(async (ending) => (await readFile(join(out, `fixture-book.en.${ending}`))).length),
	);
	const path = (ending: string) => expect.stringMatching(new RegExp(`fixture-book\\.en\\.${ending}$`));
	expect(report.artifacts).toEqual([
		{ path: path('pdf'), edition: 'en', format: 'screen', bytes: sizes[0], pages: expect.any(Number) },
		{ path: path('epub'), edition: 'en', format: 'epub', bytes: sizes[1] },
	]);
	expect(report.diagnostics).toEqual([]);
	expect(report.pagination.pages).toBe(report.artifacts[0].pages);
	expect(Object.keys(report.timings)).toEqual(
		expect.arrayContaining(['load', 'compile', 'compose', 'fonts', 'paginate', 'print', 'package', 'write']),
	);
	for (const time of Object.values(report.timings)) expect(time).toBeGreaterThanOrEqual(0);
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
	['an edition that there is not', ['build', '--manuscript', book, '--edition', 'fr'], 'no language "fr"'],
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
	expect((await readdir(out)).sort()).toEqual(['fixture-book.en.epub', 'fixture-book.en.pdf']);
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
