import { expect, test } from 'vitest';
import type { Block } from '../../scripts/model/index.ts';
import { matchBlocks } from '../../scripts/pair/match-blocks.ts';
import { createRandom, createSay } from './random-text.ts';

function paragraphs(count: number): readonly Block[] {
	const random = createRandom(3);
	const say = createSay(random, 'ours');
	return Array.from({ length: count }, (_, index) => {
		const text = say(20 + Math.floor(random() * 80));
		const place = { file: 'a.md', line: index + 1, column: 1 };
		return { kind: 'paragraph', text, content: [{ type: 'text', value: text }], place, blocks: [] };
	});
}

test('a section of 2000 paragraphs of which one text lacks some is paired as it is', () => {
	const all = paragraphs(2000);
	const gone = new Set([17, 400, 401, 402, 1500]);
	const rest = all.filter((_, index) => !gone.has(index));
	const matches = matchBlocks(all, rest, { ratio: 0, turned: false });
	expect(matches).toHaveLength(rest.length);
	for (const [source, target] of matches) expect(rest[target]).toBe(all[source]);
});
