import { expect, test } from 'vitest';
import { compileText } from './sample.ts';

test.each([
	['见https://a.org/b，详见', 'https://a.org/b', '，详见'],
	['见 https://a.org/b。', 'https://a.org/b', '。'],
	['（https://a.org/中文）', 'https://a.org/', '中文）'],
])('a bare address ends before Chinese: %s', (markdown, address, rest) => {
	const { html } = compileText(markdown);
	expect(html).toContain(`<a href="${address}">`);
	expect(html.replace(/<[^>]+>/g, '')).toContain(`${address}${rest}`);
	expect(html).not.toContain('%');
});

test.each(['<https://a.org/中文>', '[https://a.org/中文](https://a.org/中文)'])(
	'%s is meant as it stands',
	(markdown) => {
		expect(compileText(markdown).html).toContain('href="https://a.org/%E4%B8%AD%E6%96%87"');
	},
);
