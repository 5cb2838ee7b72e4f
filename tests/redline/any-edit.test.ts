import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markPieces, textOf, version } from './support.ts';

// No word is lost in either direction, whatever is edited.

const words = {
	en: 'the report says that states should agree on limits for frontier systems and their makers, first of all'.split(
		' ',
	),
	zh: '报告 认为 各国 应当 就 前沿 系统 的 红线 达成 共识 ， 尤其 是 透明度 与 问责 。'.split(' '),
};

type Language = keyof typeof words;

function line(lang: Language) {
	const word = fc.constantFrom(...words[lang]);
	const run = fc.array(word, { minLength: 1, maxLength: 9 }).map((all) => all.join(lang === 'en' ? ' ' : ''));
	const dressed = fc
		.tuple(run, fc.constantFrom('', '', '', 'em', 'strong', 'a', 'code'))
		.map(([text, name]) =>
			name === '' ? text : `<${name}${name === 'a' ? ' href="#x"' : ''}>${text}</${name}>`,
		);
	return fc.array(dressed, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
}

function block(lang: Language) {
	const text = line(lang);
	const cells = (count: number) => fc.array(text, { minLength: count, maxLength: count });
	const row = (count: number) =>
		cells(count).map((all) => `<tr>${all.map((one) => `<td>${one}</td>`).join('')}</tr>`);
	const table = fc
		.integer({ min: 1, max: 3 })
		.chain((count) => fc.array(row(count), { minLength: 1, maxLength: 3 }))
		.map((rows) => `<table><tbody>${rows.join('')}</tbody></table>`);
	const items = fc
		.array(text, { minLength: 1, maxLength: 4 })
		.map((all) => all.map((one) => `<li>${one}</li>`).join(''));
	return fc.oneof(
		{ weight: 5, arbitrary: text.map((one) => `<p>${one}</p>`) },
		text.map((one) => `<h2>${one}</h2>`),
		items.map((all) => `<ul>${all}</ul>`),
		items.map((all) => `<ol><li><p>x</p></li>${all}</ol>`),
		text.map((one) => `<blockquote><p>${one}</p></blockquote>`),
		text.map((one) => `<pre><code>${one}</code></pre>`),
		table,
	);
}

/** A text, and the same after some blocks were taken out, put in, moved, or had words exchanged. */
function edited(lang: Language) {
	const blocks = fc.array(block(lang), { minLength: 1, maxLength: 8 });
	const edits = fc.array(
		fc.tuple(
			fc.constantFrom(
				'take' as const,
				'put' as const,
				'swap' as const,
				'word' as const,
				'join' as const,
				'cut' as const,
			),
			fc.nat(),
			block(lang),
			fc.constantFrom(...words[lang]),
		),
		{ maxLength: 6 },
	);
	return fc.tuple(blocks, edits).map(([before, all]) => {
		const now = [...before];
		for (const [kind, place, other, word] of all) {
			const at = place % Math.max(1, now.length);
			edit[kind](now, at, { other, word });
		}
		return [before.join(''), now.join('')] as const;
	});
}

interface New {
	readonly other: string;
	readonly word: string;
}

const edit = {
	take: (blocks: string[], at: number) => blocks.splice(at, 1),
	put: (blocks: string[], at: number, { other }: New) => blocks.splice(at, 0, other),
	swap: (blocks: string[], at: number) => blocks.push(...blocks.splice(at, 1)),
	word: (blocks: string[], at: number, { word }: New) =>
		blocks.splice(at, 1, (blocks[at] ?? '').replace(/(?<=>)[^<>]{2,4}/, word)),
	join: (blocks: string[], at: number) =>
		blocks.splice(
			at,
			2,
			blocks
				.slice(at, at + 2)
				.join('')
				.replace('</p><p>', ' '),
		),
	cut: (blocks: string[], at: number) =>
		blocks.splice(at, 1, (blocks[at] ?? '').replace(/(<p>[^<]{5,}?) /, '$1</p><p>')),
};

test.each(['en', 'zh'] as const)(
	'%s: without what is gone it is the new text, without what came the old one',
	(lang) => {
		fc.assert(
			fc.property(edited(lang), ([before, now]) => {
				const [one, other] = [version(before, {}, lang), version(now, {}, lang)];
				const { children } = markPieces(one, other).body;
				expect(textOf(children, 'del')).toBe(textOf(other.body.children, 'nothing'));
				expect(textOf(children, 'ins')).toBe(textOf(one.body.children, 'nothing'));
			}),
			{ numRuns: 150 },
		);
	},
	30_000,
);
