import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Files, load, loadFolder, makeFolder } from './helpers.ts';

const text = '---\ntitle: T\n---\n';
const book = (languages: string, contents: string, files: Files) =>
	load({
		'book.yaml': `title: { zh: 书, en: Book }\ndate: 2024\nlanguages: ${languages}\ncontents: ${contents}\n`,
		...files,
	});

test('a piece has one file for each language', async () => {
	const { manuscript, places } = await book('[zh, en]', '[b/c, a]', {
		'a.zh.md': text,
		'a.en.md': text,
		'b/c.en.md': text,
		'b/c.zh.md': text,
	});
	expect(places).toEqual([]);
	const files = [...(manuscript?.sources ?? [])].map(([path, byLang]) => [
		path,
		...Object.entries(byLang).map(([lang, source]) => `${lang} ${source.file}`),
	]);
	expect(files).toEqual([
		['b/c', 'zh b/c.zh.md', 'en b/c.en.md'],
		['a', 'zh a.zh.md', 'en a.en.md'],
	]);
});

test('a language that a piece lacks is named with its file, at the piece in book.yaml', async () => {
	const { found, manuscript } = await book('[zh, en]', '[a]', { 'a.en.md': text });
	expect(found.map((one) => `${one.line}:${one.column} ${one.rule} ${one.message}`)).toEqual([
		'4:12 piece-language-missing a.zh.md is missing',
	]);
	expect(Object.keys(manuscript?.sources.get('a') ?? {})).toEqual(['en']);
});

test.each(['front/prefase', 'front/preface.zh.md', 'front/preface.md', 'front/Preface'])(
	'%s was meant to be front/preface',
	async (path) => {
		const { found } = await book('[zh, en]', `[${path}]`, {
			'front/preface.zh.md': text,
			'front/preface.en.md': text,
		});
		expect(found.find(({ rule }) => rule === 'piece-missing')?.hint).toBe('Did you mean "front/preface"?');
	},
);

test('a listed piece is never suggested', async () => {
	const { found } = await book('[zh]', '[aaaa, aaab]', { 'aaaa.zh.md': text });
	expect(found.map(({ rule, hint }) => [rule, hint])).toEqual([
		['piece-missing', 'Write the file or take the piece out of contents.'],
	]);
});

test('in a book of one language the file may do without it', async () => {
	const files = { 'a.md': text, 'b.zh.md': text, 'README.md': 'x', 'notes/readme.md': 'x', 'c.en.md': text };
	const { manuscript, places } = await book('[zh]', '[a, b]', files);
	expect(places).toEqual([]);
	expect(manuscript?.sources.get('a')?.zh?.file).toBe('a.md');
	expect((await book('[zh, en]', '[a]', files)).places).toContain('book.yaml:4:12 piece-missing');
});

test('of two files for one piece the one with the language counts, and the other is told', async () => {
	const { manuscript, places } = await book('[zh]', '[a]', { 'a.md': text, 'a.zh.md': text });
	expect(manuscript?.sources.get('a')?.zh?.file).toBe('a.zh.md');
	expect(places).toEqual(['a.md:0:0 piece-unlisted']);
});

test('a piece that is not listed is told once, in the languages of the book', async () => {
	const { places } = await book('[zh, en]', '[a]', {
		'a.zh.md': text,
		'a.en.md': text,
		'b.zh.md': text,
		'b.en.md': text,
		'c.fr.md': text,
		'NOTES.md': text,
		'dist/out.txt': 'x',
	});
	expect(places).toEqual(['b.en.md:0:0 piece-unlisted']);
});

test('a language tag that ends like another is told apart', async () => {
	const { manuscript, places } = await book('[zh, zh-Hant]', '[a]', {
		'a.zh.md': text,
		'a.zh-Hant.md': text,
	});
	expect(places.filter((place) => !place.endsWith('config-translation-missing'))).toEqual([]);
	expect(Object.keys(manuscript?.sources.get('a') ?? {})).toEqual(['zh', 'zh-Hant']);
});

test('names in composed and decomposed form are the same', async () => {
	const { places, manuscript } = await book('[zh]', `[${'café'.normalize('NFC')}]`, {
		[`${'café'.normalize('NFD')}.zh.md`]: text,
	});
	expect(places).toEqual([]);
	expect(manuscript?.sources.get('café'.normalize('NFC'))?.zh?.title.text).toBe('T');
});

test('a link out of the folder is not read', async () => {
	const outside = await makeFolder({ 'secret.zh.md': '---\ntitle: Secret\n---\n' });
	const dir = await makeFolder({ 'book.yaml': 'title: 书\ndate: 2024\nlanguages: [zh]\ncontents: [a, b]\n' });
	await symlink(join(outside, 'secret.zh.md'), join(dir, 'a.zh.md'));
	await mkdir(join(dir, 'b.zh.md'));
	const { found, manuscript } = await loadFolder(dir);
	expect(found.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
		'file-unreadable a.zh.md cannot be read: it is a link that leads out of the manuscript folder',
		'piece-missing there is no piece "b"',
	]);
	expect(manuscript?.sources.get('a')).toEqual({});
});

test('two hundred pieces are read', async () => {
	const names = Array.from({ length: 200 }, (_, index) => `p${index}`);
	const files = Object.fromEntries(names.map((name) => [`${name}.zh.md`, text.replace('T', name)]));
	const { manuscript, places } = await book('[zh]', `[${names.join(', ')}]`, files);
	expect(places).toEqual([]);
	expect([...(manuscript?.sources.values() ?? [])].map((byLang) => byLang.zh?.title.text)).toEqual(names);
});
