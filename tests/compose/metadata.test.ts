import { expect, test } from 'vitest';
import { describe, signers } from '../../scripts/compose/metadata.ts';
import { loadSortKeys } from '../../scripts/compose/sort-key.ts';
import type { Lang } from '../../scripts/model/index.ts';
import { book, both, entry, inline, localText, person, piece } from '../support/edition.ts';

const people = [
	person('ji', '季卫东', 'Ji Weidong', { sort: { en: 'Ji, Weidong' }, orcid: '0000-0002-1825-0097' }),
	person('editor', '编者', 'Editor', { role: 'edt' }),
	person('idle', '闲人', 'Idle'),
];
const made = book({
	config: { description: { zh: localText('一份报告', 'zh') }, subjects: { zh: ['治理', '安全'] } },
	contents: [entry('a'), entry('b')],
	pieces: [
		piece('a', 'zh', { authors: ['editor'] }),
		piece('b', 'zh', { authors: ['ji', 'editor', 'ghost'] }),
		piece('b', 'en', { authors: ['ji'] }),
	],
	subtitle: both('副题', 'Subtitle'),
	publishers: [both('出版社', 'House')],
	people,
});
const options = (lang: Lang) => ({ book: made, edition: lang, lang, pieces: ['a', 'b'], sortKeys: {} });

test('says what the book says in its language', async () => {
	const sortKeys = await loadSortKeys(['季卫东']);
	expect(describe({ ...options('zh'), sortKeys })).toEqual({
		title: '报告',
		subtitle: '副题',
		description: '一份报告',
		subjects: ['治理', '安全'],
		otherTitles: [{ lang: 'en', title: 'Report', subtitle: 'Subtitle' }],
		subjectCodes: { bisac: [], thema: [], clc: [] },
		isbns: {},
		publishers: [{ name: '出版社', lang: 'zh', others: [{ lang: 'en', name: 'House' }] }],
		creators: [
			{
				name: '编者',
				lang: 'zh',
				others: [{ lang: 'en', name: 'Editor' }],
				kind: 'person',
				fileAs: 'bian zhe',
				role: 'edt',
			},
			{
				name: '季卫东',
				lang: 'zh',
				others: [{ lang: 'en', name: 'Ji Weidong' }],
				kind: 'person',
				fileAs: 'ji wei dong',
				role: 'aut',
				orcid: '0000-0002-1825-0097',
			},
		],
		date: '2024-01',
		modified: new Date('2024-01-01T00:00:00Z'),
		identifier: 'urn:uuid:eb02cfa9-f076-5a56-95f9-ce39c488c839',
	});
});

test('says what book.yaml says for shops, of this edition alone', () => {
	const config = {
		isbns: { zh: { epub: '9783161484100' }, en: { epub: '9780306406157' } },
		subjectCodes: { bisac: ['COM004000'], thema: ['UYQ'], clc: ['TP18'] },
		series: {
			title: { zh: localText('丛书', 'zh'), en: localText('Series', 'en') },
			number: '3',
			issn: '2049-3630',
		},
		review: {
			by: { zh: localText('审校组', 'zh'), en: localText('Group', 'en') },
			date: '2024-02-01',
			wcag: '2.2',
			level: 'AA',
			report: 'https://example.org/r',
		},
		website: 'https://example.org/',
	} as const;
	const told = book({ config, contents: [], pieces: [] });
	expect(describe({ ...options('zh'), book: told })).toMatchObject({
		isbns: { epub: '9783161484100' },
		subjectCodes: config.subjectCodes,
		series: { title: '丛书', others: [{ lang: 'en', name: 'Series' }], number: '3', issn: '2049-3630' },
		review: { by: '审校组', date: '2024-02-01', wcag: '2.2', level: 'AA', report: 'https://example.org/r' },
		website: 'https://example.org/',
	});
	expect(describe({ ...options('en'), book: told })).toMatchObject({
		isbns: { epub: '9780306406157' },
		series: { title: 'Series', others: [{ lang: 'zh', name: '丛书' }] },
		review: { by: 'Group' },
	});
});

test('a translation that is missing is no other title, and the text that stands in says its language', () => {
	const half = book({
		config: {
			description: { zh: localText('A report', 'en'), en: localText('A report', 'en') },
			series: { title: { zh: localText('Series', 'en'), en: localText('Series', 'en') } },
		},
		contents: [],
		pieces: [],
		subtitle: { zh: inline('Sub', 'en'), en: inline('Sub', 'en') },
		publishers: [both('ACM', 'ACM')],
	});
	const chinese = describe({ ...options('zh'), book: half });
	expect(chinese.standIns).toEqual({ subtitle: 'en', description: 'en', series: 'en' });
	expect(chinese.otherTitles).toEqual([{ lang: 'en', title: 'Report' }]);
	expect(chinese.series).toEqual({ title: 'Series' });
	expect(chinese.publishers).toEqual([{ name: 'ACM', lang: 'zh', others: [] }]);
	const english = describe({ ...options('en'), book: half });
	expect(english).not.toHaveProperty('standIns');
	expect(english.otherTitles).toEqual([{ lang: 'zh', title: '报告' }]);
});

test('leaves out what the language lacks', () => {
	const { creators, ...english } = describe(options('en'));
	expect(english).not.toHaveProperty('description');
	expect(english).not.toHaveProperty('rights');
	expect(english.subjects).toEqual([]);
	expect(creators.map((creator) => creator.fileAs)).toEqual(['Ji, Weidong']);
});

test('identifiers are the same for ever, and differ by slug, edition and language', () => {
	// RFC 9562, 5.5, reckoned by another program: slug/edition/language in the name space of "diglot".
	expect(describe(options('zh')).identifier).toBe('urn:uuid:eb02cfa9-f076-5a56-95f9-ce39c488c839');
	expect(describe(options('en')).identifier).toBe('urn:uuid:8363d494-855f-5f48-b05a-5779fcc4aa18');
	const other = { ...made, config: { ...made.config, slug: 'other' } };
	const all = [
		options('zh'),
		options('en'),
		{ ...options('zh'), edition: 'facing' },
		{ ...options('zh'), book: other },
	];
	expect(new Set(all.map((one) => describe(one).identifier)).size).toBe(4);
});

test('a moment from outside goes before that of book.yaml, which goes before the date of the book', () => {
	const changed = book({ config: { modified: '2024-05-06T07:08:09Z' }, contents: [], pieces: [] });
	expect(describe({ ...options('zh'), book: changed }).modified).toEqual(new Date('2024-05-06T07:08:09Z'));
	const modified = new Date('2025-05-06T07:08:09Z');
	expect(describe({ ...options('zh'), book: changed, modified }).modified).toBe(modified);
	expect(describe({ ...options('zh'), modified }).date).toBe('2024-01');
});

test('a name that stands in for a translation says its language', () => {
	const guest = person('guest', '', 'Guest', { name: { zh: inline('Guest', 'en') } });
	const guests = book({
		contents: [],
		pieces: [piece('a', 'zh', { authors: ['guest'] })],
		people: [guest],
	});
	expect(describe({ ...options('zh'), book: guests }).creators).toEqual([
		{ name: 'Guest', lang: 'en', others: [], kind: 'person', fileAs: 'Guest', role: 'aut' },
	]);
});

test('a text of which no character can be shown is none', () => {
	const blank = book({
		config: {
			subjects: { zh: ['', '安全'] },
			description: { zh: localText(' ', 'zh') },
			series: { title: { zh: localText('', 'zh') }, number: '3' },
			review: { by: { zh: localText('', 'zh') }, date: '2024-02-01', wcag: '2.2', level: 'AA' },
		},
		contents: [],
		pieces: [],
		title: both('', 'Report'),
		publishers: [both('', 'House'), both('社', '')],
	});
	const metadata = describe({ ...options('zh'), book: blank });
	expect(metadata).toMatchObject({
		title: 'report',
		subjects: ['安全'],
		publishers: [{ name: '社', others: [] }],
	});
	for (const key of ['description', 'series', 'review']) expect(metadata).not.toHaveProperty(key);
});

test('a book without a title in the language goes by its slug', () => {
	expect(describe({ ...options('zh'), book: { ...made, title: {} } }).title).toBe('report');
});

test('who signs comes once, in the order of the pieces of the edition', () => {
	const ids = (lang: Lang, ...paths: readonly string[]) => signers(made, [lang], paths).map((one) => one.id);
	expect(ids('zh', 'a', 'b')).toEqual(['editor', 'ji']);
	expect(ids('zh', 'b', 'a')).toEqual(['ji', 'editor']);
	expect(ids('en', 'a', 'b', 'c')).toEqual(['ji']);
});
