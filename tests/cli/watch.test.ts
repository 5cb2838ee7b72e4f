import { expect, test } from 'vitest';
import { type BuildOutcome, formatOutcome, runWatch } from '../../scripts/cli/watch.ts';
import type { Artifact } from '../../scripts/model/index.ts';
import { createRebuilder } from '../../scripts/watch/index.ts';
import { createReport } from '../support/report.ts';

const bytes = new Uint8Array(1000);
const zh: readonly Artifact[] = [
	{ name: 'r.zh.pdf', edition: 'zh', format: 'screen', bytes, time: 300, pages: 82, units: 1 },
	{ name: 'r.zh.epub', edition: 'zh', format: 'epub', bytes, time: 310 },
];
const en: Artifact = { ...(zh[0] as Artifact), name: 'r.en.pdf', edition: 'en', pages: 1, units: 12 };

function outcome(artifacts: readonly Artifact[], rest: Partial<BuildOutcome> = {}): BuildOutcome {
	const paths = artifacts.map(({ name }) => `dist/${name}`);
	return { artifacts, listings: [], paths, report: createReport(), timings: {}, time: 312, ...rest };
}

function faulty(...files: readonly string[]): BuildOutcome {
	const report = createReport();
	report.add('piece-unlisted', 'not listed', 'notes.md');
	for (const file of files) report.add('link-broken', 'no such piece', { file, line: 4, column: 2 });
	return outcome([], { report });
}

test('a build is told in a line', () => {
	expect(formatOutcome(outcome(zh))).toBe('zh 82 pages, 1 unit laid out, 0.31 s');
	expect(formatOutcome(outcome([...zh, en]))).toBe(
		'zh 82 pages, 1 unit laid out; en 1 page, 12 units laid out; 0.31 s',
	);
	expect(formatOutcome(outcome(zh.slice(1)))).toBe('zh epub, 0.31 s');
	expect(formatOutcome(faulty('a.md', 'b.md'))).toBe('2 errors, the outputs stay as they were, 0.31 s');
	expect(formatOutcome(outcome([], { error: 'the disk is full' }))).toBe('failed: the disk is full');
});

/** Runs the watch over outcomes: the next one is built when something changes. */
function start(outcomes: readonly BuildOutcome[], json = false) {
	const state = { out: '', err: '', closed: 0, ending: false, builds: 0 };
	let change = () => {};
	const ended = runWatch({
		target: {
			build: async () => {
				const next = outcomes[state.builds++];
				if (!next) throw new Error('no more outcomes');
				return next;
			},
		},
		createRebuilder,
		watch: (onChange) => {
			change = onChange;
			return {
				close: async () => {
					state.closed++;
				},
			};
		},
		json,
		stdout: { write: (text) => (state.out += text) },
		stderr: { write: (text) => (state.err += text) },
		clock: () => new Date(2024, 0, 31, 4, 3, 21),
		isEnding: () => state.ending,
	});
	ended.catch(() => {});
	const built = async (count: number) => {
		await expect.poll(() => state.builds).toBe(count);
		await new Promise((done) => setTimeout(done, 1));
	};
	return { state, ended, change: () => change(), built };
}

test('the first build is told as ever, each later one in a line', async () => {
	const { state, change, built } = start([outcome(zh), outcome(zh)]);
	await built(1);
	expect(state.out).toMatch(/^artifact .*\ndist\/r\.zh\.pdf +82 /);
	expect(state.err).toBe('04:03:21 watching for changes; Ctrl-C ends\n');
	const first = state.out;
	change();
	await built(2);
	expect(state.out).toBe(first);
	expect(state.err.split('\n')[1]).toBe('04:03:21 zh 82 pages, 1 unit laid out, 0.31 s');
});

test('errors are told each time, warnings when they are new', async () => {
	const { state, change, built } = start([faulty(), faulty('a.md'), faulty('a.md'), outcome(zh), faulty()]);
	const news = async (count: number) => {
		state.err = '';
		if (count > 1) change();
		await built(count);
		return state.err.match(/^\S+ (?:warning|error) \S+/gm) ?? [];
	};
	expect(await news(1)).toEqual(['notes.md warning piece-unlisted']);
	expect(await news(2)).toEqual(['a.md:4:2 error link-broken']);
	expect(await news(3)).toEqual(['a.md:4:2 error link-broken']);
	expect(state.err).toContain('1 error, the outputs stay as they were');
	expect(await news(4)).toEqual([]);
	expect(await news(5)).toEqual(['notes.md warning piece-unlisted']);
	// Nothing was written, and nothing said of no faults.
	expect(state.out).toBe('');
});

test('with --json each build is one line, and nothing else', async () => {
	const { state, change, built } = start([outcome(zh), faulty('a.md'), outcome([en])], true);
	for (const count of [1, 2, 3]) {
		if (count > 1) change();
		await built(count);
	}
	const lines = state.out.trimEnd().split('\n');
	expect(lines.map((line) => JSON.parse(line).artifacts.length)).toEqual([2, 0, 1]);
	expect(JSON.parse(lines[1] ?? '').diagnostics).toHaveLength(2);
	expect(state.err).toBe('');
});

test('what breaks the first build off ends the watch', async () => {
	const failure = new Error('no browser');
	const { state, ended } = start([outcome([], { error: 'no browser', failure })]);
	await expect(ended).rejects.toBe(failure);
	expect(state.closed).toBe(1);
});

test('what breaks a later build off is told, and the watch goes on', async () => {
	const { state, change, built } = start([outcome(zh), outcome([], { error: 'disk full' }), outcome(zh)]);
	await built(1);
	change();
	await built(2);
	expect(state.err).toMatch(/^04:03:21 failed: disk full$/m);
	change();
	await built(3);
	expect(state.err).toMatch(/laid out, 0\.31 s\n$/);
	expect(state.closed).toBe(0);
});

test('what is cut off by the end of the program is not told', async () => {
	const { state, change, built } = start([outcome(zh), outcome([], { error: 'Target closed' })]);
	await built(1);
	const before = { ...state };
	state.ending = true;
	change();
	await built(2);
	expect(state).toMatchObject({ out: before.out, err: before.err });
});
