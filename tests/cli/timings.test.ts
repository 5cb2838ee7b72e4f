import { expect, test } from 'vitest';
import { createTimings } from '../../scripts/cli/timings.ts';

function clock(...moments: readonly number[]) {
	const left = [...moments];
	return () => left.shift() ?? Number.NaN;
}

test('adds up what was spent under one name, in whole ms', async () => {
	const timings = createTimings(clock(0, 10.4, 100, 105.3, 200, 201));
	expect(await timings.time('print', () => 'a')).toBe('a');
	expect(await timings.time('print', async () => 'b')).toBe('b');
	await timings.time('check', () => undefined);
	expect(timings.all()).toEqual({ print: 16, check: 1 });
});

test('failed work counts too, and its failure goes on', async () => {
	const timings = createTimings(clock(0, 7));
	await expect(
		timings.time('print', () => {
			throw new Error('no');
		}),
	).rejects.toThrow('no');
	expect(timings.all()).toEqual({ print: 7 });
});

test('two runs share nothing', () => {
	createTimings(clock(0, 1)).time('load', () => 0);
	expect(createTimings(clock()).all()).toEqual({});
});
