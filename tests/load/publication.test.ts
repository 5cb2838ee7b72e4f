import { expect, test } from 'vitest';
import { bookWith, type Files, load, smallBook } from './helpers.ts';

async function configOf(files: Files) {
	const { manuscript, found } = await load(files);
	expect(found).toEqual([]);
	if (!manuscript) throw new Error('no manuscript');
	return manuscript.config;
}

async function messages(lines: string, files: Files = bookWith(lines)) {
	const { found } = await load(files);
	return found.map(({ line, column, rule, message }) => `${line}:${column} ${rule} ${message}`);
}

/** A book in two languages, with other keys on line 5 and after. */
function twoLanguages(lines: string): Files {
	return {
		'book.yaml': `title: { zh: 小书, en: Small }\ndate: 2024\nlanguages: [zh, en]\ncontents: [a]\n${lines}\n`,
		'a.zh.md': '---\ntitle: 甲\n---\n',
		'a.en.md': '---\ntitle: A\n---\n',
	};
}

const place = { file: 'book.yaml' };

test('everything that shops, libraries and reading systems are told', async () => {
	const config = await configOf(
		twoLanguages(`
isbn:
  zh: { print: 978-0-306-40615-7, epub: 978 3 16 148410 0 }
  en: { pdf: 9789295055124 }
subject-codes: { bisac: [COM004000], thema: [UYQ, UBJ], clc: [TP18, "D815-53"] }
series: { title: { zh: 丛书, en: Series }, number: 3, issn: 2049-3630 }
modified: 2024-02-01T10:00:00Z
accessibility:
  reviewed-by: { zh: 审校组, en: Review Group }
  date: 2024-02-01
  wcag: 2.2
  level: AA
  report: https://example.org/report
  credential: A Badge
website: https://example.org/books
epub: { fonts: none, inner-headings: 0 }`),
	);
	expect(config).toMatchObject({
		isbns: { zh: { print: '9780306406157', epub: '9783161484100' }, en: { pdf: '9789295055124' } },
		subjectCodes: { bisac: ['COM004000'], thema: ['UYQ', 'UBJ'], clc: ['TP18', 'D815-53'] },
		series: {
			title: { zh: { text: '丛书', place }, en: { text: 'Series' } },
			number: '3',
			issn: '2049-3630',
		},
		modified: '2024-02-01T10:00:00Z',
		review: {
			by: { zh: { text: '审校组', lang: 'zh', place }, en: { text: 'Review Group' } },
			date: '2024-02-01',
			wcag: '2.2',
			level: 'AA',
			report: 'https://example.org/report',
			credential: 'A Badge',
		},
		website: 'https://example.org/books/',
		epub: { fonts: 'none', innerHeadings: 0 },
	});
});

test('nothing is claimed that was not said', async () => {
	const config = await configOf(smallBook);
	expect(config).toMatchObject({
		isbns: {},
		subjectCodes: { bisac: [], thema: [], clc: [] },
		epub: { fonts: 'embed', innerHeadings: 1 },
	});
	for (const key of ['series', 'review', 'website', 'modified']) expect(config).not.toHaveProperty(key);
	expect(await configOf(bookWith('isbn:\nseries: ~\naccessibility:\nepub:\nsubject-codes:'))).toEqual(config);
});

test('a book of one edition may leave it out of its ISBNs', async () => {
	expect((await configOf(bookWith('isbn: { print: 9780306406157 }'))).isbns).toEqual({
		zh: { print: '9780306406157' },
	});
	expect((await configOf(bookWith('isbn: { zh: { print: 9780306406157 } }'))).isbns).toEqual({
		zh: { print: '9780306406157' },
	});
	expect(await messages('isbn: { print: 9780306406157, zh: {} }')).toEqual([
		'5:31 config-unknown-key "zh" is no key of isbn',
	]);
	expect(await messages('', twoLanguages('isbn: { print: 9780306406157 }'))).toEqual([
		'5:7 config-invalid isbn must hold ISBNs by edition, such as { zh: { epub: 978-… } }',
	]);
});

test('ISBNs go by edition, whatever its languages', async () => {
	const editions = 'editions: { zh: { languages: [zh] }, both: { languages: [zh, en] } }';
	const config = await configOf(twoLanguages(`isbn: { both: { epub: 9783161484100 } }\n${editions}`));
	expect(config.isbns).toEqual({ both: { epub: '9783161484100' } });
	expect((await configOf(twoLanguages('isbn: { bilingual: { epub: 9783161484100 } }'))).isbns).toEqual({
		bilingual: { epub: '9783161484100' },
	});
	expect(await messages('', twoLanguages(`isbn: { en: {}, bot: {} }\n${editions}`))).toEqual([
		'5:9 config-unknown-key "en" is no edition of the book',
		'5:17 config-unknown-key "bot" is no edition of the book',
	]);
	const { found } = await load(twoLanguages(`isbn: { bot: {} }\n${editions}`));
	expect(found).toMatchObject([{ hint: 'Did you mean "both"?' }]);
});

test('an edition that has a fault of its own is known to its ISBNs', async () => {
	const editions = 'editions: { zh: { languages: [zh] }, both: { languages: [zh, fr, en], layout: facing } }';
	const found = await messages('', twoLanguages(`isbn: { zh: {}, both: {} }\n${editions}`));
	expect(found).toEqual(['6:62 config-invalid "fr" is no language of the book']);
	const three = 'editions: { zh: { languages: [zh] }, a b: { languages: [zh] } }';
	expect(await messages('', twoLanguages(`isbn: { a b: {} }\n${three}`))).toEqual([
		'6:38 config-invalid "a b" cannot be the name of an edition',
	]);
});

test('the same ISBN twice, however it is written', async () => {
	const given = 'isbn: { zh: { print: 978-0-306-40615-7 }, en: { epub: 9780306406157 } }';
	expect(await messages('', twoLanguages(given))).toEqual([
		'5:55 config-invalid epub of en of isbn is the same as print of zh of isbn',
	]);
});

const isbnForm =
	'must be an ISBN of thirteen digits such as 978-0-306-40615-7 (its last digit checks the others)';

test.each([
	['isbn: 9780306406157', '5:7 config-invalid isbn must hold keys with values, such as print: 978-…'],
	['isbn: { print: 9780306406158 }', `5:16 config-invalid print of isbn ${isbnForm}`],
	['isbn: { epub: [] }', `5:15 config-invalid epub of isbn ${isbnForm}`],
	['isbn: { ebub: 1 }', '5:9 config-unknown-key "ebub" is no edition of the book'],
	['isbn: { zh: { ebub: 1 } }', '5:15 config-unknown-key "ebub" is no key of zh of isbn'],
	[
		'subject-codes: [UYQ]',
		'5:16 config-invalid subject-codes must hold keys with values, such as bisac: [COM004000]',
	],
	[
		'subject-codes: { thema: UYQ }',
		'5:25 config-invalid thema of subject-codes must be a list of codes such as [UYQ]',
	],
	[
		'subject-codes: { thema: [1KBB] }',
		'5:26 config-invalid item 1 of thema of subject-codes must be a Thema subject category such as UYQ',
	],
	[
		'subject-codes: { bisac: [COM004] }',
		'5:26 config-invalid item 1 of bisac of subject-codes must be a BISAC code such as COM004000',
	],
	[
		'subject-codes: { clc: [TP18, tp] }',
		'5:30 config-invalid item 2 of clc of subject-codes must be a mark of the Chinese Library Classification such as TP18',
	],
	[
		'subject-codes: { clc: [TP18, TP18] }',
		'5:30 config-invalid item 2 of clc of subject-codes names TP18 a second time',
	],
	['subject-codes: { ddc: [1] }', '5:18 config-unknown-key "ddc" is no key of subject-codes'],
	['series: 丛书', '5:9 config-invalid series must hold keys with values, such as title: …'],
	['series: { number: 3 }', '5:1 config-invalid title of series is missing'],
	[
		'series: { title: 丛书, number: -1 }',
		'5:30 config-invalid number of series must be a number such as 3, or 12.2 for the second part of volume 12',
	],
	[
		'series: { title: 丛书, issn: 2049-3631 }',
		'5:28 config-invalid issn of series must be an ISSN such as 2049-3630 (its last digit checks the others)',
	],
	[
		'modified: 2024-02',
		'5:11 config-invalid modified must look like 2024-02-01, or 2024-02-01T10:00:00Z for a time of that day (UTC)',
	],
	[
		'modified: 2024-02-01T24:00:00Z',
		'5:11 config-invalid modified must look like 2024-02-01, or 2024-02-01T10:00:00Z for a time of that day (UTC)',
	],
	[
		'modified: 2024-02-01T10:00:00+08:00',
		'5:11 config-invalid modified must look like 2024-02-01, or 2024-02-01T10:00:00Z for a time of that day (UTC)',
	],
	[
		'website: example.org',
		'5:10 config-invalid website must be an address such as https://example.org/books/, without ? and #',
	],
	[
		'website: javascript:alert(1)',
		'5:10 config-invalid website must be an address such as https://example.org/books/, without ? and #',
	],
	[
		'website: https://example.org/?a',
		'5:10 config-invalid website must be an address such as https://example.org/books/, without ? and #',
	],
	[
		'website: https://me:secret@example.org',
		'5:10 config-invalid website must be an address such as https://example.org/books/, without ? and #',
	],
	['epub: { fonts: all }', '5:16 config-invalid fonts of epub must be embed or none'],
	['epub: { inner-headings: 6 }', '5:25 config-invalid inner-headings of epub must be a number from 0 to 5'],
	['epub: { inner-heading: 1 }', '5:9 config-unknown-key "inner-heading" is no key of epub'],
])('%s', async (lines, message) => {
	expect(await messages(lines)).toEqual([message]);
});

test('a review says who, when and what, or is none', async () => {
	expect(await messages('accessibility: { level: AAAA }')).toEqual([
		'5:1 config-invalid reviewed-by of accessibility is missing',
		'5:1 config-invalid date of accessibility is missing',
		'5:1 config-invalid wcag of accessibility is missing',
		'5:25 config-invalid level of accessibility must be A, AA or AAA',
	]);
	const review = 'reviewed-by: 甲, date: 2024-02-01, level: A';
	expect(await messages(`accessibility: { ${review}, wcag: 3.0 }`)).toEqual([
		'5:68 config-invalid wcag of accessibility must be "2.0", "2.1" or "2.2"',
	]);
	expect(await messages(`accessibility: { ${review}, wcag: 2.1, report: report.pdf }`)).toEqual([
		'5:81 config-invalid report of accessibility must be an address such as https://example.org/books/',
	]);
});

test('what lacks a translation says so', async () => {
	const { manuscript, found } = await load(twoLanguages('series: { title: { en: Series } }'));
	expect(manuscript?.config.series?.title.zh).toMatchObject({ text: 'Series', lang: 'en' });
	expect(found.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
		'config-translation-missing title of series is not given in "zh"; the text in "en" stands in',
	]);
});
