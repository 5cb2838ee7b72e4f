import { expect, test } from 'vitest';
import { createMemo } from '../../scripts/cache/memo.ts';
import { createReport, noMemo, remember } from '../../scripts/diagnostics/index.ts';
import type { Memo } from '../../scripts/model/index.ts';

/** Does the same work in two builds. */
function twice(memo: Memo, keys: readonly [string, string]) {
	let worked = 0;
	return keys.map((key) => {
		const report = createReport();
		const value = remember(memo, 'pieces', key, report.add, (add) => {
			worked += 1;
			add('note-unused', 'never called', 'a.md');
			return { worked };
		});
		return { value, found: report.list() };
	});
}

test('work that is recalled gives the same value and says the same findings', () => {
	const [first, second] = twice(createMemo(), ['a', 'a']);
	expect(second?.value).toBe(first?.value);
	expect(second?.found).toEqual(first?.found);
	expect(first?.found).toHaveLength(1);
});

test('under another key, or without a memory, it is done again', () => {
	expect(twice(createMemo(), ['a', 'b'])[1]?.value).toEqual({ worked: 2 });
	expect(twice(noMemo, ['a', 'a'])[1]).toMatchObject({ value: { worked: 2 }, found: [{ file: 'a.md' }] });
});
