import { expect, test } from 'vitest';
import { asset, compile } from './sample.ts';

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><path d="M0 0h4"/></svg>';
const assets = [asset('a.png'), asset('b.svg', drawing)];
const image = '<img src="a.png" alt="图" width="144">';
const shown = '<img src="a.png" alt="图" width="144" height="90">';

function html(markdown: string): string {
	const compiled = compile({ files: { 'x.zh.md': markdown }, assets });
	expect(compiled.found).toEqual([]);
	return compiled.html('x.zh.md');
}

test('an image in HTML between empty lines is a figure, as in Markdown; its title is the caption', () => {
	expect(html(`文\n\n${image}\n\n字`)).toBe(
		`<p lang="zh">文</p>\n<figure id="zh-x-f1" lang="zh">${shown}</figure>\n<p lang="zh">字</p>`,
	);
	expect(html('<img src="a.png" alt="图" title="**题**">')).toBe(
		'<figure id="zh-x-f1" lang="zh"><img src="a.png" alt="图" width="320" height="200">' +
			'<figcaption lang="zh"><strong>题</strong></figcaption></figure>',
	);
	expect(html('<img src="b.svg" alt="图" width="144">')).toMatch(/^<figure[^>]*><svg .*<\/svg><\/figure>$/);
	expect(html(`> 文\n>\n> ${image}`)).toContain(`<figure id="zh-x-f1" lang="zh">${shown}</figure>`);
	expect(html(`${image}\n\n${image}`).match(/<figure/g)).toHaveLength(2);
});

test.each([
	['in a line', `文 ${image} 字`],
	['before text in the next line', `${image}\n文`],
	['beside another image', `${image}\n${image}`],
	['beside other HTML of a line', `${image}\n<b>文</b>`],
	['in a cell', `<table><tr><th>文</th><td>${image}</td></tr></table>`],
	['that is mere decoration', '<img src="a.png" alt="">'],
	['drawn as mere decoration', '<img src="b.svg" alt="">'],
])('an image %s is none', (_, markdown) => {
	expect(html(markdown)).not.toContain('<figure');
});
