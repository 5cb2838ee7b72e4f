import { expect, test } from 'vitest';
import { markChanges } from '../../scripts/redline/index.ts';
import { book, entry, markup, piece, tree } from '../support/edition.ts';

function marked(before: string, now: string, lang = 'en'): string {
	const make = (html: string) =>
		book({ contents: [entry('a')], pieces: [piece('a', lang, { body: tree(html) })] });
	const { book: made } = markChanges(make(now), make(before));
	const body = made.pieces.get('a')?.[lang]?.body;
	return body ? markup(body) : '';
}

test.each([
	['<p>one two three</p>', '<p>one 2 three</p>'],
	['<p>A <strong>bold</strong> word.</p>', '<p>A <strong>very bold</strong> word here.</p>'],
	['<p>The quick brown fox jumps over the lazy dog.</p><p>Second one.</p>', '<p>Second one.</p>'],
	[
		'<p>One sentence here now. Another sentence follows it.</p>',
		'<p>One sentence here now.</p><p>Another sentence follows it.</p>',
	],
	[
		'<ol><li>one apple</li><li>two pears</li><li>three plums</li></ol>',
		'<ol><li>one apple</li><li>three plums</li></ol>',
	],
	[
		'<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
		'<table><thead><tr><th>A</th><th>B</th><th>C</th></tr></thead><tbody><tr><td>1</td><td>5</td><td>3</td></tr></tbody></table>',
	],
	['<p>See <a href="#x">the chapter</a> now</p>', '<p>See <a href="#y">the big chapter</a></p>'],
	[
		'<figure><img src="a.png" alt="A"><figcaption>Fig one</figcaption></figure>',
		'<figure><img src="b.png" alt="B"><figcaption>Fig two</figcaption></figure>',
	],
	['<h2 id="a">Title of it</h2><p>x</p>', '<p>x</p>'],
])('%s', (a, b) => console.log(`${a}\n${b}\n${marked(a, b)}\n`));
test.each([
	[
		'<p>人工智能治理的国际合作需要新的制度安排。</p>',
		'<p>人工智能治理的全球合作急需新的制度安排和对话。</p>',
	],
	['<p>各国应当在透明度与问责方面达成共识。</p>', '<p>各国应在透明度、可解释性与问责方面尽快达成共识。</p>'],
])('%s', (a, b) => console.log(`${a}\n${b}\n${marked(a, b, 'zh')}\n`));
