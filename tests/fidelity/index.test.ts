import { expect, test } from 'vitest';
import { createMemo } from '../../scripts/cache/index.ts';
import { compileBook } from '../../scripts/compile/index.ts';
import { createReport } from '../../scripts/diagnostics/index.ts';
import { checkPairsInSteps, checkTextsInSteps } from '../../scripts/fidelity/index.ts';
import type { Manuscript, Memo } from '../../scripts/model/index.ts';
import { pairBook } from '../../scripts/pair/index.ts';
import { manuscriptOf } from '../compile/sample.ts';

const files = {
	'a.zh.md': '共79个，见[甲](https://a.org)。',
	'a.en.md': 'There are 97.',
	'b.zh.md': '共12个,如此。',
	'b.en.md': 'There are 21.',
};

test('an edit has one piece looked at again, and findings of the others are told again', () => {
	const memo = createMemo();
	const looked: string[] = [];
	const counting: Memo = {
		...memo,
		recall: (room, key, make) =>
			memo.recall(room, key, () => {
				if (room.startsWith('checked')) looked.push(room);
				return make();
			}),
	};
	const check = (manuscript: Manuscript): readonly string[] => {
		const report = createReport();
		const book = compileBook(manuscript, ['zh', 'en'], report.add, { memo: counting });
		const pairing = pairBook(book, ['zh', 'en'], { memo: counting });
		const options = { report: report.add, memo: counting };
		for (const steps of [
			checkTextsInSteps(book, options),
			checkPairsInSteps(book, pairing, ['zh', 'en'], options),
		]) {
			while (!steps.next().done);
		}
		looked.sort();
		return report.list().map(({ file, rule }) => `${file} ${rule}`);
	};
	const first = manuscriptOf({ files });
	const all = [
		'a.en.md translation-link',
		'a.en.md translation-number',
		'b.en.md translation-number',
		'b.zh.md punctuation-chinese',
	];
	expect(check(first)).toEqual(all);
	expect(looked).toEqual([...Array(2).fill('checked pairs'), ...Array(4).fill('checked text')]);
	looked.length = 0;
	expect(check(first)).toEqual(all);
	expect(looked).toEqual([]);
	const edited = manuscriptOf({ files: { ...files, 'b.en.md': 'There are 12.' } });
	const sources = new Map([...first.sources, ['b', { ...first.sources.get('b'), ...pick(edited) }]]);
	expect(check({ ...first, sources } as Manuscript)).toEqual(
		all.filter((one) => one !== 'b.en.md translation-number'),
	);
	expect(looked).toEqual(['checked pairs', 'checked text']);
});

function pick({ sources }: Manuscript) {
	const en = sources.get('b')?.en;
	return en ? { en } : {};
}
