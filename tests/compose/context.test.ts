import { expect, test } from 'vitest';
import { label } from '../../scripts/compose/context.ts';

test('a label that a language lacks shows its key', () => {
	const context = { labels: { contents: '目录' } };
	expect(label(context, 'contents')).toBe('目录');
	expect(label(context, 'imprint')).toBe('imprint');
});
