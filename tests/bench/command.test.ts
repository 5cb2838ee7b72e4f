import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { type CommandSettings, failureOf, run, start } from '../../scripts/bench/command.ts';

vi.setConfig({ testTimeout: 60_000 });

const onLinux = test.skipIf(process.platform !== 'linux');

const node = (code: string) => ({ file: process.execPath, args: ['-e', code], env: process.env });

function settings(given: Partial<CommandSettings> = {}): CommandSettings {
	const now = () => performance.now();
	return { limit: 30_000, now, memory: false, signal: new AbortController().signal, ...given };
}

function isAlive(pid: number): boolean {
	const file = `/proc/${pid}/stat`;
	return existsSync(file) && !/\) [ZX] /.test(readFileSync(file, 'utf8'));
}

/** Prints the pid of a child in a group of its own, and waits with it. */
const family = `const child = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'inherit' });
	process.on('SIGINT', () => {}); console.log(child.pid); setInterval(() => {}, 1000);`;

test('a command is timed from its start to its end, and heard', async () => {
	const ended = await run(
		node(`console.log('out'); console.error('err'); setTimeout(() => {}, 300)`),
		settings(),
	);
	expect(ended).toMatchObject({ code: 0, outOfTime: false, stdout: 'out\n', stderr: 'err\n' });
	expect(ended.ms).toBeGreaterThanOrEqual(300);
	expect(ended.peak).toBeUndefined();
	expect(failureOf(ended, 1000)).toBeUndefined();
});

onLinux('its memory is measured where that is asked for', async () => {
	const code = 'const held = Buffer.alloc(100_000_000, 7); setTimeout(() => held, 300)';
	const ended = await run(node(code), settings({ memory: true }));
	expect(ended.peak?.bytes).toBeGreaterThan(100_000_000);
});

onLinux('one that takes too long is killed with all that it started', async () => {
	const ended = await run(node(family), settings({ limit: 1000 }));
	expect(ended.outOfTime).toBe(true);
	expect(ended.ms).toBeLessThan(10_000);
	expect(failureOf(ended, 1000)).toBe('not done after 1 s');
	const child = Number(ended.stdout);
	expect(child).toBeGreaterThan(0);
	expect(isAlive(child)).toBe(false);
});

onLinux('one that does not hear Ctrl-C is killed with all that it started', async () => {
	const running = start(node(family), settings());
	while (running.output() === '') await delay(5);
	const ended = await running.stop();
	expect(ended.code).toBeUndefined();
	expect(ended.outOfTime).toBe(false);
	expect(isAlive(Number(ended.stdout))).toBe(false);
});

test('the end of the benchmark ends the command', async () => {
	const end = new AbortController();
	const running = start(node('setInterval(() => {}, 1000)'), settings({ signal: end.signal }));
	await delay(200);
	end.abort();
	expect(failureOf(await running.ended, 1000)).toBe('it broke off');
	const late = await run(node('setInterval(() => {}, 1000)'), settings({ signal: end.signal }));
	expect(failureOf(late, 1000)).toBe('it broke off');
});

test('a failure is told by its code and its first words', async () => {
	const ended = await run(node(`console.error('\\nUnknown option\\nmore'); process.exit(2)`), settings());
	expect(failureOf(ended, 1000)).toBe('it ended with 2: Unknown option');
});

test('a program that is not there is a failure, not an end of the benchmark', async () => {
	const ended = await run({ file: '/none/such', args: [], env: {} }, settings());
	expect(failureOf(ended, 1000)).toContain('ENOENT');
});
