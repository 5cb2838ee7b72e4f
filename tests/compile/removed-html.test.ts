import { expect, test } from 'vitest';
import { compileText } from './sample.ts';

function removed(markdown: string): readonly string[] {
	return compileText(markdown)
		.found.filter(({ rule }) => rule === 'html-removed')
		.map(({ message }) => message);
}

test.each([
	['<script>alert(1)</script>', 'the element <script> was removed'],
	['<style>p{}</style>', 'the element <style> was removed'],
	['<iframe src="x"></iframe>', 'the element <iframe> was removed'],
	['<center>中</center>', 'the element <center> was removed'],
	['<b onclick="x()">中</b>', 'the attribute onclick of <b> was removed'],
	['<p style="color:red">中</p>', 'the attribute style of <p> was removed'],
	['<span data-x="1">中</span>', 'the attribute data-x of <span> was removed'],
	['<div aria-label="x">中</div>', 'the attribute aria-label of <div> was removed'],
	['<ol type="x"><li>中</li></ol>', 'the attribute type of <ol> was removed'],
	['<li>中</li>', 'the element <li> was removed'],
])('%s', (markdown, message) => {
	const { html } = compileText(markdown);
	expect(removed(markdown)).toEqual([message]);
	expect(html).not.toMatch(/script|style|iframe|center|onclick|data-x|aria/);
	if (markdown.includes('中')) expect(html).toContain('中');
});

test('what is allowed stays and nothing is said', () => {
	const markdown = [
		'<ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby> H<sub>2</sub>O<sup>2</sup><br>',
		'<abbr title="x">甲</abbr><cite>乙</cite><dfn>丙</dfn><kbd>K</kbd><mark>丁</mark><q>戊</q><small>己</small>',
		'<s>庚</s><u>辛</u><del>壬</del><ins>癸</ins><time datetime="2024">年</time><span dir="rtl" class="x">子</span>\n',
		'<div class="y" id="z"><p>丑</p></div>\n',
		'<table><caption>表</caption><colgroup><col span="2"></colgroup><tbody><tr><td colspan="2" rowspan="1">寅</td></tr></tbody></table>\n',
		'<figure><figcaption>图</figcaption></figure><dl><dt>词</dt><dd>解</dd></dl>',
	].join('\n');
	const { html, found } = compileText(markdown);
	expect(found).toEqual([]);
	for (const name of markdown.matchAll(/<([a-z]+)/g)) expect(html).toContain(`<${name[1]}`);
});

test('Markdown alone is never reported', () => {
	const markdown =
		'# h\n\n- [ ] t\n\n| a |\n|--:|\n| b |\n\n```js\nx\n```\n\n3. c\n\n~~d~~ <https://a.org> e[^1]\n\n[^1]: f';
	expect(compileText(markdown).found).toEqual([]);
});

test('an element left open, closed twice or wrongly nested does no harm', () => {
	expect(compileText('文 <b>粗 <i>斜</b> 字</i>\n\n下').html).toContain('<p lang="zh">下</p>');
	expect(compileText('</div></p></body></html>文').html).toContain('文');
	expect(compileText('<textarea>\n\n文字').html).toContain('文字');
	expect(compileText('<!-- 注释 -->\n\n文 <!-- x --> 字').html).not.toMatch(/注释|x/);
});
