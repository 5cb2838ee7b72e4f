import { expect, test } from 'vitest';
import { compileBook } from '../../scripts/compile/index.ts';
import { compile, localText, manuscriptOf } from './sample.ts';

test('a book has its pieces in the languages that were asked for', () => {
	const manuscript = manuscriptOf({ files: { 'a.zh.md': '甲', 'a.en.md': 'A', 'b.zh.md': '乙' } });
	const book = compileBook(manuscript, ['en'], () => {});
	expect([...book.pieces.keys()]).toEqual(['a']);
	expect(Object.keys(book.pieces.get('a') ?? {})).toEqual(['en']);
	// Titles stand in every edition in all languages of the book.
	expect(Object.keys(book.title)).toEqual(['zh', 'en']);
	expect(book.contents).toHaveLength(2);
});

test('parts, publishers and persons are carried over', () => {
	const { book } = compile({
		files: { 'a.zh.md': '甲' },
		config: {
			subtitle: { zh: localText('副', 'zh') },
			publishers: [{ zh: localText('出版 X', 'zh') }],
			contents: [
				{ kind: 'part', title: { zh: localText('第一章', 'zh') }, pieces: [{ kind: 'piece', path: 'a' }] },
			],
		},
		contributors: new Map([
			[
				'x',
				{
					id: 'x',
					kind: 'organization',
					role: 'edt',
					orcid: '0000-0002-1825-0097',
					sort: { zh: 'x' },
					name: { zh: localText('甲', 'zh') },
					affiliation: { zh: localText('乙', 'zh') },
				},
			],
		]),
	});
	expect(book.contents).toMatchObject([{ kind: 'part', title: { zh: { text: '第一章' } }, pieces: ['a'] }]);
	expect(book.publishers[0]?.zh?.html).toBe('出版 <span lang="en">X</span>');
	expect(book.subtitle?.zh?.text).toBe('副');
	expect(book).not.toHaveProperty('disclaimer');
	expect(book.contributors.get('x')).toMatchObject({
		kind: 'organization',
		role: 'edt',
		orcid: '0000-0002-1825-0097',
		sort: { zh: 'x' },
		affiliation: { zh: { text: '乙' } },
	});
});

test('faults of all pieces are reported together', () => {
	const { found } = compile({
		files: {
			'a.zh.md': '[x](nix.md)',
			'a.en.md': '![x](nix.png)',
			'b.zh.md': '文[^1]',
			'b.en.md': '[x](data:x)',
		},
	});
	expect(found.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
		'a.en.md image-missing',
		'a.zh.md link-broken',
		'b.en.md link-unsafe',
		'b.zh.md note-undefined',
	]);
});

test('the same manuscript gives the same book', () => {
	const files = { 'a.zh.md': '# 题\n\n读 GPT[^1]\n\n[^1]: 注', 'b.en.md': 'Governance ![x](i.png)' };
	expect(JSON.stringify([...compile({ files }).book.pieces])).toBe(
		JSON.stringify([...compile({ files }).book.pieces]),
	);
});

test('fifty thousand characters take no long time', () => {
	const paragraph = `${'生成式人工智能的发展与 AI 治理。'.repeat(20)}\n\n`;
	const files = Object.fromEntries(
		Array.from({ length: 35 }, (_, index) => [`p${index}.zh.md`, `# 题\n\n${paragraph.repeat(4)}`]),
	);
	compile({ files });
	const start = performance.now();
	compile({ files });
	expect(performance.now() - start).toBeLessThan(2000);
});
