import { expect, test } from 'vitest';
import { barePart } from '../../scripts/print/bare-part.ts';
import { holesOf } from '../../scripts/print/holes.ts';
import type { Part } from '../../scripts/print/part.ts';
import { printedPart } from './printed.ts';

const whole = await printedPart(
	[
		{ glyphs: [1], links: ['#a', 'https://example.org/'], picture: 'cat' },
		{ glyphs: [2], picture: 'dog', gradient: 12.5 },
	],
	[{ a: [10, 42] }],
);

/** What a page draws, with all objects and streams that it leads to in place of their numbers. */
function drawn(part: Part, page: number): string {
	const { content, resources, patterns } = part.pages[page] ?? { resources: {}, patterns: {} };
	const inline = (text: string): string =>
		holesOf(text).reduce((rest, [kind, which]) => {
			const index = Number(which);
			if (kind === 'object') return rest.replace(`@o${which};`, `(${inline(part.objects[index] ?? '')})`);
			if (kind !== 'stream') return rest;
			const { entries = '', bytes = [] } = part.streams[index] ?? {};
			return rest.replace(`@s${which};`, `(${inline(entries)} ${Buffer.from(bytes).toString('hex')})`);
		}, text);
	const text = content === undefined ? '' : `@s${content};`;
	return inline(`${text} ${JSON.stringify(resources)} ${JSON.stringify(patterns)}`);
}

test('pages draw what they drew, without tags, links and places', () => {
	const bare = barePart(whole, new Set([0, 1]));
	for (const page of [0, 1]) expect(drawn(bare, page)).toBe(drawn(whole, page));
	expect(bare).toMatchObject({ annotations: [], size: whole.size });
	const tags = { flow: [], notes: [] };
	for (const page of bare.pages) expect(page).toMatchObject({ annotations: [], tags, anchors: {} });
	expect(bare.objects.join()).not.toContain('StructElem');
	expect(bare.fonts).toEqual(whole.fonts);
});

test('of pages that are not in the book nothing is left, but their number', () => {
	const bare = barePart(whole, new Set([1]));
	expect(bare.pages).toHaveLength(2);
	expect(bare.pages[0]).toEqual({
		resources: {},
		patterns: {},
		annotations: [],
		tags: { flow: [], notes: [] },
		anchors: {},
		pictures: [],
	});
	expect(drawn(bare, 1)).toBe(drawn(whole, 1));
	const pictures = bare.streams.map(({ entries }) => entries).filter((entries) => entries.includes('/Image'));
	expect(pictures).toHaveLength(2);
});

test('what is the same in several parts keeps its name', () => {
	const bare = barePart(whole, new Set([0, 1]));
	const names = ({ shared }: Part) =>
		new Set([...Object.values(shared.objects), ...Object.values(shared.streams)]);
	for (const name of names(bare)) expect(names(whole)).toContain(name);
	expect(Object.keys(bare.shared.streams).length).toBeGreaterThan(0);
	for (const [index, name] of Object.entries(bare.shared.streams)) {
		const [old] = Object.entries(whole.shared.streams).find(([, one]) => one === name) ?? [];
		expect(bare.streams[Number(index)]?.bytes).toEqual(whole.streams[Number(old)]?.bytes);
	}
});

test('forms have no place in a tree of tags that is not there', () => {
	const part: Part = {
		...whole,
		pages: whole.pages.map((page) => ({ ...page, resources: { XObject: { X1: '@s9;' } } })),
		streams: Object.assign([...whole.streams], {
			9: { entries: '/Subtype /Form /StructParents 12 /BBox [0 0 1 1] /X @s9;', bytes: new Uint8Array() },
		}),
	};
	const bare = barePart(part, new Set([0]));
	const form = bare.streams.find(({ entries }) => entries.includes('/Form'));
	expect(form?.entries).toMatch(/^\/Subtype \/Form \/BBox \[0 0 1 1\] \/X @s\d+;$/);
});
