import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import { temporaryFolder } from './support/folder.ts';
import { manuscripts, root } from './support/world.ts';

async function runBench(args: readonly string[], env: Record<string, string> = {}) {
	const child = spawn(process.execPath, [join(root, 'scripts/bench.mjs'), ...args], {
		env: { ...process.env, ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let stdout = '';
	let stderr = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		stdout += text;
	});
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		stderr += text;
	});
	const code = await new Promise<number | null>((done) => child.once('close', done));
	return { code, stdout, stderr };
}

const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('diglot-bench-'));

test('a real run: the floor and a tool that fails, the tables and the plot', async () => {
	const before = leftovers();
	const folder = await temporaryFolder();
	const out = join(folder, 'new/figures.md');
	const { code, stderr } = await runBench(
		[
			...[
				'--manuscript',
				manuscripts.fixture,
				'--times',
				'1,2',
				'--tools',
				'floor,weasyprint',
				'--runs',
				'1',
			],
			...['--peer', 'weasyprint=/bin/false', '--out', out],
		],
		{ SOURCE_DATE_EPOCH: '1700000000' },
	);
	expect(code, stderr).toBe(0);
	const text = await readFile(out, 'utf8');
	const rows = text.split('\n').filter((line) => line.startsWith('| Chromium alone'));
	expect(rows).toHaveLength(2);
	const [once = 0, twice = 0] = rows.map((row) => Number(row.split('|')[3]));
	expect(once).toBeGreaterThan(5);
	expect(twice).toBeGreaterThan(1.5 * once);
	for (const row of rows) expect(row).toMatch(/\| [\d.]+ m?s \| [\d.]+ \| 1\.00 \|/);
	expect(text).toContain('- Date: 2023-11-14');
	expect(text).toContain('- weasyprint, ×1: it ended with 1.');
	expect(text).toContain('- weasyprint, ×2: not tried, for ×1 failed.');
	for (const place of [homedir(), tmpdir(), root]) expect(text).not.toContain(place.replace(/\/$/, ''));
	const svg = await readFile(join(folder, 'new/figures.svg'), 'utf8');
	expect(() => fromXml(svg)).not.toThrow();
	expect(svg.match(/<circle/g)).toHaveLength(2);
	expect(leftovers()).toEqual(before);
});

test('wrong usage ends with 2 and says what there is; a missing manuscript ends with 3', async () => {
	const wrong = await runBench(['--tools', 'typst']);
	expect(wrong).toMatchObject({ code: 2, stdout: '' });
	expect(wrong.stderr).toContain('--peer NAME=FILE');
	const none = join(await temporaryFolder(), 'none');
	const missing = await runBench(['--manuscript', none, '--tools', 'floor']);
	expect(missing.code).toBe(3);
	expect(missing.stderr).toMatch(/^bench: /m);
	expect(existsSync(none)).toBe(false);
});
