import { expect, test } from 'vitest';
import { asset, compile, compileText, elementOf, rulesOf, toHtml } from './sample.ts';

const assets = [asset('images/a.png'), asset('images/图 1.png'), asset('b.png')];

function image(markdown: string) {
	const compiled = compile({ files: { 'chapters/x.zh.md': markdown }, assets });
	return { ...compiled, html: compiled.html('chapters/x.zh.md'), piece: compiled.piece('chapters/x.zh.md') };
}

test.each([
	['../images/a.png', 'images/a.png'],
	['/images/a.png', 'images/a.png'],
	['./../b.png', 'b.png'],
	['../images/%E5%9B%BE%201.png', 'images/图 1.png'],
	['<../images/图 1.png>', 'images/图 1.png'],
])('%s is found', (src, path) => {
	const { html, piece, book, found } = image(`文 ![图](${src})`);
	expect(found).toEqual([]);
	expect(html).toBe(`<p lang="zh">文 <img src="${path}" alt="图" width="320" height="200"></p>`);
	expect(piece.images).toEqual([path]);
	expect([...book.images.keys()]).toEqual([path]);
});

test.each([
	['../images/aa.png', 'image-missing', 'does not exist'],
	['', 'image-missing', 'does not exist'],
	['../../a.png', 'image-outside', 'outside'],
	['/../a.png', 'image-outside', 'outside'],
	['file:///a.png', 'image-outside', 'outside'],
	['C:/a.png', 'image-outside', 'outside'],
	['https://a.org/a.png', 'image-remote', 'not in the manuscript'],
	['//a.org/a.png', 'image-remote', 'not in the manuscript'],
	['data:image/png;base64,AAAA', 'image-remote', 'not in the manuscript'],
])('%s: %s', (src, rule, message) => {
	const { html, found, piece } = image(`文\n\n字 ![图](${src})`);
	expect(rulesOf(found)).toEqual([`${rule} 3:3`]);
	expect(found[0]?.message).toContain(message);
	expect(html).toBe('<p lang="zh">文</p>\n<p lang="zh">字 图</p>');
	expect(piece.images).toEqual([]);
});

test('an image that load could not read is reported with the reason', () => {
	const { found } = compileText('![图](broken.png)', 'zh', { unreadable: { 'broken.png': 'it is empty' } });
	expect(found).toMatchObject([
		{ rule: 'image-unreadable', message: expect.stringContaining('it is empty') },
	]);
});

test('an image without description is reported, unless HTML says that it needs none', () => {
	expect(rulesOf(image('文 ![](../b.png)').found)).toEqual(['image-alt-missing 1:3']);
	expect(rulesOf(image('文 ![][x]\n\n[x]: ../b.png').found)).toEqual(['image-alt-missing 1:3']);
	expect(rulesOf(image('文 <img src="../b.png">').found)).toEqual(['image-alt-missing 1:3']);
	expect(rulesOf(image('文 <img src="../b.png" alt=" ">').found)).toEqual(['image-alt-missing 1:3']);
	expect(rulesOf(image('文 ![\u3000](../b.png)').found)).toEqual(['image-alt-missing 1:3']);
	expect(rulesOf(image('![](../b.png "题")').found)).toEqual(['image-alt-missing 1:1']);
	expect(image('文 ![](../b.png)').found[0]?.severity).toBe('error');
	const ornament = image('文 <img src="../b.png" alt="">');
	expect(ornament.found).toEqual([]);
	expect(ornament.html).toContain('alt=""');
});

test('an ornament cannot be all that a link shows', () => {
	const ornament = '<img src="../b.png" alt="">';
	expect(rulesOf(image(`文 [${ornament}](https://example.org)`).found)).toEqual(['image-alt-missing 1:4']);
	expect(rulesOf(image(`[*${ornament}* ${ornament}](https://example.org)`).found)).toEqual([
		'image-alt-missing 1:3',
	]);
	expect(image(`[${ornament} 字](https://example.org)`).found).toEqual([]);
	expect(image(`[${ornament}![图](../b.png)](https://example.org)`).found).toEqual([]);
	expect(rulesOf(image('[![](../b.png)](https://example.org)').found)).toEqual(['image-alt-missing 1:2']);
});

test('an image alone in its paragraph is a figure, its title the caption', () => {
	const { html, found } = image('![图](../b.png "标题 **强** GPT [x](#甲)")\n\n# 甲\n\n![图](/b.png)');
	expect(found).toEqual([]);
	expect(html).toBe(
		[
			'<figure id="zh-chapters-x-f1" lang="zh"><img src="b.png" alt="图" width="320" height="200">',
			'<figcaption lang="zh">标题 <strong>强</strong> <span lang="en">GPT</span> <a href="#zh-chapters-x-h1"><span lang="en">x</span></a></figcaption></figure>\n',
			'<h2 id="zh-chapters-x-h1" lang="zh">甲</h2>\n',
			'<figure id="zh-chapters-x-f2" lang="zh"><img src="b.png" alt="图" width="320" height="200"></figure>',
		].join(''),
	);
});

test('an image in a line keeps its title, and an image used twice counts once', () => {
	const { html, piece } = image('文 ![图](/b.png "t") ![图](/b.png)');
	expect(html).toContain('title="t"');
	expect(piece.images).toEqual(['b.png']);
});

test('faults in a caption have the place of the image', () => {
	const { found } = image('文\n\n![图](/b.png "a [x](nix.md) ![y](nix.png)")');
	expect(rulesOf(found)).toEqual(['image-missing 3:1', 'link-broken 3:1']);
});

test('a width that the author gave is kept, and the height follows', () => {
	const { html, found } = image('文 <img src="/b.png" alt="图" width="240">');
	expect(found).toEqual([]);
	expect(html).toBe('<p lang="zh">文 <img src="b.png" alt="图" width="240" height="150"></p>');
	const { html: wide, found: height } = image('文 <img src="/b.png" alt="图" width="9999" height="1">');
	expect(wide).toContain('width="9999" height="6249.38"');
	expect(height.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
		'html-removed the attribute height of <img> was removed',
	]);
});

test.each(['50%', '0', '-5', '2.5', '240px', '10000', '', 'wide'])('a width of "%s" is none', (width) => {
	const { html, found } = image(`文\n\n字 <img src="/b.png" alt="图" width="${width}">`);
	expect(html).toContain('width="320" height="200"');
	expect(rulesOf(found)).toEqual(['image-width 3:3']);
	expect(found[0]?.message).toContain(`the width "${width}" of the image "b.png"`);
});

test('a drawing has the width that the author gave, too', () => {
	const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><path d="M0 0h4"/></svg>';
	const { html } = compileText('<img src="a.svg" alt="图" width="100">', 'zh', {
		assets: [{ ...asset('a.svg', svg), width: 300, height: 150 }],
	});
	expect(html).toMatch(/<svg [^>]*viewBox="0 0 4 2"[^>]* width="100" height="50">/);
});

test('images of notes and biographies belong to the book', () => {
	const { book, piece } = compile({ files: { 'a.zh.md': '文[^1]\n\n[^1]: ![图](/b.png)' }, assets });
	expect([...book.images.keys()]).toEqual(['b.png']);
	expect(toHtml(piece('a.zh.md').notes[0]?.children ?? [])).toContain('<figure id="zh-a-f1"');
	expect(() => elementOf(piece('a.zh.md').body, 'img')).toThrow();
});
