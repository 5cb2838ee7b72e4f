import { expect, test } from 'vitest';
import { createMemo } from '../../scripts/cache/index.ts';
import { headLine, label } from '../../scripts/compose/context.ts';
import { inline } from '../support/edition.ts';

test('a label that a language lacks shows its key', () => {
	const context = { labels: { contents: '目录' } };
	expect(label(context, 'contents')).toBe('目录');
	expect(label(context, 'imprint')).toBe('imprint');
});

test('a running head in another language than its pages says so, and is the same one each time', () => {
	const context = { lang: 'zh', memo: createMemo() };
	const [own, other] = [inline('标题'), inline('A <em>title</em>', 'en')];
	expect(headLine(context, own)).toBe(own);
	expect(headLine(context, other).html).toBe('<span lang="en">A <em>title</em></span>');
	expect(headLine(context, other)).toBe(headLine(context, other));
	expect(headLine({ ...context, lang: 'en' }, other)).toBe(other);
});
