import { expect, test } from 'vitest';
import { load, smallBook } from './helpers.ts';

const piece = (text: string | Uint8Array) =>
	load({ ...smallBook, 'a.zh.md': text, 'contributors.yaml': 'li-wei: { name: 李薇 }\n' });

test('the text is the whole file, and places count from its first line', async () => {
	const text =
		'---\n# a comment\nshort-title: 短\ntitle: "长：题"\nauthors: [li-wei]\n---\n\n正文。\n\n---\n\n完。\n';
	const { manuscript, found } = await piece(text);
	expect(found).toEqual([]);
	expect(manuscript?.sources.get('a')?.zh).toEqual({
		path: 'a',
		lang: 'zh',
		file: 'a.zh.md',
		title: { text: '长：题', lang: 'zh', place: { file: 'a.zh.md', line: 4, column: 8 } },
		shortTitle: { text: '短', lang: 'zh', place: { file: 'a.zh.md', line: 3, column: 14 } },
		authors: ['li-wei'],
		text,
	});
});

test('a byte order mark and foreign line ends do no harm', async () => {
	const { manuscript, places } = await piece(
		'\uFEFF---\r\ntitle: 甲\r\nauthors: [li-wei]\r\n---\r\n\r\n文\r\n',
	);
	expect(places).toEqual([]);
	expect(manuscript?.sources.get('a')?.zh?.text).toBe('---\ntitle: 甲\nauthors: [li-wei]\n---\n\n文\n');
});

test.each([
	['', 'the file has no front matter'],
	['正文。\n', 'the file has no front matter'],
	['----\ntitle: x\n---\n', 'the file has no front matter'],
	['\n\n---\ntitle: x\n---\n', 'the front matter does not begin on the first line'],
	['---\ntitle: x\n\n正文。\n', 'the front matter is not closed by a line ---'],
	['---\n---\n', 'the front matter has no title'],
	['---\ntitle:\nauthors: [li-wei]\n---\n', 'the front matter has no title'],
])('%j', async (text, message) => {
	const { found } = await piece(text);
	expect(found.filter(({ severity }) => severity !== 'info').map((one) => [one.rule, one.message])).toEqual([
		['piece-front-matter', message],
	]);
});

test.each([
	['title: [x]', '2:8 config-invalid title must be text'],
	['title: ""', '2:8 config-invalid title must not be empty'],
	[
		'title: x\nauthors: li-wei',
		'3:10 config-invalid authors must be a list of ids from contributors.yaml such as [li-wei]',
	],
	['title: x\nauthors: [li-wei, li-wei]', '3:19 config-invalid authors names "li-wei" twice'],
	['title: x\nauthors:\n  - li-wei\n  - li-wie', '5:5 contributor-unknown "li-wie" is no contributor'],
	['title: x\nautors: [li-wei]', '3:1 config-unknown-key "autors" is no key of a piece'],
	['title: x\n  y: z', '2:8 yaml-syntax a ": " stands within this value, which therefore needs quotes'],
	['- x', '2:1 config-invalid a piece must hold keys with values, such as title: …'],
])('%j', async (yaml, message) => {
	const { found } = await piece(`---\n${yaml}\n---\n`);
	expect(
		found
			.filter(({ severity }) => severity === 'error')
			.map((one) => `${one.line}:${one.column} ${one.rule} ${one.message}`),
	).toEqual([message]);
});

test('a fault beside the title does not lose the piece', async () => {
	const { manuscript, found } = await piece('---\ntitle: 甲\nauthors: [li-wie, li-wei]\nx: y\n---\n');
	expect(found.map(({ hint }) => hint)).toContain('Did you mean "li-wei"?');
	expect(manuscript?.sources.get('a')?.zh).toMatchObject({ title: { text: '甲' }, authors: ['li-wei'] });
});

test('a piece that is not UTF-8 is neither loaded nor called missing', async () => {
	const { manuscript, places } = await piece(Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xd0, 0xf2]));
	expect(places).toEqual(['a.zh.md:2:1 file-encoding']);
	expect(manuscript?.sources.get('a')).toEqual({});
});
