import { appendFile, cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createInterruption } from '../scripts/cli/interruption.ts';
import { silence } from '../scripts/cli/progress.ts';
import type { TranslationsCommand } from '../scripts/cli/translation-arguments.ts';
import { RequestError } from '../scripts/diagnostics/index.ts';
import { runTranslations } from '../scripts/run-translations.ts';
import { temporaryFolder } from './support/folder.ts';
import { createWorld, manuscripts } from './support/world.ts';

async function copyBook(): Promise<string> {
	const folder = join(await temporaryFolder(), 'book');
	await cp(manuscripts.fixture, folder, { recursive: true });
	return folder;
}

/** Runs a command on a terminal of 80 columns. */
async function run(command: TranslationsCommand, columns?: number) {
	const { world, session } = await createWorld();
	const said = { stdout: '', stderr: '' };
	const stream = (name: keyof typeof said) => ({
		write(text: string) {
			said[name] += text;
		},
	});
	const place = {
		session,
		house: async () => world.house,
		progress: silence,
		interruption: createInterruption({ leave() {}, now: world.now }),
		now: world.now,
	};
	const streams = {
		stdout: { ...stream('stdout'), ...(columns ? { columns } : {}) },
		stderr: stream('stderr'),
	};
	const isDone = await runTranslations(command, place, streams).finally(session.close);
	return { isDone, ...said };
}

test('status as a table, and as JSON', async () => {
	const manuscript = await copyBook();
	const { isDone, stdout } = await run({ kind: 'translations-status', manuscript, json: false }, 80);
	expect(isDone).toBe(true);
	expect(stdout).toMatch(/^机器替谁作主 +en +19 +0 +0 +0 +0$/m);
	expect(stdout).toContain('Nothing has been recorded yet');
	const json = await run({ kind: 'translations-status', manuscript, json: true }, 80);
	expect(JSON.parse(json.stdout)).toMatchObject({
		source: 'zh',
		unit: 'characters',
		recorded: false,
		pieces: expect.arrayContaining([
			{
				path: 'chapters/risks/values',
				title: '机器替谁作主',
				lang: 'en',
				translated: 19,
				stale: 0,
				missing: 0,
				new: 0,
				todo: 0,
			},
		]),
		totals: [{ lang: 'en', stale: 0 }],
	});
	expect([json.stderr, json.stdout.endsWith('}\n')]).toEqual(['', true]);
});

test('accept records, and says how much', async () => {
	const manuscript = await copyBook();
	const accept = { kind: 'translations-accept', manuscript } as const;
	expect((await run(accept)).stdout).toMatch(/^recorded \d+ translated passages: \d+ for the first time\n$/);
	expect((await run(accept)).stdout).toMatch(/^nothing new to record/);
	await appendFile(join(manuscript, 'back/afterword.zh.md'), '\n新的一段。\n');
	await appendFile(join(manuscript, 'back/afterword.en.md'), '\nA new paragraph.\n');
	const one = { ...accept, target: { path: 'back/afterword' } };
	expect((await run(one)).stdout).toBe('recorded 1 translated passage: 1 for the first time\n');
	const lock = await readFile(join(manuscript, 'translations.lock.yaml'), 'utf8');
	expect(lock).toContain('# 新的一段。');
});

test('what is wrong with the manuscript is told instead', async () => {
	const manuscript = await copyBook();
	await writeFile(join(manuscript, 'translations.lock.yaml'), 'a\n');
	for (const kind of ['translations-status', 'translations-accept'] as const) {
		const { isDone, stdout, stderr } = await run({ kind, manuscript, json: false });
		expect([isDone, stdout]).toEqual([false, '']);
		expect(stderr).toMatch(/^translations\.lock\.yaml:1:1 error translation-lock [\s\S]*1 error\n$/);
	}
	const json = await run({ kind: 'translations-status', manuscript, json: true });
	expect(JSON.parse(json.stdout)).toMatchObject({ diagnostics: [{ rule: 'translation-lock' }] });
});

test('what the book cannot give is a wrong request', async () => {
	const target = { path: 'no/such/piece' };
	const command = { kind: 'translations-accept', manuscript: await copyBook(), target } as const;
	await expect(run(command)).rejects.toThrow(RequestError);
});
