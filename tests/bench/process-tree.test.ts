import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { watchPeak } from '../../scripts/bench/peak.ts';
import { killTree, openTree } from '../../scripts/bench/process-tree.ts';

vi.setConfig({ testTimeout: 60_000 });

const onLinux = test.skipIf(process.platform !== 'linux');

const million = 1_000_000;

/** Fills memory and says so; a fill is never zero, so that each page is the process's own. */
const fill = (megabytes: number) => `Buffer.alloc(${megabytes * million}, 7)`;

/** Runs a piece of code and resolves when it has printed a line. */
async function startNode(code: string): Promise<{ child: ChildProcess; pid: number; said: string }> {
	const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
	onTestFinished(() => void child.kill('SIGKILL'));
	const said = await new Promise<string>((done) => child.stdout?.once('data', (text) => done(String(text))));
	return { child, pid: child.pid ?? 0, said: said.trim() };
}

function isAlive(pid: number): boolean {
	const file = `/proc/${pid}/stat`;
	return existsSync(file) && !/\) [ZX] /.test(readFileSync(file, 'utf8'));
}

const waiting = 'setInterval(() => {}, 1000)';

onLinux('memory is that of a process and its descendants together', async () => {
	const inner = `const held = ${fill(80)}; console.log(held.length); ${waiting}`;
	const { pid } = await startNode(
		`const held = ${fill(120)};
		const child = require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(inner)}], { detached: true });
		child.stdout.on('data', () => console.log(held.length)); ${waiting}`,
	);
	const tree = openTree(pid);
	expect(tree.members()).toHaveLength(2);
	const { bytes, measure } = tree.memory() ?? expect.fail('no memory');
	expect(measure).toMatch(/PSS|RSS/);
	expect(bytes).toBeGreaterThan(200 * million);
	expect(bytes).toBeLessThan(500 * million);
	killTree(pid, tree);
});

onLinux('the peak is kept after the memory is given back', async () => {
	const { pid, child } = await startNode(`const held = ${fill(150)}; console.log(held.length); ${waiting}`);
	const watch = watchPeak(openTree(pid), { interval: 10, now: () => performance.now() });
	child.kill('SIGKILL');
	await new Promise((done) => child.once('close', done));
	await delay(200);
	expect(watch.stop()?.bytes).toBeGreaterThan(150 * million);
	expect(openTree(pid).memory()).toBeUndefined();
});

onLinux('a tree is killed to its leaves, the one with a group of its own and a dead parent too', async () => {
	const leaf = `console.log(process.pid); ${waiting}`;
	const middle = `const child = require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(leaf)}], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
		child.stdout.on('data', (text) => { process.stdout.write(text); }); ${waiting}`;
	const { pid, said } = await startNode(
		`const child = require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(middle)}], { stdio: ['ignore', 'pipe', 'inherit'] });
		child.stdout.on('data', (text) => console.log(child.pid + ' ' + text)); ${waiting}`,
	);
	const [between = 0, last = 0] = said.split(' ').map(Number);
	const tree = openTree(pid);
	expect([...tree.members()].sort()).toEqual([pid, between, last].sort());
	process.kill(between, 'SIGKILL');
	await delay(50);
	expect(isAlive(last)).toBe(true);
	expect(tree.members()).toContain(last);
	killTree(pid, tree);
	await delay(100);
	expect([pid, between, last].filter(isAlive)).toEqual([]);
});
