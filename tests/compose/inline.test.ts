import { expect, test } from 'vitest';
import { joinInlines, plainInline } from '../../scripts/compose/inline.ts';
import { inline } from '../support/edition.ts';

const names = ['A', '<span lang="zh">季卫东</span>', 'C'].map((html) => inline(html, 'en'));

test.each([
	[1, 'A'],
	[2, 'A and 季卫东'],
	[3, 'A, 季卫东 and C'],
])('joins %i names', (count, text) => {
	expect(joinInlines(names.slice(0, count), ', ', ' and ', 'en').text).toBe(text);
});

test('the three shapes of joined names say the same', () => {
	const joined = joinInlines(names, ', ', ' and ', 'en');
	expect(joined.html).toBe('A, <span lang="zh">季卫东</span> and C');
	expect(joined.lang).toBe('en');
	expect(joined.children).toMatchObject([
		{ value: 'A' },
		{ value: ', ' },
		{ tagName: 'span', properties: { lang: 'zh' } },
		{ value: ' and ' },
		{ value: 'C' },
	]);
});

test('words between names are escaped in HTML', () => {
	const joined = joinInlines(names.slice(0, 2), ', ', ' & ', 'en');
	expect(joined.html).toBe('A &amp; <span lang="zh">季卫东</span>');
	expect(joined.text).toBe('A & 季卫东');
});

test('no names make an empty line', () => {
	expect(joinInlines([], ', ', ' and ', 'en')).toEqual({ lang: 'en', text: '', html: '', children: [] });
});

test('a name that occurs last is not joined as the first', () => {
	expect(joinInlines(names.slice(0, 1), ', ', ' and ', 'en').children).toHaveLength(1);
});

test('text of the house is escaped', () => {
	expect(plainInline('R&D <b>', 'en')).toEqual({
		lang: 'en',
		text: 'R&D <b>',
		html: 'R&amp;D &lt;b>',
		children: [{ type: 'text', value: 'R&D <b>' }],
	});
});
