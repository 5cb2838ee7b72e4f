import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createInterruption } from '../../scripts/cli/interruption.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

function start() {
	let left = 0;
	const interruption = createInterruption({ leave: () => left++, now: () => Date.now() });
	return { ...interruption, left: () => left };
}

const never = () => new Promise(() => {});
const turn = () => vi.advanceTimersByTimeAsync(0);

test('everything closes before the program ends', async () => {
	const { end, waitFor, happened, left } = start();
	let close = () => {};
	waitFor(
		() =>
			new Promise<void>((done) => {
				close = done;
			}),
	);
	waitFor(async () => {
		throw new Error('does not close');
	});
	expect(happened()).toBe(false);
	end();
	await turn();
	expect([happened(), left()]).toEqual([true, 0]);
	close();
	await turn();
	expect(left()).toBe(1);
});

test('what is off the list is not waited for', async () => {
	const { end, waitFor, left } = start();
	waitFor(never)();
	end();
	await turn();
	expect(left()).toBe(1);
});

test('asked again later it ends at once; twice by one keystroke is once', async () => {
	const { end, waitFor, left } = start();
	waitFor(never);
	end();
	await vi.advanceTimersByTimeAsync(50);
	end();
	expect(left()).toBe(0);
	await vi.advanceTimersByTimeAsync(1000);
	end();
	expect(left()).toBe(1);
});

test('what never closes is not waited for without end', async () => {
	const { end, waitFor, left } = start();
	waitFor(never);
	end();
	await vi.advanceTimersByTimeAsync(4999);
	expect(left()).toBe(0);
	await vi.advanceTimersByTimeAsync(1);
	expect(left()).toBe(1);
});
