import { expect, test } from 'vitest';
import { checkNames, readNames } from '../../scripts/fidelity/names.ts';
import type { Contributor } from '../../scripts/model/index.ts';
import { localText } from '../compile/sample.ts';
import { pairTexts, said } from './support.ts';

function person(id: string, zh: string, en: string): readonly [string, Contributor] {
	const name = { zh: localText(zh, 'zh'), en: localText(en, 'en') };
	return [id, { id, kind: 'person', role: 'aut', name }];
}

const contributors = new Map([
	person('li-wei', '李伟', 'Li Wei'),
	person('rosa', '罗莎·M·凯勒', 'Rosa M. Keller'),
	person('moes', '尼古拉斯·莫斯', 'Nicolas Moës'),
	person('duan', '段伟文', 'Duan Weiwen'),
]);

function compare(source: string, target: string): readonly string[] {
	const { book, pairs } = pairTexts(source, target, { contributors });
	const names = readNames(book.contributors.values(), 'zh', 'en');
	return said((report) => checkNames(pairs, names, report));
}

test.each([
	['李伟说', 'Li Wei said'],
	['李伟先生', 'Mr Li Wei’s words'],
	['罗莎·M·凯勒与凯勒', 'Rosa M. Keller, or Keller for short'],
	['尼古拉斯·莫斯', 'Nicolas Moes'],
	['李伟著书。\n\n李伟又写了一本。', 'Li Wei wrote a book.\n\nHe wrote another.'],
	['段教授', 'Professor Duan'],
	['没有名字', 'He liked weirs'],
	['伟大的李白', 'the great Li Bai'],
])('%s = %s', (source, target) => {
	expect(compare(source, target)).toEqual([]);
});

test.each([
	[
		'李伟说',
		'Wei Li said',
		'1:1 translation-name "Wei Li" stands for "李伟" (a.zh.md:1), whose name is "Li Wei"',
	],
	[
		'段伟文说',
		'Then Tuan Weiwen said',
		'1:6 translation-name "Tuan Weiwen" stands for "段伟文" (a.zh.md:1), whose name is "Duan Weiwen"',
	],
	[
		'罗莎·M·凯勒',
		'Rosa M. Kellner',
		'1:1 translation-name "Rosa M. Kellner" stands for "罗莎·M·凯勒" (a.zh.md:1), whose name is "Rosa M. Keller"',
	],
	[
		'李伟说',
		'The author said',
		'1:1 translation-name "李伟" (a.zh.md:1) is not in the translation, where the name is "Li Wei"',
	],
	[
		'作者说',
		'Said Li Wei',
		'1:6 translation-name "Li Wei" is not in the text that it translates (a.zh.md:1), where the name is "李伟"',
	],
])('%s ≠ %s', (source, target, message) => {
	expect(compare(source, target)).toEqual([message]);
});

test('a Chinese name with one sign otherwise is told', () => {
	const { book, pairs } = pairTexts('Duan Weiwen said', '段韦文说', {
		contributors,
		languages: ['en', 'zh'],
	});
	const names = readNames(book.contributors.values(), 'en', 'zh');
	expect(said((report) => checkNames(pairs, names, report))).toEqual([
		'1:1 translation-name "段韦文" stands for "Duan Weiwen" (a.en.md:1), whose name is "段伟文"',
	]);
});
