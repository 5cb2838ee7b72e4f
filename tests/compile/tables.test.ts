import { expect, test } from 'vitest';
import { compileText } from './sample.ts';

test('head cells say what they head', () => {
	const { html } = compileText('| 甲 | 乙 |\n|---|---|\n| 1 | 2 |');
	expect(html.match(/scope="col"/g)).toHaveLength(2);
	expect(html).not.toContain('scope="row"');
});

test('the first cell of a row heads it only where it is a head cell', () => {
	const { html } = compileText('<table><tbody><tr><th>甲</th><th>乙</th><td>1</td></tr></tbody></table>');
	expect(html).toContain('<th scope="row" lang="zh">甲</th><th lang="zh">乙</th>');
});

test('a scope that the author gave stays', () => {
	const { html } = compileText(
		'<table><thead><tr><th scope="colgroup" colspan="2">甲</th></tr></thead></table>',
	);
	expect(html).toContain('<th scope="colgroup" colspan="2" lang="zh">');
});

test('alignment is a class', () => {
	const { html } = compileText('| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |');
	for (const side of ['left', 'center', 'right'])
		expect(html.match(new RegExp(`align-${side}`, 'g'))).toHaveLength(2);
	expect(html).not.toContain(' align=');
});
