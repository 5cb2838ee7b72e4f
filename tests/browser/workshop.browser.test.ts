import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Workshop } from '../../scripts/model/index.ts';
import { groupOf } from '../support/command.ts';
import { startBrowser } from '../support/world.ts';

// What is in /proc is known on Linux alone.
const onLinux = test.skipIf(process.platform !== 'linux');

const html = '<!doctype html><title>x</title>';
const endless = 'globalThis.diglot = { wait: () => new Promise(() => {}), add: (n) => n + 1 };';
const openTab = (workshop: Workshop) => workshop.openTab({ html, resources: new Map(), scripts: [endless] });

/** Ids of the browser processes that this test has started and that run. */
function browsers(): readonly number[] {
	return readdirSync('/proc').flatMap((pid) => {
		if (!/^\d+$/.test(pid)) return [];
		try {
			const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
			const parent = Number(stat.slice(stat.lastIndexOf(')') + 4).split(' ')[0]);
			const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
			return parent === process.pid && command.includes('--remote-debugging-pipe') ? [Number(pid)] : [];
		} catch {
			return [];
		}
	});
}

let workshop: Workshop;

beforeAll(async () => {
	workshop = await (await startBrowser()).workshop;
});
afterAll(async () => {
	await workshop.close();
});

onLinux('what waits for a tab that breaks down fails at once, and other tabs work on', async () => {
	const [browser = 0] = browsers();
	const before = new Set(groupOf(browser).map(({ pid }) => pid));
	const tab = await openTab(workshop);
	const own = groupOf(browser).filter(({ pid, command }) => !before.has(pid) && command.includes('renderer'));
	expect(own.length).toBeGreaterThan(0);
	const waiting = tab.call('wait', null);
	// It may fail before the call does.
	const printing = tab.pdf().catch(() => {});
	for (const { pid } of own) process.kill(pid, 'SIGKILL');
	await expect(waiting).rejects.toThrow('A tab of the browser broke down');
	await printing;
	await tab.close();
	expect(workshop.isOpen()).toBe(true);
	const another = await openTab(workshop);
	expect(await another.call('add', 1)).toBe(2);
	await another.close();
});

onLinux('a browser that is ended from outside is not open, and can be closed', async () => {
	const others = browsers();
	const own = await (await startBrowser()).workshop;
	const [browser = 0] = browsers().filter((pid) => !others.includes(pid));
	const tab = await openTab(own);
	const waiting = tab.call('wait', null);
	process.kill(browser, 'SIGKILL');
	await expect(waiting).rejects.toThrow();
	await expect.poll(own.isOpen).toBe(false);
	await own.close();
	await expect.poll(() => groupOf(browser), { timeout: 5000 }).toEqual([]);
});

onLinux('a browser that hangs is ended', async () => {
	const others = browsers();
	const own = await (await startBrowser()).workshop;
	const [browser = 0] = browsers().filter((pid) => !others.includes(pid));
	process.kill(browser, 'SIGSTOP');
	await own.close();
	await expect.poll(() => groupOf(browser), { timeout: 5000 }).toEqual([]);
});
