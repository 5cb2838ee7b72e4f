import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareWords } from '../../scripts/translations/compare-words.ts';
import { createCutWords, showChanges } from '../../scripts/translations/show-changes.ts';

const cutWords = createCutWords();

test.each([
	['en', 'There are three kinds.', 'There are four kinds.', 'There are [-three-]{+four+} kinds.'],
	['en', 'There are kinds.', 'There are four kinds.', 'There are {+four +}kinds.'],
	['en', 'old words', 'new terms', '[-old words-]{+new terms+}'],
	['zh', '治理需要各国政府合作', '治理需要各国企业合作', '治理需要各国[-政府-]{+企业+}合作'],
	['zh', '合作有三种。', '合作有四种。', '合作有[-三-]{+四+}种。'],
	['zh', '请留意', '请先留意', '请{+先+}留意'],
	['zh', '治理需要合作。', '治理需要合作。也需要时间。', '治理需要合作。{+也需要时间。+}'],
	[
		'en',
		'One two three four five six seven eight nine ten eleven twelve end thirteen fourteen fifteen sixteen',
		'One two three four five six seven eight nine ten eleven twelve END thirteen fourteen fifteen sixteen',
		'…ten eleven twelve [-end-]{+END+} thirteen fourteen…',
	],
])('%s: %s', (lang, old, now, shown) => {
	expect(showChanges(old, now, lang, cutWords)).toBe(shown);
});

test('a long addition is cut in its midst', () => {
	const added = Array.from({ length: 80 }, (_, index) => `word${index}`).join(' ');
	const shown = showChanges('Start. End.', `Start. ${added} End.`, 'en', cutWords);
	expect(shown).toMatch(/^Start\. \{\+word0 .*….*word79 \+\}End\.$/);
	expect(shown.length).toBeLessThan(130);
});

test('changes beyond what anybody reads are counted', () => {
	const words = Array.from({ length: 200 }, (_, index) => `word${index}`);
	const old = words.join(' ');
	const now = words.map((word, index) => (index % 10 === 0 ? `new${index}` : word)).join(' ');
	const shown = showChanges(old, now, 'en', cutWords);
	const here = shown.match(/\{\+/g)?.length ?? 0;
	expect(shown).toMatch(new RegExp(`\\(and ${20 - here} more changes\\)$`));
	expect(shown.length).toBeLessThan(400);
});

test('old and new text can be read out of the comparison', () => {
	const words = fc.array(fc.constantFrom('a', 'b', '三种', '四种', '种', ' ', ','), { maxLength: 30 });
	fc.assert(
		fc.property(words, words, (old, now) => {
			const runs = compareWords(old, now);
			const read = (other: string) => runs.flatMap((run) => (run.kind === other ? [] : run.words)).join('');
			expect(read('new')).toBe(old.join(''));
			expect(read('old')).toBe(now.join(''));
		}),
	);
});

test('texts too long to be compared word by word are one change', () => {
	const old = Array.from({ length: 3000 }, (_, index) => `a${index}`);
	const now = Array.from({ length: 3000 }, (_, index) => `b${index}`);
	expect(compareWords(['same', ...old], ['same', ...now]).map(({ kind }) => kind)).toEqual([
		'same',
		'old',
		'new',
	]);
});
