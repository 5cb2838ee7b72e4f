import { expect, test } from 'vitest';
import { findRuns } from '../../../scripts/print/tags/content-runs.ts';
import { findFacts } from '../../../scripts/print/tags/page-facts.ts';

const mark = (mcid: number, inside: string) => `/P <</MCID ${mcid}>> BDC ${inside} EMC`;
const text = 'BT <01> Tj ET';
const blank = 'BT <20> Tj ET';
const disc = '0 0 3 3 re f';

function facts(...content: readonly string[]) {
	const runs = findRuns(Buffer.from(content.join(' ')));
	const textOf = ({ glyphs = [] }: (typeof runs)[number]) => (glyphs[0]?.[1] === '20' ? ' ' : '1.');
	return findFacts(runs, textOf);
}

test('marked content speaks where it shows text or a picture; a ground does not', () => {
	const { speaks } = facts(mark(0, text), mark(1, disc), mark(2, '/X Do'), mark(3, ''));
	expect([0, 1, 2, 3, 9].map(speaks)).toEqual([true, false, true, false, false]);
});

test('an unmarked text or a path right before a content may be its label; numbers are new ones', () => {
	const found = facts(mark(7, text), text, mark(2, text), disc, mark(3, text));
	expect(found.labelBefore(7)).toBeUndefined();
	expect(found.labelBefore(2)).toEqual({ mcid: 8 });
	expect(found.labelBefore(3)).toEqual({ mcid: 9, text: '\u2022' });
	expect([...found.given]).toEqual([
		[1, 8],
		[3, 9],
	]);
});

test('a ground between a label and its item is no matter', () => {
	expect(facts(text, mark(1, disc), mark(0, text)).labelBefore(0)).toEqual({ mcid: 2 });
});

test('where an item begins with a list of its own, each has its label', () => {
	const { labelBefore } = facts(text, disc, mark(0, text));
	const inner = labelBefore(0);
	expect(inner).toMatchObject({ text: '\u2022' });
	expect(labelBefore(inner?.mcid ?? -1)).not.toHaveProperty('text');
	expect(labelBefore(inner?.mcid ?? -1)).toBeDefined();
});

test('blanks belong to what stands before them, and are no labels; at the top of a page they are nothing', () => {
	const { blanksAfter, labelBefore, given } = facts(blank, mark(0, text), blank, blank, mark(1, text));
	expect(blanksAfter(0)).toEqual([2, 3]);
	expect([blanksAfter(1), labelBefore(1)]).toEqual([[], undefined]);
	expect(given.has(0)).toBe(false);
});

test('an unmarked picture is nothing', () => {
	expect(facts('/X Do', mark(0, text)).labelBefore(0)).toBeUndefined();
});
