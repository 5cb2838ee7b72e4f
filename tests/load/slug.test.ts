import { expect, test } from 'vitest';
import { slugify } from '../../scripts/load/slug.ts';

test.each([
	['Machines & Measure: A Book', 'machines-measure-a-book'],
	['The Editor’s Café', 'the-editors-cafe'],
	['机器与尺度', 'book'],
	['机器 AI 2024', 'ai-2024'],
	['---', 'book'],
	['', 'book'],
])('%s', (title, slug) => {
	expect(slugify(title)).toBe(slug);
});

test('a long title is cut between words', () => {
	expect(slugify('word '.repeat(40))).toBe('word-'.repeat(16).slice(0, -1));
	expect(slugify('x'.repeat(300))).toBe('x'.repeat(80));
});
