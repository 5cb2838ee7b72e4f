import { expect, test } from 'vitest';
import { uprightDigits } from '../../scripts/compose/upright-digits.ts';
import { inline, markup } from '../support/edition.ts';

const marked = (html: string) => markup([...uprightDigits(inline(html)).children]);
const upright = (digits: string) => `<span class="upright-digits">${digits}</span>`;

test('numbers of one and two digits stand upright', () => {
	expect(marked('治理的12条原则与3个问题')).toBe(`治理的${upright('12')}条原则与${upright('3')}个问题`);
	expect(marked('<em>第5章</em>')).toBe(`<em>第${upright('5')}章</em>`);
});

test.each(['2024年报告', 'GPT4时代', '3.5模型', '治理100问', '50%的人', '1,5倍'])(
	'%s stays as it is',
	(title) => {
		expect(marked(title)).toBe(title);
	},
);

test('a foreign run stays as it is', () => {
	expect(marked('论<span lang="en">GPT 4</span>')).toBe('论<span lang="en">GPT 4</span>');
});

test('texts keep their places', () => {
	const line = inline('论5条');
	const [before, digits] = uprightDigits({
		...line,
		children: [
			{
				type: 'text',
				value: '论5条',
				position: { start: { line: 2, column: 7 }, end: { line: 2, column: 10 } },
			},
		],
	}).children;
	expect(before).toMatchObject({ value: '论', position: { start: { line: 2, column: 7 } } });
	expect(digits).toMatchObject({ children: [{ value: '5', position: { start: { line: 2, column: 8 } } }] });
});
