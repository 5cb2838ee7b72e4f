import { expect, test } from 'vitest';
import { bookWith, load, smallBook } from './helpers.ts';

async function messages(lines: string) {
	const { found } = await load(bookWith(lines));
	return found.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

async function dateOf(date: string) {
	const { manuscript, found } = await load({
		...smallBook,
		'book.yaml': `title: 小书\ndate: ${date}\nlanguages: [zh]\ncontents: [a]\n`,
	});
	return found.length === 0 ? manuscript?.config.date : found[0]?.message;
}

test('a book needs no more than title, date, languages and contents', async () => {
	const { manuscript, found } = await load(smallBook);
	expect(found).toEqual([]);
	const place = { file: 'book.yaml', line: 1, column: 8 };
	expect(manuscript?.config).toEqual({
		slug: 'book',
		title: { zh: { text: '小书', lang: 'zh', place } },
		date: '2024',
		languages: ['zh'],
		editions: [{ id: 'zh', languages: ['zh'] }],
		publishers: [],
		isbns: {},
		subjectCodes: { bisac: [], thema: [], clc: [] },
		epub: { fonts: 'embed', innerHeadings: 1 },
		page: { gutter: 'auto' },
		press: {
			bleed: 3,
			marks: true,
			color: 'cmyk',
			totalInk: 300,
			pages: 4,
			paper: { caliper: 0.1 },
			cover: { color: 'cmyk', flaps: 0, boards: 0.6, spineText: 'auto' },
			places: new Map(),
		},
		colors: [],
		contents: [{ kind: 'piece', path: 'a' }],
	});
});

test.each([
	['2024', '2024'],
	['2024-10', '2024-10'],
	['2024-02-29', '2024-02-29'],
	['"2024-01-31"', '2024-01-31'],
	['0999', '0999'],
])('date %s', async (given, date) => {
	expect(await dateOf(given)).toBe(date);
});

test.each(['2023-02-29', '2024-13', '2024-1', '24', 'January 2024', '2024-01-31T00:00:00Z', '[2024]'])(
	'%s is no date',
	async (given) => {
		expect(await dateOf(given)).toBe('date must look like 2024, 2024-01 or 2024-01-31');
	},
);

test('the slug comes from the English title, even if the book is not in English', async () => {
	const slugOf = async (title: string) => {
		const { manuscript, found } = await load({
			...smallBook,
			'book.yaml': `title: ${title}\ndate: 2024\nlanguages: [zh]\ncontents: [a]\n`,
		});
		expect(found).toEqual([]);
		expect(Object.keys(manuscript?.config.title ?? {})).toEqual(['zh']);
		return manuscript?.config.slug;
	};
	expect(await slugOf('{ zh: 小书, fr: Petit livre, en: A Small Book }')).toBe('a-small-book');
	expect(await slugOf('{ zh: 小书, en-GB: The Colour }')).toBe('the-colour');
	expect(await slugOf('{ zh: AI 手册, fr: Livre }')).toBe('ai');
	expect(await slugOf('{ zh: 小书 }')).toBe('book');
	expect(await slugOf('1984')).toBe('1984');
});

test('a text that one language lacks is filled from the other, and says so', async () => {
	const { manuscript, found } = await load({
		'book.yaml': [
			'title: { zh: 小书, en: Small }',
			'subtitle: 副题',
			'rights:',
			'  fr: Libre',
			'date: 2024',
			'languages: [zh, en]',
			'publishers: [{ en: Press }]',
			'contents: [a]',
		].join('\n'),
		'a.zh.md': '---\ntitle: 甲\n---\n',
		'a.en.md': '---\ntitle: A\n---\n',
	});
	const { subtitle, rights, publishers } = manuscript?.config ?? {};
	expect(subtitle?.en).toEqual({
		text: '副题',
		lang: 'zh',
		place: { file: 'book.yaml', line: 2, column: 11 },
	});
	expect(rights?.zh).toMatchObject({ text: 'Libre', lang: 'fr', place: { line: 4, column: 7 } });
	expect(publishers?.[0]?.zh).toMatchObject({ text: 'Press', lang: 'en' });
	expect(found.map(({ line, column, rule, message }) => `${line}:${column} ${rule} ${message}`)).toEqual([
		'2:1 config-translation-missing subtitle is not given in "en"; the text in "zh" stands in',
		'3:1 config-translation-missing rights is not given in "zh"; the text in "fr" stands in',
		'3:1 config-translation-missing rights is not given in "en"; the text in "fr" stands in',
		'7:14 config-translation-missing item 1 of publishers is not given in "zh"; the text in "en" stands in',
	]);
});

test('block scalars keep their paragraphs; the place is that of the scalar', async () => {
	const { manuscript } = await load(bookWith('disclaimer: |\n  一\n\n  二\nshort-disclaimer: >\n  短\n  句'));
	expect(manuscript?.config.disclaimer?.zh).toEqual({
		text: '一\n\n二',
		lang: 'zh',
		place: { file: 'book.yaml', line: 5, column: 13 },
	});
	expect(manuscript?.config.shortDisclaimer?.zh?.text).toBe('短 句');
});

test('subjects', async () => {
	expect((await load(bookWith('subjects: [甲, 乙]'))).manuscript?.config.subjects).toEqual({
		zh: ['甲', '乙'],
	});
	const { manuscript, found } = await load(bookWith('subjects: { en: [a] }'));
	expect(manuscript?.config.subjects).toEqual({ zh: [] });
	expect(found.map(({ rule }) => rule)).toEqual(['config-translation-missing']);
	expect(await messages('subjects: 甲')).toEqual([
		'5:11 subjects must be lists of texts by language such as { zh: […], en: […] }',
	]);
	expect(await messages('subjects: { zh: [甲, [乙]] }')).toEqual([
		'5:21 item 2 of zh of subjects must be text',
	]);
});

test.each([
	['subtitle: [x]', '5:11 subtitle must be text, or texts by language such as { zh: …, en: … }'],
	['subtitle: ""', '5:11 subtitle must not be empty'],
	['subtitle: {}', '5:11 subtitle must have a text in at least one language'],
	['subtitle: { zh: " " }', '5:17 zh of subtitle must not be empty'],
	['subtitle: { zh-hans: x }', '5:13 zh-hans of subtitle must be written zh-Hans (BCP 47)'],
	['subtitle: { zh_CN: x }', '5:13 zh_CN of subtitle must be a language tag such as zh, en or zh-Hant'],
	['publishers: x', '5:13 publishers must be a list such as [{ zh: …, en: … }]'],
	['slug: A b', '5:7 slug must consist of lower-case letters, digits and hyphens, such as annual-report'],
	['slug: ../x', '5:7 slug must consist of lower-case letters, digits and hyphens, such as annual-report'],
])('%s', async (lines, message) => {
	expect(await messages(lines)).toEqual([message]);
});

test('an empty optional key is as good as none', async () => {
	const { manuscript, found } = await load(bookWith('subtitle:\nrights: ~'));
	expect(found).toEqual([]);
	expect(manuscript?.config).not.toHaveProperty('subtitle');
});

test('every required key that is missing is named, and the others are read', async () => {
	const { manuscript, found } = await load({ ...smallBook, 'book.yaml': 'languages: [zh]\ntitle:\n' });
	expect(found.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([
		'1:1 date is missing',
		'1:1 contents is missing',
		'2:1 title is missing',
	]);
	expect(manuscript?.config.title.zh?.text).toBe('');
	expect((await load({ 'book.yaml': '' })).found).toHaveLength(4);
	expect((await load({ 'book.yaml': '- a\n- b\n' })).found.map(({ message }) => message)).toEqual([
		'book.yaml must hold keys with values, such as title: …',
	]);
});

test('without a language there is no book, but its other faults come out', async () => {
	const { manuscript, places } = await load({
		...smallBook,
		'book.yaml': 'title: 小书\ndate: x\nlanguages: [English]\ncontents: [/a]\n',
		'contributors.yaml': 'a: { nam: 甲 }\n',
	});
	expect(manuscript).toBeUndefined();
	expect(places).toEqual([
		'book.yaml:2:7 config-invalid',
		'book.yaml:3:13 config-invalid',
		'book.yaml:4:12 config-invalid',
		'contributors.yaml:1:1 config-invalid',
		'contributors.yaml:1:6 config-unknown-key',
	]);
});

test('one fault hides no other', async () => {
	const { manuscript, places } = await load({
		...smallBook,
		'book.yaml':
			'title: 小书\ndate: [x]\nlanguages: [zh]\nauthor: x\ncontents:\n  - a\n  - [b]\n  - part: { zh: 部 }\n    pieces: [c, a]\n',
	});
	expect(places).toEqual([
		'book.yaml:2:7 config-invalid',
		'book.yaml:4:1 config-unknown-key',
		'book.yaml:7:5 config-invalid',
		'book.yaml:9:14 piece-missing',
		'book.yaml:9:17 piece-duplicate',
	]);
	expect(manuscript?.config.contents).toMatchObject([
		{ kind: 'piece', path: 'a' },
		{ kind: 'part', title: { zh: { text: '部' } }, pieces: [{ kind: 'piece', path: 'c' }] },
	]);
});

test.each(['../a', 'b/../a', '/a', 'C:/a', 'b\\a', './a', 'b//a', 'b/', '..'])(
	'the path %s is refused, and nothing outside is looked at',
	async (path) => {
		const { places, manuscript } = await load({
			...smallBook,
			'book.yaml': `title: 小书\ndate: 2024\nlanguages: [zh]\ncontents:\n  - a\n  - ${path}\n`,
		});
		expect(places).toEqual(['book.yaml:6:5 config-invalid']);
		expect([...(manuscript?.sources.keys() ?? [])]).toEqual(['a']);
	},
);

test('a part needs a title and pieces', async () => {
	const { found } = await load({
		...smallBook,
		'book.yaml':
			'title: 小书\ndate: 2024\nlanguages: [zh]\ncontents:\n  - part: 部\n    pieces: []\n  - pieces: [a]\n',
	});
	expect(found.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([
		'6:13 pieces of item 1 of contents must be a list of pieces',
		'7:5 part of item 2 of contents is missing',
	]);
});
