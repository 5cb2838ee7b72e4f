import { expect, test } from 'vitest';
import { compileText, toHtml } from './sample.ts';

function notesOf(markdown: string, lang = 'zh') {
	const { piece, html, rules } = compileText(markdown, lang);
	return { html, rules, notes: piece.notes.map((note) => [note.id, note.number, toHtml(note.children)]) };
}

test('a call is a link to its note', () => {
	const { html, notes, rules } = notesOf('文[^a]。\n\n[^a]: 说明');
	expect(rules).toEqual([]);
	expect(html).toBe(
		'<p lang="zh">文<a class="note-call" role="doc-noteref" data-note="zh-a-n1" id="zh-a-n1-call" href="#zh-a-n1">1</a>。</p>',
	);
	expect(notes).toEqual([['zh-a-n1', 1, '<p lang="zh">说明</p>']]);
});

test('notes are numbered by their first calls, and a second call has the same number', () => {
	const { html, notes } = notesOf('一[^b]二[^a]三[^b]\n\n[^a]: A\n[^b]: B');
	const calls = [...html.matchAll(/data-note="([^"]+)" id="([^"]+)" href="([^"]+)">(\d)/g)].map(
		([, ...all]) => all,
	);
	expect(calls).toEqual([
		['zh-a-n1', 'zh-a-n1-call', '#zh-a-n1', '1'],
		['zh-a-n2', 'zh-a-n2-call', '#zh-a-n2', '2'],
		['zh-a-n1', 'zh-a-n1-call-2', '#zh-a-n1', '1'],
	]);
	expect(notes.map(([id, , html]) => [id, String(html).replace(/<[^>]+>/g, '')])).toEqual([
		['zh-a-n1', 'B'],
		['zh-a-n2', 'A'],
	]);
});

test('lists, paragraphs and code in a note are kept', () => {
	const { notes } = notesOf('文[^a]\n\n[^a]: 一\n\n    - 二\n    - 三\n\n    ```\n    code\n    ```');
	expect(notes[0]?.[2]).toBe(
		'<p lang="zh">一</p><ul lang="zh">\n<li lang="zh">二</li>\n<li lang="zh">三</li>\n</ul><pre lang="zh"><code>code\n</code></pre>',
	);
});

test('a heading in a note is a strong paragraph and no heading of the piece', () => {
	const { notes } = notesOf('文[^a]\n\n[^a]: # 题');
	expect(notes[0]?.[2]).toBe('<p lang="zh"><strong>题</strong></p>');
});

test('a note that is defined in a quotation, a list or another note is found', () => {
	const { notes, html } = notesOf(
		'一[^a]二[^b]三[^c]\n\n> [^a]: A\n\n- x\n\n  [^b]: B\n\n[^c]: C\n\n    [^d]: D',
	);
	expect(notes.map(([, number]) => number)).toEqual([1, 2, 3]);
	expect(html).not.toMatch(/[ABCD]</);
});

test('an undefined note is reported where it is called, but not in code nor when escaped', () => {
	expect(notesOf('文字\n换行[^nix]').rules).toEqual(['note-undefined 2:3']);
	expect(notesOf('`[^nix]` \\[^nix]\n\n```\n[^nix]\n```').rules).toEqual([]);
});

test('a note that nothing calls, and a second one of the same name, are reported', () => {
	expect(notesOf('文[^a]\n\n[^a]: A\n[^a]: B\n[^b]: C').rules).toEqual([
		'note-unused 4:1',
		'note-unused 5:1',
	]);
});

test('a call within a note is dropped and reported, also one of itself', () => {
	const { notes, rules } = notesOf('文[^a]\n\n[^a]: 甲[^a]乙[^b]\n[^b]: 丙[^a]');
	expect(rules).toEqual(['note-undefined 3:8', 'note-undefined 3:13', 'note-unused 4:1']);
	expect(notes).toEqual([['zh-a-n1', 1, '<p lang="zh">甲乙</p>']]);
});

test('a call within a link stands behind it', () => {
	const { html } = notesOf('[看**这**[^a]](https://a.org)\n\n[^a]: A');
	expect(html).toMatch(
		/^<p lang="zh"><a href="https:\/\/a\.org">看<strong>这<\/strong><\/a><a class="note-call"/,
	);
});

test('a call in a heading is not part of its title', () => {
	const { piece } = compileText('## 题[^a]\n\n[^a]: A');
	expect(piece.headings[0]?.title).toMatchObject({ text: '题', html: '题' });
	expect(piece.notes).toHaveLength(1);
});

test('a tag left open in the text does not swallow the notes', () => {
	const { notes } = notesOf('<div>\n\n文[^a]\n\n[^a]: 注 <b>粗\n\n末');
	expect(notes).toEqual([['zh-a-n1', 1, '<p lang="zh">注 <b>粗</b></p>']]);
});

test('HTML that looks like a call is only text', () => {
	const { html, rules } = notesOf('文<sup data-note="zz">9</sup>');
	expect(html).toBe('<p lang="zh">文9</p>');
	expect(rules).toEqual([]);
});

test('nothing leads into a note that is not shown', () => {
	const { rules, html } = notesOf('[去](#x)\n\n[^a]: <b id="x">注</b>');
	expect(rules).toEqual(['link-broken 1:1', 'note-unused 3:1']);
	expect(html).toBe('<p lang="zh">去</p>');
});
