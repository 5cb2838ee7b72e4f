import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { measureBuilds } from '../../scripts/bench/builds.ts';
import type { Tool } from '../../scripts/bench/job.ts';
import { coldTool, warmTool } from '../../scripts/bench/own-tools.ts';
import { emptyPdf } from '../support/make-pdf.ts';
import { makeJob, readOption, settings } from './support.ts';

vi.setConfig({ testTimeout: 60_000 });

const three = { ...settings, runs: 3 };

function node(name: string, code: string, given: Partial<Tool> = {}): Tool {
	return {
		name,
		command: () => ({ file: process.execPath, args: ['-e', code], env: process.env }),
		made: () => ({ file: '', pages: 10 }),
		...given,
	};
}

test('tools take turns, after a run that is not timed', async () => {
	const job = await makeJob('');
	const order: string[] = [];
	const tool = (name: string) =>
		node(name, 'setTimeout(() => {}, 100)', {
			before: async (_job, index) => void order.push(`${name}${index}`),
		});
	const figures = await measureBuilds([tool('a'), tool('b')], job, { ...three, runs: 2 });
	expect(order).toEqual(['a0', 'b0', 'a1', 'b1', 'a2', 'b2']);
	for (const figure of figures) {
		expect(figure).toMatchObject({ times: 1, pages: 10, runs: 2 });
		expect(figure.ms).toBeGreaterThanOrEqual(100);
		expect(figure.fault).toBeUndefined();
	}
});

test('a tool that fails or hangs has a fault, and the others have their figures', async () => {
	const job = await makeJob('', { limit: 1500 });
	const tools = [
		node('bad', `console.error('no such option'); process.exit(2)`),
		node('hanging', 'setInterval(() => {}, 1000)'),
		node('good', ''),
		node('unclear', '', { made: () => JSON.parse('?') }),
	];
	const [bad, hanging, good, unclear] = await measureBuilds(tools, job, { ...three, runs: 1 });
	expect(bad).toMatchObject({ runs: 0, fault: 'it ended with 2: no such option' });
	expect(hanging?.fault).toBe('not done after 2 s');
	expect(good).toMatchObject({ runs: 1, pages: 10 });
	expect(unclear?.fault).toContain('JSON');
});

test('a tool that does not tell its pages has them counted', async () => {
	const job = await makeJob('');
	const file = join(job.work, 'five.pdf');
	await writeFile(file, await (await emptyPdf(5)).save());
	const [figure] = await measureBuilds([node('a', '', { made: () => ({ file }) })], job, {
		...three,
		runs: 1,
	});
	expect(figure?.pages).toBe(5);
});

/** Tells the option it was given and the text of the piece, as the artifact's path. */
const teller = `import { appendFileSync, readFileSync } from 'node:fs';
${readOption}
const text = readFileSync(option('--manuscript') + '/PIECE.zh.md', 'utf8');
appendFileSync('calls.txt', JSON.stringify({ args: process.argv.slice(2), text }) + '\\n');
console.log(JSON.stringify({ artifacts: [{ path: 'a.pdf', format: 'screen', pages: 7 }] }));`;

async function callsOf(tool: Tool): Promise<readonly { args: readonly string[]; text: string }[]> {
	const job = await makeJob(teller.replace('PIECE', 'chapters/risks/proactive-governance'), {});
	const only = { ...job, copies: { ...job.copies, pieces: ['chapters/risks/proactive-governance'] } };
	const [figure] = await measureBuilds([tool], only, three);
	expect(figure).toMatchObject({ pages: 7, runs: 3 });
	const calls = (await readFile(join(job.program, 'calls.txt'), 'utf8')).trim().split('\n');
	const left = await readFile(join(job.copies.dir, 'chapters/risks/proactive-governance.zh.md'), 'utf8');
	return [...calls.map((line) => JSON.parse(line)), { args: [], text: left }];
}

test('a cold build has no cache and always the same text', async () => {
	const calls = await callsOf(coldTool(process.execPath));
	expect(calls).toHaveLength(1 + 3 + 1);
	expect(new Set(calls.map((call) => call.text)).size).toBe(1);
	for (const { args } of calls.slice(0, -1)) {
		expect(args).toEqual(
			expect.arrayContaining(['build', '--no-cache', '--format', 'screen', '--edition', 'zh']),
		);
	}
});

test('a warm build fills the cache first, then meets another word each time, and leaves the text as it was', async () => {
	const calls = await callsOf(warmTool(process.execPath));
	expect(calls).toHaveLength(1 + 1 + 3 + 1);
	const texts = calls.map((call) => call.text);
	expect(new Set(texts).size).toBe(5);
	expect(texts.at(-1)).toBe(texts[0]);
	const caches = calls.slice(0, -1).map(({ args }) => args[args.indexOf('--cache') + 1]);
	expect(new Set(caches).size).toBe(1);
});
