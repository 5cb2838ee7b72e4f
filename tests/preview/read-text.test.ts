import { expect, test } from 'vitest';
import { readText } from '../../scripts/preview/read-text.ts';

test.each([
	['<p>One <em>two</em></p><p>three</p>', '\nOne two\n\nthree\n'],
	['a<sup>1</sup>b', 'a1b'],
	['1 &lt; 2 &amp;&amp; 3&nbsp;&gt; 2 &amp;lt;', '1 < 2 && 3\u00a0> 2 &lt;'],
	['<p title="a > b" data-x=\'>\'>text</p>', '\ntext\n'],
	['<!-- <p>no</p> -->yes', 'yes'],
	['<h2 id="a">Head</h2>text<br>more<img alt="x">end', '\nHead\ntextmore\nend'],
])('%s', (html, text) => {
	expect(readText(html)).toBe(text);
});
