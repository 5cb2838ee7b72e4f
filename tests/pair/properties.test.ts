import { describe, expect, test } from 'vitest';
import type { BlockPair, WholePair } from '../../scripts/model/index.ts';
import { pairBook } from '../../scripts/pair/index.ts';
import { readBlocks } from '../../scripts/pair/read-blocks.ts';
import { compile } from '../compile/sample.ts';
import { createRandom, createSay, randomText, toMarkdown, type Written } from './random-text.ts';
import { blocksOf, pairTexts, show } from './sample.ts';

const seeds = Array.from({ length: 12 }, (_, index) => index + 1);

function bookOf(seed: number, blocks = 16): readonly Written[] {
	const random = createRandom(seed);
	return randomText(blocks, random, createSay(random, 'ours'));
}

function without<T>(all: readonly T[], index: number): readonly T[] {
	return all.filter((_, other) => other !== index);
}

/** Where what was taken out at an index belongs: before what comes then, or else where the last one is. */
function placeBehind(lines: readonly number[], index: number): number | undefined {
	return lines[index] ?? lines.at(-1);
}

test.each(seeds)('identical files pair one to one without a finding: %i', (seed) => {
	const { text } = toMarkdown(bookOf(seed));
	const { rules, pairing } = pairTexts(text, text);
	expect(rules).toEqual([]);
	const whole = (pairs: readonly BlockPair[]): boolean =>
		pairs.every((pair) => pair.source?.text === pair.target?.text && whole((pair as WholePair).inner));
	expect(whole(pairing.body)).toBe(true);
});

describe('a block that one of two identical files lacks is one finding at its place', () => {
	test.each(seeds)('in the translation: %i', (seed) => {
		const blocks = bookOf(seed);
		const { text } = toMarkdown(blocks);
		for (const index of [0, seed % blocks.length]) {
			const rest = toMarkdown(without(blocks, index));
			const { rules } = pairTexts(text, rest.text);
			expect(rules).toEqual([`a.en.md:${placeBehind(rest.lines, index)} alignment-missing`]);
		}
	});

	test.each(seeds)('in the source: %i', (seed) => {
		const blocks = bookOf(seed);
		const { text, lines } = toMarkdown(blocks);
		for (const index of [0, seed % blocks.length]) {
			const { rules } = pairTexts(toMarkdown(without(blocks, index)).text, text);
			expect(rules).toEqual([`a.en.md:${lines[index]} alignment-extra`]);
		}
	});

	test.each(seeds)('inside a list, a table or a quotation: %i', (seed) => {
		const blocks = bookOf(seed);
		const { text, partLines } = toMarkdown(blocks);
		for (const [index, block] of blocks.entries()) {
			if (block.parts.length < 2 || (index + seed) % 3 > 0) continue;
			const part = seed % block.parts.length;
			const fewer = [
				...blocks.slice(0, index),
				{ ...block, parts: without(block.parts, part) },
				...blocks.slice(index + 1),
			];
			const rest = toMarkdown(fewer);
			const line = placeBehind(rest.partLines[index] ?? [], part);
			expect(pairTexts(text, rest.text).rules).toEqual([`a.en.md:${line} alignment-missing`]);
			expect(pairTexts(rest.text, text).rules).toEqual([
				`a.en.md:${partLines[index]?.[part]} alignment-extra`,
			]);
		}
	});
});

/** The same blocks in other words, longer or shorter by up to a third; what `keep` chooses stays as it is. */
function translate(blocks: readonly Written[], seed: number): readonly Written[] {
	const random = createRandom(seed + 1000);
	const say = createSay(random, 'theirs');
	const other = (text: string): string =>
		text.replace(/[a-z]+(?: [a-z]+)*/g, (words) => {
			const count = words.split(' ').length;
			return say(Math.max(1, Math.round(count * (0.75 + random() * 0.6))));
		});
	return blocks.map((block) => ({
		...block,
		before: block.kind === 'code' ? block.before : block.before.map(other),
		parts: block.parts.map(other),
		behind: block.kind === 'code' ? block.behind : block.behind.map(other),
	}));
}

test.each(seeds)('a translation of the same structure pairs one to one: %i', (seed) => {
	const blocks = bookOf(seed);
	const { rules } = pairTexts(toMarkdown(blocks).text, toMarkdown(translate(blocks, seed)).text);
	expect(rules).toEqual([]);
});

test('a block that a translation lacks is one finding, nearly always at its place', () => {
	let [right, all] = [0, 0];
	for (const seed of seeds) {
		const blocks = bookOf(seed);
		const index = seed % blocks.length;
		const rest = toMarkdown(without(translate(blocks, seed), index));
		const { rules } = pairTexts(toMarkdown(blocks).text, rest.text);
		expect(rules).toHaveLength(1);
		expect(rules[0]).toContain('alignment-missing');
		if (rules[0]?.startsWith(`a.en.md:${placeBehind(rest.lines, index)} `)) right += 1;
		all += 1;
	}
	// Without a number, a name or a link in common, two neighbours of the same size cannot be told apart.
	expect(right / all).toBeGreaterThan(0.8);
});

describe('of any two texts', () => {
	const compared = seeds.map((seed) => {
		const source = bookOf(seed);
		const target = [
			...translate(source, seed).filter((_, index) => index % 5 !== seed % 5),
			...bookOf(seed + 500, 3),
		];
		const { book } = compile({
			files: { 'a.zh.md': toMarkdown(source).text, 'a.en.md': toMarkdown(target).text },
		});
		return { seed, book };
	});

	test.each(compared)('every block stands in one pair, in order: $seed', ({ book }) => {
		const pairing = pairBook(book, ['zh', 'en']).get('a');
		const pieces = book.pieces.get('a');
		for (const [side, lang] of [
			['source', 'zh'],
			['target', 'en'],
		] as const) {
			const read = pieces?.[lang] && readBlocks(pieces[lang]).body;
			const all = (read ?? []).flatMap(function flat(block): (typeof block)[] {
				return [block, ...block.blocks.flatMap(flat)];
			});
			expect(
				blocksOf(pairing?.body ?? [], side).map(({ place, kind }) => [kind, place.line, place.column]),
			).toEqual(all.map(({ place, kind }) => [kind, place.line, place.column]));
		}
	});

	test.each(compared)('either may be the source: $seed', ({ book }) => {
		const there = pairBook(book, ['zh', 'en']).get('a');
		const back = pairBook(book, ['en', 'zh']).get('a');
		const turned = (pairs: readonly BlockPair[]): readonly BlockPair[] =>
			pairs.map((pair) => {
				const { source, target } = pair;
				if (!source) return { source: target };
				if (!target) return { target: source };
				return { source: target, target: source, inner: turned(pair.inner) };
			});
		const shown = (pairs: readonly BlockPair[] = []) => pairs.map(show).sort();
		expect(shown(turned(back?.body ?? []))).toEqual(shown(there?.body));
	});
});
