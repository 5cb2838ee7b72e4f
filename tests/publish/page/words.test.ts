import { expect, test } from 'vitest';
import { besides, wordsOf } from '../../../scripts/publish/page/words.ts';
import { edition } from '../../support/edition.ts';

const labels = { date: '日期', tool: 'Diglot', 'between-languages': '｜' };
const inTwo = edition({ languages: ['zh', 'en'], labels, otherLabels: { date: 'Date', tool: 'Diglot' } });

test('labels stand in both languages, and those that are the same once', () => {
	const words = wordsOf(inTwo);
	expect(words.date).toEqual({ text: '日期', other: { text: 'Date', lang: 'en', between: '｜' } });
	expect(words.tool).toEqual({ text: 'Diglot' });
});

test('in one language they stand alone, and so does a text without a translation', () => {
	expect(wordsOf(edition({ labels })).date).toEqual({ text: '日期' });
	expect(besides('甲\u00ad', ' ', 'en', inTwo)).toEqual({ text: '甲' });
	expect(besides('甲', undefined, 'en', inTwo)).toEqual({ text: '甲' });
});
