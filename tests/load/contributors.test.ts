import { expect, test } from 'vitest';
import { load } from './helpers.ts';

const book = (contributors: string, zh = '[a]', en = zh) =>
	load({
		'book.yaml': 'title: { zh: 书, en: Book }\ndate: 2024\nlanguages: [zh, en]\ncontents: [p, q]\n',
		'contributors.yaml': contributors,
		'p.zh.md': `---\ntitle: 甲\nauthors: ${zh}\n---\n`,
		'p.en.md': `---\ntitle: A\nauthors: ${en}\n---\n`,
		'q.zh.md': '---\ntitle: 乙\nauthors: [a]\n---\n',
		'q.en.md': '---\ntitle: B\nauthors: [a]\n---\n',
	});
const a = 'a: { name: { zh: 阿, en: A } }\n';

test('defaults, and what replaces them', async () => {
	const { manuscript, found } = await book(
		`${a}b:\n  name: { zh: 乙会, en: B Club }\n  kind: organization\n  role: edt\n  orcid: https://orcid.org/0000-0002-9079-593X\n`,
		'[a, b]',
	);
	expect(found).toEqual([]);
	const name = expect.objectContaining({ zh: expect.objectContaining({ text: '阿', lang: 'zh' }) });
	expect(manuscript?.contributors.get('a')).toEqual({ id: 'a', kind: 'person', role: 'aut', name });
	expect(manuscript?.contributors.get('b')).toMatchObject({
		kind: 'organization',
		role: 'edt',
		orcid: '0000-0002-9079-593X',
	});
});

test('a translation is missed only in languages in which the contributor has a piece', async () => {
	const contributors = `${a}b:\n  name: { zh: 乙 }\n  bio: { zh: 乙传 }\n`;
	const both = await book(contributors, '[a, b]');
	expect(both.places).toEqual([
		'contributors.yaml:3:3 config-translation-missing',
		'contributors.yaml:4:3 config-translation-missing',
	]);
	expect(both.manuscript?.contributors.get('b')?.bio?.en).toMatchObject({ text: '乙传', lang: 'zh' });
	const one = await book(contributors, '[a, b]', '[a]');
	expect(one.places).toEqual([]);
	expect(one.manuscript?.contributors.get('b')?.name.en).toMatchObject({ text: '乙', lang: 'zh' });
});

test('who is named in no piece is told, and nothing is missed of them', async () => {
	const { places, manuscript } = await book(`${a}b: { name: { zh: 乙 } }\n`);
	expect(places).toEqual(['contributors.yaml:2:1 contributor-unused']);
	expect(manuscript?.contributors.has('b')).toBe(true);
});

test('nobody is called unused while a piece cannot be read', async () => {
	const { places } = await load({
		'book.yaml': 'title: 书\ndate: 2024\nlanguages: [zh]\ncontents: [p]\n',
		'contributors.yaml': 'a: { name: 阿 }\n',
		'p.zh.md': 'no front matter',
	});
	expect(places).toEqual(['p.zh.md:1:1 piece-front-matter']);
});

test('a plain sort key serves the languages whose name is in its script', async () => {
	const sortOf = async (lines: string) => {
		const { manuscript, found } = await book(`a:\n  ${lines}\n`);
		expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
		return manuscript?.contributors.get('a')?.sort;
	};
	expect(await sortOf('name: { zh: 罗莎, en: Rosa Keller }\n  sort: Keller, Rosa')).toEqual({
		en: 'Keller, Rosa',
	});
	expect(await sortOf('name: { en: Rosa Keller }\n  sort: Keller, Rosa')).toEqual({
		zh: 'Keller, Rosa',
		en: 'Keller, Rosa',
	});
	expect(await sortOf('name: { zh: 单田, en: Shan Tian }\n  sort: { zh: shan tian, fr: x }')).toEqual({
		zh: 'shan tian',
	});
});

test('a faulty entry is no unknown contributor, and stands in no piece', async () => {
	const { places, manuscript } = await book('a: { nam: 阿 }\n');
	expect(places).toEqual([
		'contributors.yaml:1:1 config-invalid',
		'contributors.yaml:1:6 config-unknown-key',
	]);
	expect(manuscript?.contributors.size).toBe(0);
	expect(manuscript?.sources.get('p')?.zh?.authors).toEqual([]);
});

test('while contributors.yaml is broken, nobody is called unknown', async () => {
	expect((await book('a: [\n')).places).toEqual(['contributors.yaml:2:1 yaml-syntax']);
	expect((await book('- a\n')).found.map(({ message }) => message)).toContain(
		'contributors.yaml must hold an id with a name for each contributor',
	);
});

test.each(['a b', 'li/wei', '-a', '季卫东', '__proto__'])('%s is no id', async (id) => {
	const { found } = await book(`${a}${id}: { name: x }\n`);
	expect(found.filter(({ rule }) => rule === 'config-invalid').map(({ line }) => line)).toEqual([2]);
});

test('without contributors.yaml every author is unknown; without authors it is not needed', async () => {
	const files = {
		'book.yaml': 'title: 书\ndate: 2024\nlanguages: [zh]\ncontents: [p]\n',
		'p.zh.md': '---\ntitle: 甲\nauthors:\n  - a\n---\n',
	};
	expect((await load(files)).places).toEqual(['p.zh.md:4:5 contributor-unknown']);
	expect((await load({ ...files, 'p.zh.md': '---\ntitle: 甲\n---\n' })).places).toEqual([]);
});
