import type { Element } from 'hast';
import type { Note, Unit } from '../../scripts/model/index.ts';
import { tree, unit } from '../support/edition.ts';

/** Numbers from 0 up to a bound, the same for the same seed: a linear congruence of Knuth's with 32 bits. */
export function dice(seed: number): (bound: number) => number {
	let state = seed >>> 0;
	return (bound) => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor((state / 2 ** 32) * bound);
	};
}

export type Roll = ReturnType<typeof dice>;

/** A block of a piece: its HTML with `{note}` where a note is called, and the text of those notes. */
export interface Block {
	readonly html: string;
	readonly notes?: readonly string[];
}

const latin =
	'the gov\u00adern\u00adance of gen\u00ader\u00ada\u00adtive mod\u00adels asks for care<br>and; "ev\u00adi\u00addence" be\u00adfore any in\u00adter\u00adna\u00adtion\u00adal rule is made, which takes time & <em>pa\u00adtience</em> and (of\u00adten) <a href="#x">ma\u00adny small</a> steps'
		.replace('<br>', ' ')
		.split(' ');
const han = '人工智能治理需要国际合作与共同的规则，也需要时间。各国应当在安全的前提下推动发展；'.split('');

/** All characters of these pieces, for the fonts. */
export const characters = `${latin.join(' ')}${han.join('')} 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.:\u2010\u2022`;

export function words(roll: Roll, count: number): string {
	return Array.from({ length: count }, () => latin[roll(latin.length - 4)]).join(' ');
}

function sentences(roll: Roll, count: number): string {
	return Array.from({ length: count }, () => han[roll(han.length)]).join('');
}

/** A block of some kind: most are paragraphs, as in a book. */
export function block(roll: Roll, isChinese: boolean): Block {
	const text = (count: number) => (isChinese ? sentences(roll, count * 2) : words(roll, count));
	const items = (count: number, tag: string, size: number) =>
		Array.from({ length: count }, () => `<${tag}>${text(2 + roll(size))}</${tag}>`).join('');
	const kind = roll(24);
	if (kind === 0) return { html: `<h2>${text(3)}</h2>` };
	if (kind === 1) return { html: `<h3>${text(5)}</h3>` };
	if (kind === 2) return { html: `<ol start="${1 + roll(9)}">${items(3 + roll(9), 'li', 50)}</ol>` };
	if (kind === 3)
		return { html: `<ul>${items(2, 'li', 90)}<li><p>${text(9)}</p><ul>${items(3, 'li', 9)}</ul></li></ul>` };
	if (kind === 4) {
		const rows = Array.from({ length: 3 + roll(30) }, () => `<tr>${items(3, 'td', 12)}</tr>`).join('');
		return { html: `<table><thead><tr>${items(3, 'th', 2)}</tr></thead><tbody>${rows}</tbody></table>` };
	}
	if (kind === 5) {
		const svg = `<svg width="300" height="${60 + roll(400)}" viewBox="0 0 3 4" role="img"><rect width="3" height="4"></rect></svg>`;
		return { html: `<figure>${svg}<figcaption>${text(9)}</figcaption></figure>` };
	}
	if (kind === 6) return { html: `<blockquote><p>${text(60)}</p><p>${text(30)}</p></blockquote>` };
	if (kind === 7) return { html: `<pre><code>${`${words(roll, 4)}\n`.repeat(3 + roll(20))}</code></pre>` };
	if (kind < 11) {
		const note = `${text(6 + roll(40))}.`;
		return { html: `<p>${text(20 + roll(60))}{note} ${text(5 + roll(60))}</p>`, notes: [note] };
	}
	return { html: `<p>${text(12 + roll(150))}.</p>` };
}

/** Blocks as a unit, with its notes numbered as they are called. */
export function pieceOf(blocks: readonly Block[], lang: 'en' | 'zh'): Unit {
	const notes: Note[] = [];
	const html = blocks.map(({ html: source, notes: texts = [] }) =>
		texts.reduce((rest, text) => {
			const number = notes.length + 1;
			const id = `long-note-${number}`;
			notes.push({
				id,
				name: String(number),
				number,
				children: tree(`<p>${text}</p>`).children as Element[],
			});
			const call = `<a class="note-call" data-note="${id}" id="${id}-call" href="#${id}">${number}</a>`;
			return rest.replace('{note}', call);
		}, source),
	);
	const opener = '<header class="piece-opener"><h1 class="piece-title">Long</h1></header>';
	const body = tree(
		`<section class="unit piece" lang="${lang}">\n${opener}\n<div class="piece-body">\n${html.join('\n')}\n</div>\n</section>`,
	);
	return unit('long', { lang, body, notes, file: `long.${lang}.md` });
}

const edits = {
	word(blocks, at, roll) {
		const old = blocks[at]?.html ?? '';
		return [
			{ ...blocks[at], html: old.replace(/(?<=>[^<>]*)(?:care|evi|the|治理|需要|of)/, `X${roll(99)}`) },
		];
	},
	insert: (blocks, at, roll, isChinese) => [block(roll, isChinese), blocks[at]],
	delete: () => [],
	split: (blocks, at) => {
		const { html = '', notes } = blocks[at] ?? {};
		const parts = html.startsWith('<p>') && !notes ? html.split(/(?<=\w{3}) (?=\w{3})/) : [html];
		const middle = parts.length >> 1;
		if (middle === 0) return [{ html, ...(notes ? { notes } : {}) }];
		return [
			{ html: `${parts.slice(0, middle).join(' ')}</p>` },
			{ html: `<p>${parts.slice(middle).join(' ')}` },
		];
	},
	note: (_blocks, _at, roll) => [
		{ html: `<p>${words(roll, 30)}{note} ${words(roll, 9)}</p>`, notes: [words(roll, 20)] },
	],
	item: (blocks, at, roll) => [
		{ ...blocks[at], html: (blocks[at]?.html ?? '').replace(/<li>|<tr>/, `<li>${words(roll, 7)}</li>$&`) },
	],
	grow: (blocks, at, roll) => [
		{ ...blocks[at], html: (blocks[at]?.html ?? '').replace(/<\/(?:p|li|td)>/, ` ${words(roll, 80)}$&`) },
	],
} satisfies Record<
	string,
	(
		blocks: readonly Block[],
		at: number,
		roll: Roll,
		isChinese: boolean,
	) => readonly (Partial<Block> | undefined)[]
>;

/** One edit by chance, at a place by chance, the first and the last block more often than others. */
export function edit(
	blocks: readonly Block[],
	roll: Roll,
	isChinese: boolean,
): { name: string; blocks: Block[] } {
	const names = Object.keys(edits) as (keyof typeof edits)[];
	const name = names[roll(names.length)] ?? 'word';
	const place = roll(12);
	const at = place === 0 ? 0 : place === 1 ? blocks.length - 1 : roll(blocks.length);
	const made = edits[name](blocks, at, roll, isChinese).filter((one) => one?.html !== undefined);
	return {
		name: `${name} at ${at}`,
		blocks: [...blocks.slice(0, at), ...(made as Block[]), ...blocks.slice(at + 1)],
	};
}
