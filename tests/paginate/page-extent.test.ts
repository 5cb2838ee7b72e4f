import { expect, test } from 'vitest';
import { extentOf } from '../../scripts/paginate/page-extent.ts';

test.each([
	['<p>ab c</p>\n<p>d\u00ade\u2010</p>', 5, 0],
	['', 0, 0],
	['a &amp; b&nbsp;&lt;&gt;', 5, 0],
	['<p title="a > b">c</p>', 1, 0],
	['<!-- a > "b --><p>c</p>', 1, 0],
	['𠀀字', 3, 0],
	// What is behind the last character, and nothing before it.
	['<img src="a"><hr><p>a</p><figure><img src="b"></figure><hr>', 1, 2],
	['<svg viewBox="0 0 1 1"><g><text>ab</text></g></svg>', 2, 0],
	['<math><mi>x</mi></math><math></math>', 1, 1],
	// Nothing that is printed once more, and no folio.
	[
		'<table><thead aria-hidden="true" class="repeated"><tr><th>head</th></tr></thead><tr><td>a</td></tr></table>',
		1,
		0,
	],
	['<table><thead><tr><th>head</th></tr></thead></table>', 4, 0],
	['<p>a<a href="#b" class="page-ref">12</a><a class="toc-title">b</a></p>', 2, 0],
])('%s', (html, characters, objects) => {
	expect(extentOf(html)).toEqual({ characters, objects });
});
