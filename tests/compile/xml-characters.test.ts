import { expect, test } from 'vitest';
import { compile, compileText, localText } from './sample.ts';

test('characters that XML forbids are dropped, and said once a line', () => {
	const { html, rules } = compileText('甲\u0001乙\u0002\n丙\ufffe\n\n丁\ud800戊\u0085');
	expect(html).toBe('<p lang="zh">甲乙丙</p>\n<p lang="zh">丁戊</p>');
	expect(rules).toEqual(['character-control 1:2', 'character-control 2:2', 'character-control 4:2']);
});

test('tabs, pairs of surrogates and a byte order mark at the start are no fault', () => {
	expect(compileText('\ufeff\t甲😀𠀀', 'zh').rules).toEqual([]);
	expect(compileText('甲😀𠀀', 'zh').html).toContain('甲😀𠀀');
});

test('references in HTML cannot bring them back', () => {
	const { html, rules } = compileText('<div title="甲&#1;乙">丙&#x1F;丁</div>');
	expect(html).toBe('<div title="甲乙" lang="zh">丙丁</div>');
	expect(rules).toEqual(['character-control 1:1', 'character-control 1:21']);
});

test('lines may end as on any system', () => {
	expect(compileText('甲\r\n乙\r丙\n\n丁').html).toBe('<p lang="zh">甲乙丙</p>\n<p lang="zh">丁</p>');
});

test('titles are cleaned too, at their place', () => {
	const { book, found } = compile({
		files: {},
		config: { title: { zh: localText('书\u0007名', 'zh', 2, 9), en: localText('Book', 'en') } },
	});
	expect(book.title.zh?.text).toBe('书名');
	expect(found).toMatchObject([{ rule: 'character-control', file: 'book.yaml', line: 2, column: 10 }]);
});
