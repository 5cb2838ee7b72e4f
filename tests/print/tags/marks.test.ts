import { expect, test } from 'vitest';
import { readMark } from '../../../scripts/print/tags/marks.ts';

const whole = { continued: false, continues: false };

test.each([
	[undefined, whole],
	['', whole],
	['zh', { lang: 'zh', ...whole }],
	['zh-Hant-TW', { lang: 'zh-Hant-TW', ...whole }],
	['en-x-page-n12', { lang: 'en', kind: 'page', index: 12, ...whole }],
	['und-x-figure', { kind: 'figure', ...whole }],
	['zh-x-image-n3', { lang: 'zh', kind: 'image', index: 3, ...whole }],
	['en-x-plain-more', { lang: 'en', continued: true, continues: false }],
	['en-x-plain-on', { lang: 'en', continued: false, continues: true }],
	['en-x-plain-more-on-in-in', { lang: 'en', continued: true, continues: true }],
	['en-x-toc-in', { lang: 'en', kind: 'toc', ...whole }],
	[
		'en-x-cell-c2-r3-more',
		{ lang: 'en', kind: 'cell', columns: 2, rows: 3, continued: true, continues: false },
	],
	[
		'en-x-plain-n4-e1c1r1-e3c2r1-on',
		{
			lang: 'en',
			index: 4,
			empty: [
				{ place: 1, columns: 1, rows: 1 },
				{ place: 3, columns: 2, rows: 1 },
			],
			continued: false,
			continues: true,
		},
	],
	// A language of a private use of its own is left as it is.
	['x-klingon', { lang: 'x-klingon', ...whole }],
])('%s', (lang, expected) => {
	expect(readMark(lang)).toEqual(expected);
});
