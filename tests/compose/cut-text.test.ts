import { expect, test } from 'vitest';
import { cutText } from '../../scripts/compose/cut-text.ts';
import { text } from '../support/edition.ts';

test('a part stands as many columns further on as characters were left out', () => {
	const source = text('第一章 导论', 4, 10);
	expect(cutText(source, 0, 3)).toMatchObject({
		value: '第一章',
		position: { start: { line: 4, column: 10 } },
	});
	expect(cutText(source, 4)).toMatchObject({ value: '导论', position: { start: { line: 4, column: 14 } } });
	expect(source).toEqual(text('第一章 导论', 4, 10));
});

test('a text without a place has parts without one', () => {
	expect(cutText(text('导论'), 1)).toEqual({ type: 'text', value: '论' });
});
