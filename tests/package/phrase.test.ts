import { expect, test } from 'vitest';
import { toPhrase } from '../../scripts/package/phrase.ts';
import { contentOf } from './section.ts';

test('what means something only in its place is left out: links, ids, page breaks, calls of notes', () => {
	const caption = contentOf(
		'甲<span id="page-3" role="doc-pagebreak" aria-label="3"></span><a href="#x" id="y">乙<i>丙</i></a>' +
			'<sup><a role="doc-noteref" href="#n">1</a></sup>',
	);
	expect(toPhrase(caption, 'zh', 'zh')).toBe('甲乙<i>丙</i><sup />');
	expect(caption).toHaveLength(4);
});

test('the language is said where the document has another', () => {
	expect(toPhrase(contentOf('A &amp; <b lang="zh">乙</b>'), 'en', 'zh')).toBe(
		'<span lang="en" xml:lang="en">A &#x26; <b lang="zh" xml:lang="zh">乙</b></span>',
	);
});
