import { expect, test } from 'vitest';
import { filledLabel, label } from '../../scripts/package/labels.ts';

test('a label that a language lacks shows its key', () => {
	expect(label({ a: '甲' }, 'a')).toBe('甲');
	expect(label({}, 'b')).toBe('b');
});

test('values take the places of their names, and nothing else', () => {
	const labels = { source: '《{title}》（{date}）{other}' };
	expect(filledLabel(labels, 'source', { title: '$& {date}', date: '2024' })).toBe(
		'《$& {date}》（2024）{other}',
	);
});
