import { expect, test } from 'vitest';
import { shareWorkshop } from '../../scripts/browser/index.ts';
import type { Workshop } from '../../scripts/model/index.ts';

/** A shared workshop whose browsers are numbered, and can be made to break down or not to start. */
function share() {
	const browsers: { open: boolean; closed: number }[] = [];
	const state = { losses: 0, refuses: false };
	const start = async (): Promise<Workshop> => {
		if (state.refuses) throw new Error('does not start');
		const browser = { open: true, closed: 0 };
		browsers.push(browser);
		return {
			version: `${browsers.length}`,
			openTab: async () => {
				throw new Error('no tabs here');
			},
			isOpen: () => browser.open,
			close: async () => {
				browser.open = false;
				browser.closed++;
			},
		};
	};
	const shared = shareWorkshop(start, () => state.losses++);
	return { shared, browsers, state };
}

test('all builds get one browser, which they cannot close', async () => {
	const { shared, browsers } = share();
	const [one, two] = await Promise.all([shared.open(), shared.open()]);
	await one.close();
	expect([one.version, two.version, (await shared.open()).version]).toEqual(['1', '1', '1']);
	expect(browsers).toEqual([{ open: true, closed: 0 }]);
	await shared.close();
	expect(browsers).toEqual([{ open: false, closed: 1 }]);
});

test('where the browser broke down another one is started, once, and it is said', async () => {
	const { shared, browsers, state } = share();
	await shared.open();
	expect(shared.isLost()).toBe(false);
	for (const browser of browsers) browser.open = false;
	expect(shared.isLost()).toBe(true);
	const both = await Promise.all([shared.open(), shared.open()]);
	expect(both.map(({ version }) => version)).toEqual(['2', '2']);
	expect(state.losses).toBe(1);
	expect(shared.isLost()).toBe(false);
	// What the first one left behind was cleared away.
	expect(browsers).toEqual([
		{ open: false, closed: 1 },
		{ open: true, closed: 0 },
	]);
});

test('a browser that does not start is tried again', async () => {
	const { shared, state } = share();
	state.refuses = true;
	await expect(shared.open()).rejects.toThrow('does not start');
	state.refuses = false;
	expect((await shared.open()).version).toBe('1');
	expect(state.losses).toBe(0);
});

test('after close there is none', async () => {
	const { shared, browsers } = share();
	await shared.close();
	await expect(shared.open()).rejects.toThrow('closed');
	expect(browsers).toEqual([]);
});

test('close waits for the browser that is starting', async () => {
	const { shared, browsers } = share();
	void shared.open();
	await shared.close();
	expect(browsers).toEqual([{ open: false, closed: 1 }]);
});
