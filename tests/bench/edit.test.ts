import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { changeWord, lengthen, lengthOf, openingOf, titleOf } from '../../scripts/bench/edit.ts';
import { manuscripts } from '../support/world.ts';

const piece = 'chapters/risks/leviathan';
const sources = {
	zh: await readFile(join(manuscripts.digest, `${piece}.zh.md`), 'utf8'),
	en: await readFile(join(manuscripts.digest, `${piece}.en.md`), 'utf8'),
};

describe.each(Object.entries(sources))('in %s', (_lang, source) => {
	const frontMatter = source.slice(0, source.indexOf('\n---', 4));

	test('one word changes and nothing else', () => {
		const { text, mark } = changeWord(source, 7) ?? expect.fail('no edit');
		const start = text.indexOf(mark);
		const after = text.slice(start + mark.length);
		expect(source.startsWith(text.slice(0, start))).toBe(true);
		expect(source.endsWith(after)).toBe(true);
		expect(source.length - after.length - start).toBeLessThan(24);
		expect(text.startsWith(frontMatter)).toBe(true);
	});

	test('each edit has a word of its own, which the piece does not hold otherwise', () => {
		const edits = Array.from({ length: 60 }, (_, index) => changeWord(source, index));
		const marks = edits.map((edit) => edit?.mark ?? expect.fail('no edit'));
		expect(new Set(marks).size).toBe(60);
		for (const [index, mark] of marks.entries()) {
			expect(source).not.toContain(mark);
			expect(edits[index]?.text.split(mark)).toHaveLength(2);
		}
	});

	test('no edit brings a character that no font was cut to', () => {
		const letters = new Set(source);
		for (const index of [0, 1, 999, 2011]) {
			expect([...(changeWord(source, index)?.mark ?? '?')].filter((one) => !letters.has(one))).toEqual([]);
		}
	});

	test('a longer text begins as before and goes on with its own paragraphs', () => {
		const text = lengthen(source, 3000) ?? expect.fail('no paragraph');
		expect(text.startsWith(source.trimEnd())).toBe(true);
		expect(text.length - source.length).toBeGreaterThanOrEqual(2999);
		for (const line of text.slice(source.length).split('\n')) expect(source).toContain(line);
	});

	test('the opening and the title are those of the piece', () => {
		expect(source.split('\n').some((line) => line.startsWith(openingOf(source) ?? '?'))).toBe(true);
		expect(frontMatter).toContain(titleOf(source) ?? '?');
	});
});

test.each([
	[
		'a heading',
		'# 生成式人工智能的风险与挑战以及全球治理的策略，这个标题长得没有道理，而且还在继续往下写，直到没有人再读',
	],
	[
		'a list',
		'- 生成式人工智能的风险与挑战以及全球治理的策略，这个条目长得没有道理，而且还在继续往下写，直到没有人再读',
	],
	[
		'markup',
		'生成式**人工智能**的风险与挑战以及全球治理的策略，这一段长得没有道理，而且还在继续往下写，直到没有人再读',
	],
	['a short line', '一行短文。'],
	['only front matter', ''],
])('%s is no paragraph to change', (_name, body) => {
	expect(changeWord(`---\ntitle: 甲\n---\n\n${body}\n`, 0)).toBeUndefined();
});

test('the length is that of the text, without front matter and white space', () => {
	expect(lengthOf('---\ntitle: 甲乙丙丁\n---\n\n正 文。\n\n终\n')).toBe(4);
});
