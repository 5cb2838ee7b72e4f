import { describe, expect, test } from 'vitest';
import { deepFreeze } from '../support/session.ts';
import { marked, markPieces, short, version } from './support.ts';

describe('words', () => {
	test('a word that came, one that is gone, one that took the place of another', () => {
		expect(marked('<p>one two three</p>', '<p>one two and three</p>')).toBe('<p>one two [+and +]three</p>');
		expect(marked('<p>one two three</p>', '<p>one three</p>')).toBe('<p>one [-two -]three</p>');
		expect(marked('<p>one two three</p>', '<p>one 2 three</p>')).toBe('<p>one [-two-][+2+] three</p>');
	});

	test('Chinese is compared word by word', () => {
		const before = '<p>各国应当在透明度与问责方面达成共识。</p>';
		const now = '<p>各国应在透明度、可解释性与问责方面尽快达成共识。</p>';
		expect(marked(before, now, 'zh')).toBe(
			'<p>各国应[-当-]在透明度[+、可解释性+]与问责方面[+尽快+]达成共识。</p>',
		);
	});

	test('changes with next to nothing between them are one', () => {
		const before = '<p>It rests on the goodwill of the parties alone, as before.</p>';
		const now = '<p>It rests on the promises by some parties alone, as before.</p>';
		expect(marked(before, now)).toBe(
			'<p>It rests on the [-goodwill of the-][+promises by some+] parties alone, as before.</p>',
		);
	});

	test('what only came leaves what is between it alone', () => {
		expect(marked('<p>a, b and c</p>', '<p>a big, big b and c</p>')).toBe(
			'<p>a[+ big+],[+ big+] b and c</p>',
		);
	});

	test('hyphenation and white space are no change', () => {
		const before = version('<p>Gov\u00adern\u00adance of AI</p>');
		const now = version('<p>Governance\nof AI</p>');
		expect(markPieces(before, now)).toBe(now);
	});

	test('what is only set otherwise is no change', () => {
		const now = version('<p>one <strong>two</strong> three</p>');
		expect(markPieces(version('<p>one two three</p>'), now)).toBe(now);
	});
});

describe('elements of a line', () => {
	test('marks stand inside emphasis and links, which stay whole', () => {
		expect(marked('<p>A <strong>bold</strong> word</p>', '<p>A <strong>very bold</strong> word</p>')).toBe(
			'<p>A <strong>[+very +]bold</strong> word</p>',
		);
		expect(
			marked(
				'<p>See <a href="#x">the old chapter</a>.</p>',
				'<p>See <a href="#y" id="z">the chapter</a>.</p>',
			),
		).toBe('<p>See <a href="#y" id="z">the [-old -]chapter</a>.</p>');
	});

	test('what is gone keeps its emphasis, and loses its ids and links', () => {
		const before = '<p>Read on, <em>or else</em> <a href="#x" id="y">go back</a>, in the second part.</p>';
		expect(marked(before, '<p>Read on, in the second part.</p>')).toBe(
			'<p>Read on, <em>[-or else-]</em>[- -]<span>[-go back-]</span>[-, -]in the second part.</p>',
		);
	});

	test('places that links lead to stay, and come once', () => {
		const now = '<p>one <span id="here"></span>two</p>';
		expect(marked('<p>one <span id="there"></span>2</p>', now)).toBe(
			'<p>one <span id="here"></span>[-2-][+two+]</p>',
		);
	});
});

describe('blocks', () => {
	test('one that came, and one that is gone, in its place', () => {
		const [first, second] = ['<p>The first stays here.</p>', '<p>Here is another text.</p>'];
		expect(marked(first, first + second)).toBe(`${first}<p>[+Here is another text.+]</p>`);
		expect(marked(second + first, first)).toBe(
			`<p class="deleted-block">[-Here is another text.-]</p>${first}`,
		);
	});

	test('a heading that is gone is none any more, and no place', () => {
		expect(marked('<h2 id="a">Old title</h2><p>x</p>', '<p>x</p>')).toBe(
			'<p class="deleted-heading sans deleted-block">[-Old title-]</p><p>x</p>',
		);
	});

	test('a paragraph cut in two, and two joined', () => {
		const whole = '<p>One sentence is here now. Another sentence follows it.</p>';
		const parts = '<p>One sentence is here now.</p><p>Another sentence follows it.</p>';
		expect(marked(whole, parts)).toBe(
			'<p>One sentence is here now.[- -][+|+]</p><p>Another sentence follows it.</p>',
		);
		expect(marked(parts, whole)).toBe(
			'<p>One sentence is here now.[-|-][+ +]Another sentence follows it.</p>',
		);
	});

	test('paragraphs are known by what they say, wherever others come and go', () => {
		const before = '<p>Alpha beta gamma delta.</p><p>Epsilon zeta eta theta.</p>';
		const now =
			'<p>New text all over.</p><p>Alpha beta gamma delta epsilon.</p><p>Epsilon zeta eta theta.</p>';
		expect(marked(before, now)).toBe(
			'<p>[+New text all over.+]</p><p>Alpha beta gamma delta[+ epsilon+].</p><p>Epsilon zeta eta theta.</p>',
		);
	});

	test('an item of a numbered list that is gone counts nothing', () => {
		const before = '<ol start="3"><li>one apple</li><li>two pears</li><li>three plums</li></ol>';
		expect(marked(before, '<ol start="3"><li>one apple</li><li>three plums</li></ol>')).toBe(
			'<ol start="3"><li>one apple</li><li class="deleted-block">[-two pears-]</li><li value="4">three plums</li></ol>',
		);
	});

	test('a list in an item, which came with another', () => {
		const now = '<ul><li>fruit<ul><li>apples</li><li>pears</li></ul></li></ul>';
		expect(marked('<ul><li>fruit<ul><li>apples</li></ul></li></ul>', now)).toBe(
			'<ul><li>fruit<ul><li>apples</li><li>[+pears+]</li></ul></li></ul>',
		);
	});

	test('a list turned into prose is gone, and the prose came', () => {
		expect(marked('<ul><li>apples</li><li>pears</li></ul>', '<p>There are apples and pears.</p>')).toBe(
			'<ul class="deleted-block"><li>[-apples-]</li><li>[-pears-]</li></ul><p>[+There are apples and pears.+]</p>',
		);
	});

	test('a rule across the page', () => {
		expect(marked('<p>a</p>', '<p>a</p><hr>')).toBe('<p>a</p><hr class="change inserted">');
		expect(marked('<p>a</p><hr>', '<p>a</p>')).toBe('<p>a</p><hr class="change deleted deleted-block">');
	});

	test('a piece that was not there came as a whole', () => {
		const now = version('<h2 id="b">Title</h2><p>Text <em>here</em></p>');
		const piece = markPieces({ ...now, path: 'elsewhere', body: { type: 'root', children: [] } }, now);
		expect(short(piece.body)).toBe('<h2 id="b">[+Title+]</h2><p>[+Text +]<em>[+here+]</em></p>');
	});
});

test('blocks that did not change are the very same objects, and nothing is written into either version', () => {
	const before = deepFreeze(version('<p>one two</p><p>three four</p><table><tr><td>x</td></tr></table>'));
	const now = deepFreeze(version('<p>one 2</p><p>three four</p><table><tr><td>x</td></tr></table>'));
	const { children } = markPieces(before, now).body;
	expect(children[0]).not.toBe(now.body.children[0]);
	expect(children[1]).toBe(now.body.children[1]);
	expect(children[2]).toBe(now.body.children[2]);
});
