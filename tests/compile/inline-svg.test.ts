import { toXast } from 'hast-util-to-xast';
import { expect, test } from 'vitest';
import { toXml } from 'xast-util-to-xml';
import { asset, compileText, elementOf, localText, toHtml } from './sample.ts';

const NAMESPACE = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';

function drawing(content: string, attributes = 'viewBox="0 0 10 5"', markdown = '![图](d.svg)') {
	return compileText(markdown, 'zh', {
		assets: [asset('d.svg', `<svg ${NAMESPACE} ${attributes}>${content}</svg>`)],
	});
}

test('a simple drawing becomes part of the text', () => {
	const { html, piece, found, book } = drawing(
		'<title>t</title><g fill-opacity=".5"><text text-anchor="middle" font-size="3">甲 A</text></g>',
	);
	expect(found).toEqual([]);
	expect(html).toBe(
		'<figure id="zh-a-f1" lang="zh"><svg viewBox="0 0 10 5" role="img" aria-label="图" width="320" height="200"><g fill-opacity=".5"><text text-anchor="middle" font-size="3">甲 A</text></g></svg></figure>',
	);
	expect(piece.images).toEqual([]);
	expect(book.images.size).toBe(0);
});

test('it is the same as XML', () => {
	const { piece } = drawing(
		'<defs><linearGradient id="g" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="red"/></linearGradient><clipPath id="c"><rect width="1" height="2"/></clipPath></defs><use xlink:href="#g" clip-path="url(#c)" stroke-dasharray="1 2"/>',
		'width="10" height="5"',
	);
	const xml = toXml(toXast(elementOf(piece.body, 'svg')));
	expect(xml).toContain('xmlns="http://www.w3.org/2000/svg"');
	expect(xml).toContain('viewBox="0 0 10 5"');
	expect(xml).toContain(
		'<linearGradient id="zh-a-g1-1" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="red">',
	);
	expect(xml).toContain('clip-path="url(#zh-a-g1-2)"');
	expect(xml).toContain('href="#zh-a-g1-1"');
	expect(xml).toContain('stroke-dasharray="1 2"');
	expect(xml).not.toContain('xlink');
});

test('the ids of two drawings never meet', () => {
	const { html } = drawing('<path id="Ü" d="M0 0"/><use href="#Ü"/>', '', '![图](d.svg)\n\n![图](d.svg)');
	expect([...html.matchAll(/<path id="([^"]+)"/g)].map(([, id]) => id)).toEqual(['zh-a-g1-1', 'zh-a-g2-1']);
	expect([...html.matchAll(/<use href="([^"]+)"/g)].map(([, id]) => id)).toEqual([
		'#zh-a-g1-1',
		'#zh-a-g2-1',
	]);
});

test('a style attribute of drawing properties becomes attributes, and wins over them', () => {
	const { html, found } = drawing(
		'<rect fill="red" style="fill:blue; stroke-width : 2 !important;-inkscape-x:1"/>',
	);
	expect(found).toEqual([]);
	expect(html).toContain('<rect fill="blue" stroke-width="2">');
});

test('what editors add and what points nowhere is left out', () => {
	const { html, found } = drawing(
		'<metadata><x:y xmlns:x="u">m</x:y></metadata><rect x:label="l" xmlns:x="u" data-a="1" fill="url(#nix)" width="1"/>\n<use href="#nix"/>',
	);
	expect(found).toEqual([]);
	expect(html).toContain('<rect width="1"></rect><use></use></svg>');
});

test.each([
	['<script>x</script>', '<script>'],
	['<rect onload="x"/>', 'onload'],
	['<foreignObject/>', '<foreignObject>'],
	['<image href="#a"/>', '<image>'],
	['<use href="b.svg#a"/>', 'b.svg#a'],
	['<use xlink:href="https://a.org/x"/>', 'https://a.org/x'],
	['<a href="javascript:x"><rect/></a>', 'javascript:x'],
	['<rect fill="url(https://a.org/x)"/>', 'fill'],
	['<rect style="fill:url( \'x.svg#a\')"/>', 'style'],
	['<rect style="fill:u\\72l(x)"/>', 'style'],
	['<style>@import "x";</style>', 'a style that loads something'],
	['<style>@font-face{src:url(x)}</style>', 'a style that loads something'],
])('%s is unsafe', (content, what) => {
	const { found } = drawing(content);
	expect(found).toMatchObject([{ rule: 'image-svg-unsafe', message: expect.stringContaining(what) }]);
});

test('document types, entities and style sheets from outside are unsafe', () => {
	for (const head of [
		'<!DOCTYPE svg>',
		'<!DOCTYPE svg [<!ENTITY a "b">]>',
		'<?xml-stylesheet href="a.css"?>',
	]) {
		const { found } = compileText('![图](d.svg)', 'zh', {
			assets: [asset('d.svg', `${head}<svg ${NAMESPACE}/>`)],
		});
		expect(found.map(({ rule }) => rule)).toEqual(['image-svg-unsafe']);
	}
	const harmless = `<?xml version="1.0"?><!-- x --><svg ${NAMESPACE}/>`;
	expect(compileText('![图](d.svg)', 'zh', { assets: [asset('d.svg', harmless)] }).found).toEqual([]);
});

test.each(['<svg', '<html/>', '', '<svg>&nbsp;</svg>'])('%j cannot be read', (markup) => {
	const { found } = compileText('![图](d.svg)', 'zh', { assets: [asset('d.svg', markup)] });
	expect(found).toMatchObject([{ rule: 'image-unreadable' }]);
});

test.each([
	['<style>text{fill:red}</style><text>甲</text>', ['image-svg-style']],
	['<text class="x">甲</text>', ['image-svg-style']],
	['<style>rect{fill:red}</style><rect/>', []],
	['<filter/><rect style="mix-blend-mode:multiply"/>', []],
])('%s stays an image', (content, rules) => {
	const { found, html, piece } = drawing(content);
	expect(found.map(({ rule }) => rule)).toEqual(rules);
	expect(html).toContain('<img src="d.svg" alt="图" width="320" height="200">');
	expect(piece.images).toEqual(['d.svg']);
});

test('a drawing without meaning is hidden from screen readers', () => {
	const { html } = drawing('<rect/>', '', '文 <img src="d.svg" alt="" title="x">');
	expect(html).toContain('<svg viewBox="0 0 320 200" aria-hidden="true" width="320" height="200">');
});

test('its texts are placed where it is called for, and are not hyphenated or marked', () => {
	const { piece } = drawing('<text>governance 治理</text>', '', '文\n\n![图](d.svg "标题")');
	const text = elementOf(piece.body, 'text');
	expect(text.children).toMatchObject([{ value: 'governance 治理', position: { start: { line: 3 } } }]);
	expect(toHtml(piece.body.children)).toContain('<figcaption lang="zh">标题</figcaption>');
});

test('a drawing in a text that is shown in several places stays an image, and is judged all the same', () => {
	const shown = (svg: string) =>
		compileText('甲', 'zh', {
			assets: [asset('d.svg', `<svg ${NAMESPACE} viewBox="0 0 1 1">${svg}</svg>`)],
			config: { disclaimer: { zh: localText('![图](d.svg)', 'zh') } },
		});
	const plain = shown('<path d="M0 0"/>');
	expect([plain.rules, [...plain.book.images.keys()]]).toEqual([[], ['d.svg']]);
	expect(shown('<script/>').rules).toEqual(['image-svg-unsafe 3:8']);
	expect(shown('<image href="data:image/png;base64,AA=="/>').rules).toEqual(['image-svg-unsafe 3:8']);
	expect(shown('<foreignObject/>').rules).toEqual(['image-svg-unsafe 3:8']);
});
