import { expect, test } from 'vitest';
import { compile, compileText, rulesOf } from './sample.ts';

const files = {
	'chapters/a.zh.md': '## 安全与 AI 治理\n\n## 安全与 AI 治理',
	'chapters/a.en.md': '## Safety & Governance\n\nText',
	'front/b.zh.md': '',
	'front/c.en.md': '## Only English',
};

function linkFrom(markdown: string, file = 'front/b.zh.md') {
	const compiled = compile({ files: { ...files, [file]: markdown } });
	return { html: compiled.html(file), found: compiled.found };
}

test.each([
	['../chapters/a.md', '#zh-chapters-a'],
	['../chapters/a.zh.md', '#zh-chapters-a'],
	['/chapters/a.md', '#zh-chapters-a'],
	['/chapters/a.md#', '#zh-chapters-a'],
	['../chapters/a.md#安全与-ai-治理', '#zh-chapters-a-h1'],
	['../chapters/a.md#%E5%AE%89%E5%85%A8%E4%B8%8E-ai-%E6%B2%BB%E7%90%86-1', '#zh-chapters-a-h2'],
	['../chapters/a.en.md#safety--governance', '#zh-chapters-a'],
	['b.md', '#zh-front-b'],
	['#', '#zh-front-b'],
	['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
	['mailto:a@example.org', 'mailto:a@example.org'],
	['tel:+8610', 'tel:+8610'],
])('%s leads to %s', (href, expected) => {
	const { html, found } = linkFrom(`[去](${href})`);
	expect(found).toEqual([]);
	expect(html).toBe(`<p lang="zh"><a href="${expected.replace('&', '&#x26;')}">去</a></p>`);
});

test('a link to a heading of the same piece, also by its slug in other case', () => {
	expect(compileText('[x](#ein-wort)\n\n## Ein Wort', 'de', { languages: ['de'] }).html).toContain(
		'"#de-a-h1"',
	);
	expect(compileText('[x](#Ein-Wort)\n\n## Ein Wort', 'de', { languages: ['de'] }).html).toContain(
		'"#de-a-h1"',
	);
});

test.each([
	['../chapters/aa.md', '/chapters/a.md'],
	['../chapters/a.md#安全与-ai-治', '#安全与-ai-治理'],
])('a broken link %s is reported with the nearest name, and its text stays', (href, nearest) => {
	const { html, found } = linkFrom(`文字 [去 **那**](${href})`);
	expect(rulesOf(found)).toEqual(['link-broken 1:4']);
	expect(found[0]?.hint).toBe(`Did you mean "${nearest}"?`);
	expect(html).toBe('<p lang="zh">文字 去 <strong>那</strong></p>');
});

test.each([
	...[
		'../../x.md',
		'../images/x.png',
		'x',
		'//example.org/x',
		'<>',
		'<https://a b>',
		'https://[',
		'#nowhere-near-any',
	],
])('%s is broken', (href) => {
	const { found, html } = linkFrom(`[去](${href})`);
	expect(rulesOf(found)).toEqual(['link-broken 1:1']);
	expect(html).toBe('<p lang="zh">去</p>');
});

test.each([
	'javascript:alert(1)',
	'JavaScript:alert(1)',
	'data:text/html,x',
	'vbscript:x',
	'file:///etc/passwd',
	'ftp://a.org',
])('%s is unsafe', (href) => {
	const { html, found } = linkFrom(`[去](${href})`);
	expect(rulesOf(found)).toEqual(['link-unsafe 1:1']);
	expect(html).toBe('<p lang="zh">去</p>');
});

test('a scheme hidden by control characters in HTML is unsafe', () => {
	const { html, found } = linkFrom('文 <a href=" java&#10;script&#9;:alert(1)">去</a>');
	expect(rulesOf(found)).toEqual(['link-unsafe 1:3']);
	expect(html).toBe('<p lang="zh">文 去</p>');
});

test('a link to a piece that this language lacks becomes its text without a word', () => {
	const { html, found } = linkFrom('[去](c.md#only-english)');
	expect(found).toEqual([]);
	expect(html).toBe('<p lang="zh">去</p>');
});

test('links in notes and captions are followed too', () => {
	const compiled = compile({
		files: { ...files, 'front/b.zh.md': '文[^1]\n\n[^1]: [去](../chapters/a.md) [坏](x.md)' },
	});
	expect(rulesOf(compiled.found)).toEqual(['link-broken 3:29']);
	expect(compiled.piece('front/b.zh.md').notes[0]?.children[0]?.children[0]).toMatchObject({
		properties: { href: '#zh-chapters-a' },
	});
});

test('a title serves as a heading of the piece', () => {
	expect(compileText('[x](#title)').html).toContain('href="#zh-a"');
});
