import { expect, test } from 'vitest';
import { compile, localText, textsOf } from './sample.ts';

test('a title is plain text, escaped, with its foreign runs marked', () => {
	const { book } = compile({
		files: {},
		config: { title: { zh: localText('*AI* <b> & 安全', 'zh'), en: localText('The 安全 Book', 'en') } },
	});
	expect(book.title.zh).toMatchObject({
		lang: 'zh',
		text: '*AI* <b> & 安全',
		html: '*<span lang="en">AI</span>* &#x3C;<span lang="en">b</span>> &#x26; 安全',
	});
	expect(book.title.en?.html).toBe('The <span lang="zh">安全</span> Book');
});

test('a text that stands in for a translation says its language', () => {
	const { book } = compile({
		files: {},
		config: { title: { zh: localText('书 AI', 'zh'), en: localText('书 AI', 'zh') } },
	});
	expect(book.title.en).toMatchObject({
		lang: 'zh',
		text: '书 AI',
		html: '<span lang="zh">书 <span lang="en">AI</span></span>',
	});
});

test('the texts of a line are placed where its value begins', () => {
	const { book } = compile({ files: {}, config: { title: { zh: localText('书 AI', 'zh', 7, 11) } } });
	const [first] = book.title.zh?.children ?? [];
	expect(first?.position?.start).toMatchObject({ line: 7, column: 11 });
});

test('the disclaimer is Markdown in paragraphs', () => {
	const { book, found } = compile({
		files: {},
		config: {
			disclaimer: {
				zh: localText('第一段\n**强**。\n\n- 甲\n- 乙\n\n[x](https://a.org)', 'zh'),
				en: localText('One.', 'en'),
			},
			shortDisclaimer: { zh: localText('只代表*作者*。', 'zh') },
		},
	});
	expect(found).toEqual([]);
	expect(book.disclaimer?.zh?.map(({ html }) => html)).toEqual([
		'第一段<strong>强</strong>。',
		'甲',
		'乙',
		'<a href="https://a.org"><span lang="en">x</span></a>',
	]);
	expect(book.disclaimer?.zh?.map(({ text }) => text)).toEqual(['第一段强。', '甲', '乙', 'x']);
	expect(book.shortDisclaimer?.zh?.html).toBe('只代表<em>作者</em>。');
});

test('a biography is one line; its faults have the place of its value, and it has no ids and notes', () => {
	const contributor = {
		id: 'x',
		kind: 'person' as const,
		role: 'aut',
		name: { zh: localText('甲', 'zh') },
		bio: {
			zh: localText('甲[^1]\n\n## 乙\n\n<b id="i" onclick="x">丙</b> [坏](nix.md)\n\n[^1]: 注', 'zh', 9, 3),
		},
	};
	const { book, found } = compile({ files: {}, contributors: new Map([['x', contributor]]) });
	expect(book.contributors.get('x')?.bio?.zh?.html).toBe('甲<br /><strong>乙</strong><br /><b>丙</b> 坏');
	expect(book.contributors.get('x')?.bio?.zh?.text).toBe('甲 乙 丙 坏');
	expect(found.map(({ rule }) => rule).sort()).toEqual([
		'html-removed',
		'link-broken',
		'note-undefined',
		'note-unused',
	]);
	for (const one of found) expect(one).toMatchObject({ file: 'book.yaml', line: 9, column: 3 });
});

test('every text of a biography has a place', () => {
	const contributor = {
		id: 'x',
		kind: 'person' as const,
		role: 'aut',
		name: { en: localText('A', 'en') },
		bio: { en: localText('One 甲 *two* `three` www.example.org\n\n- four', 'en', 5, 6) },
	};
	const { book } = compile({ files: {}, languages: ['en'], contributors: new Map([['x', contributor]]) });
	const children = book.contributors.get('x')?.bio?.en?.children ?? [];
	for (const text of children.flatMap((child) => textsOf(child))) {
		expect(text.position?.start).toMatchObject({ line: 5, column: 6 });
	}
});
