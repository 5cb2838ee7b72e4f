import { expect, test } from 'vitest';
import { createTurns } from '../../scripts/cache/turns.ts';

test('never more at a time, in order, and all of them', async () => {
	const inTurn = createTurns(3);
	const begun: number[] = [];
	let running = 0;
	let most = 0;
	const work = (nth: number) => async () => {
		begun.push(nth);
		most = Math.max(most, ++running);
		for (let tick = 0; tick < (nth % 3) + 1; tick++) await Promise.resolve();
		running--;
		return nth;
	};
	const all = Array.from({ length: 10 }, (_, nth) => nth);
	expect(await Promise.all(all.map((nth) => inTurn(work(nth))))).toEqual(all);
	expect(begun).toEqual(all);
	expect(most).toBe(3);
});

test('work that fails gives its turn back', async () => {
	const inTurn = createTurns(1);
	const fails = inTurn(() => Promise.reject(new Error('broken')));
	const next = inTurn(async () => 'next');
	await expect(fails).rejects.toThrow('broken');
	expect(await next).toBe('next');
	expect(await inTurn(async () => 'last')).toBe('last');
});
