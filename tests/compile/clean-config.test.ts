import { expect, test } from 'vitest';
import { cleanConfig, cleanSortKeys } from '../../scripts/compile/clean-config.ts';
import { createReport } from '../../scripts/diagnostics/index.ts';
import { book, localText } from '../support/edition.ts';

const { config } = book({ contents: [], pieces: [] });

test('no text that is only said of the book keeps a character that XML forbids', () => {
	const report = createReport();
	const dirty = {
		...config,
		description: { zh: localText('一\u0001份\ud800报告', 'zh') },
		subjects: { zh: ['治\u0000理', '安全'] },
		series: { title: { zh: localText('丛\ufffe书', 'zh') }, number: '3' },
		review: {
			by: { zh: localText('审\u0008校组', 'zh') },
			date: '2024-02-01',
			wcag: '2.2',
			level: 'AA',
			credential: 'B\u001badge',
		},
	} as const;
	expect(cleanConfig(dirty, report.add)).toMatchObject({
		description: { zh: { text: '一份报告', lang: 'zh' } },
		subjects: { zh: ['治理', '安全'] },
		series: { title: { zh: { text: '丛书' } }, number: '3' },
		review: { by: { zh: { text: '审校组' } }, credential: 'Badge', level: 'AA' },
	});
	expect(report.list().map(({ line, column, rule }) => `${line}:${column} ${rule}`)).toEqual([
		'0:0 character-control',
		'0:0 character-control',
		'1:2 character-control',
		'1:2 character-control',
		'1:2 character-control',
	]);
});

test('a sound text stays what it is', () => {
	const report = createReport();
	const sound = { ...config, description: { zh: localText('一\n二 😀', 'zh') } };
	expect(cleanConfig(sound, report.add)).toEqual(sound);
	expect(cleanConfig(config, report.add)).toEqual(config);
	expect(report.list()).toEqual([]);
});

test('sort keys', () => {
	const report = createReport();
	expect(cleanSortKeys({ en: 'Li,\u0002 Wei' }, report.add)).toEqual({ en: 'Li, Wei' });
	expect(report.list()).toMatchObject([{ file: 'contributors.yaml', rule: 'character-control' }]);
});
