import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDebounce } from '../../scripts/watch/debounce.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

/** A debounce of 10 and 200 ms that notes when it called and whether for the last time; `answer` decides. */
function start(answer = (_last: boolean) => true) {
	const calls: [at: number, last: boolean][] = [];
	const begin = Date.now();
	const attempt = (last: boolean) => {
		calls.push([Date.now() - begin, last]);
		return answer(last);
	};
	return { calls, ...createDebounce(attempt, { quiet: 10, longest: 200 }) };
}

test('one touch is told after the pause, once', () => {
	const { calls, touch } = start();
	touch();
	vi.advanceTimersByTime(9);
	expect(calls).toEqual([]);
	vi.advanceTimersByTime(1000);
	expect(calls).toEqual([[10, false]]);
});

test('touches that follow each other closely are told together', () => {
	const { calls, touch } = start();
	for (let i = 0; i < 10; i++) {
		touch();
		vi.advanceTimersByTime(5);
	}
	vi.advanceTimersByTime(1000);
	expect(calls).toEqual([[55, false]]);
});

test('a burst without end is told every 200 ms', () => {
	const { calls, touch } = start();
	for (let i = 0; i < 100; i++) {
		touch();
		vi.advanceTimersByTime(5);
	}
	vi.advanceTimersByTime(1000);
	// The next burst begins with the first touch after the telling.
	expect(calls.map(([at]) => at)).toEqual([200, 400, 505]);
	expect(calls.map(([, last]) => last)).toEqual([true, true, false]);
});

test('what is not done is tried again, and at last done whatever comes', () => {
	const { calls, touch } = start((last) => last);
	touch();
	vi.advanceTimersByTime(1000);
	expect(calls).toHaveLength(20);
	expect(calls.at(-1)).toEqual([200, true]);
	touch();
	vi.advanceTimersByTime(1000);
	expect(calls.at(-1)).toEqual([1200, true]);
});

test('nothing is told after cancel', () => {
	const { calls, touch, cancel } = start();
	touch();
	cancel();
	vi.advanceTimersByTime(1000);
	expect(calls).toEqual([]);
	touch();
	vi.advanceTimersByTime(1000);
	expect(calls).toEqual([[1010, false]]);
});
