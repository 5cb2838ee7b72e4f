import { expect, test } from 'vitest';
import { keep } from '../../scripts/cli/kept.ts';

test('it is made once, and again when it was forgotten', async () => {
	let made = 0;
	const kept = keep(async () => ++made);
	expect([await kept.get(), await kept.get()]).toEqual([1, 1]);
	kept.forget();
	expect([await kept.get(), await kept.get()]).toEqual([2, 2]);
});

test('what was forgotten while it was made is not kept', async () => {
	let state = 'old';
	const kept = keep(async () => {
		const seen = state;
		await new Promise((done) => setTimeout(done, 5));
		return seen;
	});
	const first = kept.get();
	state = 'new';
	kept.forget();
	expect([await first, await kept.get()]).toEqual(['old', 'new']);
});

test('a failure is not kept', async () => {
	let fails = true;
	const kept = keep(async () => {
		if (fails) throw new Error('not now');
		return 'made';
	});
	await expect(kept.get()).rejects.toThrow('not now');
	fails = false;
	expect(await kept.get()).toBe('made');
});
