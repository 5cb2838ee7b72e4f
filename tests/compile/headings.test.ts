import { expect, test } from 'vitest';
import { compileText } from './sample.ts';

function levels(markdown: string): readonly string[] {
	return compileText(markdown).piece.headings.map(({ level, title }) => `${level} ${title.text}`);
}

test.each([
	['# a\n## b\n### c', ['2 a', '3 b', '4 c']],
	['## a\n### b\n## c', ['2 a', '3 b', '2 c']],
	['## a\n#### b\n#### c\n### d', ['2 a', '3 b', '3 c', '3 d']],
	['### a\n## b\n### c', ['2 a', '2 b', '3 c']],
	['# a\n## b\n### c\n#### d\n##### e\n###### f', ['2 a', '3 b', '4 c', '5 d', '6 e', '6 f']],
	['a\n===\n\nb\n---', ['2 a', '3 b']],
	['', []],
])('levels of %j', (markdown, expected) => {
	expect(levels(markdown)).toEqual(expected);
});

test('headings of the HTML of the author count too', () => {
	expect(levels('# a\n\n<h4>b</h4>')).toEqual(['2 a', '3 b']);
});

test('a heading in a quotation or list is no section, and stands under the section around it', () => {
	const { html, piece } = compileText('# a\n\n## b\n\n> # q\n\n- # l\n\n# c');
	expect(piece.headings.map(({ title }) => title.text)).toEqual(['a', 'b', 'c']);
	expect(html).toContain('<h4 id="zh-a-h3" lang="zh"><span lang="en">q</span></h4>');
	expect(html).toMatch(/<li[^>]*>\s*<h4/);
});

test('the title in a list of headings has no link, id or image', () => {
	const { piece } = compileText('## a **b** [c](https://a.org) <span id="x">d</span> ![e](no.png)', 'en');
	expect(piece.headings[0]?.title.html).toBe('a <strong>b</strong> c <span>d</span> e');
});

test('levels and ids of the list and of the text agree', () => {
	const { piece, html } = compileText('### 甲\n\n##### 乙');
	for (const { id, level, title } of piece.headings) {
		expect(html).toContain(`<h${level} id="${id}" lang="zh">${title.text}</h${level}>`);
	}
});
