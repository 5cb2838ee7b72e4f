import { expect, test } from 'vitest';
import { call, markPieces, note, short, version } from './support.ts';

test('a note in front of others changes their numbers, and nothing else', () => {
	const before = version(`<p>One.${call('n1', 1)} Two.</p>`, {
		notes: [note('n1', 1, '<p>The first note.</p>')],
	});
	const now = version(`<p>One, new.${call('n1', 1)} Two.${call('n2', 2)}</p>`, {
		notes: [note('n1', 1, '<p>A remark of another kind.</p>'), note('n2', 2, '<p>The first note.</p>')],
	});
	const { body, notes } = markPieces(before, now);
	expect(notes.map(({ children }) => short(children))).toEqual([
		'<p>[+A remark of another kind.+]</p>',
		'<p>The first note.</p>',
	]);
	expect(notes[1]).toBe(now.notes[1]);
	expect(short(body)).toContain(call('n1', 1).replace('>1<', '>[+1+]<'));
});

test('words in a note', () => {
	const text = `<p>One.${call('n1', 1)}</p>`;
	const before = version(text, { notes: [note('n1', 1, '<p>Adopted by the assembly in May.</p>')] });
	const now = version(text, { notes: [note('n1', 1, '<p>Adopted by the council in May.</p>')] });
	const marked = markPieces(before, now);
	expect(short(marked.notes[0]?.children ?? [])).toBe(
		'<p>Adopted by the [-assembly-][+council+] in May.</p>',
	);
	expect(marked.body).toBe(now.body);
});

test('a note that is gone is called where it was, under a name of its own, in the order of the calls', () => {
	const before = version(`<p>One.${call('n1', 1)} Two.${call('n2', 2)}</p>`, {
		notes: [
			note('n1', 1, '<p>The <a href="#x" id="y">first</a> note.</p>'),
			note('n2', 2, '<p>Second one.</p>'),
		],
	});
	const now = version(`<p>One. Two.${call('n1', 1)}</p>`, { notes: [note('n1', 1, '<p>Second one.</p>')] });
	const { body, notes } = markPieces(before, now);
	expect(notes.map(({ id, number }) => [id, number])).toEqual([
		['n1-deleted', 1],
		['n1', 1],
	]);
	expect(short(notes[0]?.children ?? [])).toBe(
		'<p class="deleted-block">[-The -]<span>[-first-]</span>[- note.-]</p>',
	);
	expect(short(body)).toBe(
		`<p>One.<a class="note-call" role="doc-noteref" data-note="n1-deleted" id="n1-deleted-call" href="#n1-deleted">[-1-]</a> Two.${call('n1', 1)}</p>`,
	);
});

test('a call that moved leaves a number behind that leads nowhere', () => {
	const notes = [note('n1', 1, '<p>A note.</p>')];
	const before = version(`<p>One.${call('n1', 1)} And two more words.</p>`, { notes });
	const now = version(`<p>One. And two more words.${call('n1', 1)}</p>`, { notes });
	expect(short(markPieces(before, now).body)).toBe(
		`<p>One.<span class="deleted-call">[-1-]</span> And two more words.${call('n1', 1).replace('>1<', '>[+1+]<')}</p>`,
	);
});
