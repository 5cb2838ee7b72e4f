import { expect, test } from 'vitest';
import { createRebuilder } from '../../scripts/watch/index.ts';

/** A rebuilder whose builds last until they are let go, and note the state that they saw. */
function start() {
	const seen: number[] = [];
	const failures: unknown[] = [];
	const waiting: (() => void)[] = [];
	const state = { value: 0, running: 0, most: 0 };
	const rebuilder = createRebuilder(
		async () => {
			state.most = Math.max(state.most, ++state.running);
			seen.push(state.value);
			await new Promise<void>((done) => waiting.push(done));
			state.running--;
			if (state.value === 13) throw new Error('unlucky');
		},
		(error) => failures.push(error),
	);
	const letGo = async () => {
		await expect.poll(() => waiting.length).toBeGreaterThan(0);
		waiting.shift()?.();
	};
	return { ...rebuilder, seen, failures, waiting, state, letGo };
}

test('requests while a build runs lead to one more, which sees the last state', async () => {
	const { request, idle, seen, state, letGo } = start();
	request();
	await expect.poll(() => seen).toEqual([0]);
	for (state.value = 1; state.value < 200; state.value++) request();
	await letGo();
	await letGo();
	await idle();
	expect(seen).toEqual([0, 200]);
	expect(state.most).toBe(1);
});

test('a build that fails is told, and the next one runs', async () => {
	const { request, idle, seen, failures, state, letGo } = start();
	state.value = 13;
	request();
	await letGo();
	await idle();
	expect(failures).toEqual([new Error('unlucky')]);
	state.value = 14;
	request();
	await letGo();
	await idle();
	expect(seen).toEqual([13, 14]);
	expect(failures).toHaveLength(1);
});

test('a build that throws at once blocks nothing', async () => {
	let runs = 0;
	const failures: unknown[] = [];
	const { request, idle } = createRebuilder(
		() => {
			runs++;
			throw new Error('at once');
		},
		(error) => failures.push(error),
	);
	request();
	await idle();
	request();
	await idle();
	expect([runs, failures.length]).toEqual([2, 2]);
});

test('stop waits for the running build and begins none', async () => {
	const { request, stop, seen, letGo } = start();
	request();
	await expect.poll(() => seen).toEqual([0]);
	request();
	let ended = false;
	const stopping = stop().then(() => {
		ended = true;
	});
	await new Promise((done) => setTimeout(done, 5));
	expect(ended).toBe(false);
	await letGo();
	await stopping;
	request();
	await new Promise((done) => setTimeout(done, 5));
	expect(seen).toEqual([0]);
});

test('idle is at once where nothing was asked for', async () => {
	const { idle, stop } = start();
	await idle();
	await stop();
});
