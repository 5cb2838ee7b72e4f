import { expect, test } from 'vitest';
import { widthOf } from '../../scripts/cli/text-width.ts';
import { formatRecorded, formatStatus, type StatusTable } from '../../scripts/cli/translation-status.ts';

const counts = { lang: 'en', translated: 12, stale: 1, missing: 0, new: 2, todo: 345 };

const table: StatusTable = {
	unit: 'characters',
	recorded: true,
	pieces: [
		{ ...counts, path: 'front/preface', title: '序言' },
		{
			...counts,
			path: 'chapters/risks',
			title: '基础模型和生成式人工智能时代全球人工智能治理的制度设计原则',
			lang: 'fr',
		},
	],
	totals: [
		{ ...counts, todo: 12_345 },
		{ ...counts, lang: 'fr' },
	],
};

test('a wide terminal has titles and paths', () => {
	expect(formatStatus(table, Number.POSITIVE_INFINITY)).toBe(
		[
			'                                                                                translated  stale  missing  new  characters',
			'序言                                                        front/preface   en          12      1        0    2         345',
			'基础模型和生成式人工智能时代全球人工智能治理的制度设计原则  chapters/risks  fr          12      1        0    2         345',
			'all                                                                         en          12      1        0    2       12345',
			'all                                                                         fr          12      1        0    2         345',
		].join('\n'),
	);
});

test('80 columns have the start of each title', () => {
	const text = formatStatus(table, 80);
	expect(text).toBe(
		[
			'                                     translated  stale  missing  new  characters',
			'序言                             en          12      1        0    2         345',
			'基础模型和生成式人工智能时代全…  fr          12      1        0    2         345',
			'all                              en          12      1        0    2       12345',
			'all                              fr          12      1        0    2         345',
		].join('\n'),
	);
	expect(Math.max(...text.split('\n').map(widthOf))).toBe(80);
});

test('no title is cut to nothing', () => {
	expect(formatStatus(table, 20).split('\n')[2]).toMatch(/^基础模型和… {3}fr /);
});

test('where nothing was recorded the table says what to do', () => {
	expect(
		formatStatus({ ...table, recorded: false }, 80)
			.split('\n')
			.at(-1),
	).toContain('diglot translations accept');
});

test.each([
	[{ stale: 0, new: 0 }, 'nothing new to record: these translations were right already'],
	[{ stale: 1, new: 0 }, 'recorded 1 translated passage: 1 was older than the source'],
	[
		{ stale: 2, new: 3 },
		'recorded 5 translated passages: 2 were older than the source, 3 for the first time',
	],
])('recording %j', (recorded, said) => {
	expect(formatRecorded(recorded)).toBe(said);
});
