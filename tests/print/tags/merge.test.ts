import { describe, expect, test } from 'vitest';
import {
	type ElementKid,
	isElement,
	mergePages,
	type TaggedSheet,
} from '../../../scripts/print/tags/merge.ts';
import type { ColumnTags, Tag, TagKid } from '../../../scripts/print/tags/tag.ts';

/** An element: `…` before its type where it goes on from the page before, behind it where it goes on overleaf. */
function tag(name: string, ...kids: readonly TagKid[]): Tag {
	return {
		type: name.replaceAll('…', ''),
		...(name.startsWith('…') ? { continued: true } : {}),
		...(name.endsWith('…') ? { continues: true } : {}),
		kids,
	};
}

type Draft = Partial<Omit<TaggedSheet, 'tags'>> & {
	readonly flow?: readonly Tag[];
	readonly notes?: readonly Tag[];
	readonly columns?: readonly ColumnTags[];
};

/** Sections in short: content is `page.number`, an annotation `@number`. */
function merged(...pages: readonly Draft[]): readonly string[] {
	const sheets = pages.map(({ flow = [], notes = [], columns, ...rest }, sheet): TaggedSheet => {
		const tags = { flow, notes, ...(columns ? { columns } : {}) };
		return { sheet, move: [0, 0], unit: 'a', lang: 'en', annotations: 100, ...rest, tags };
	});
	return mergePages(sheets).map(({ lang, kids }) => `${lang}: ${say(kids)}`);
}

function say(kids: readonly ElementKid[]): string {
	return kids
		.map((kid) => {
			if (isElement(kid)) return `${kid.type}(${say(kid.kids)})`;
			return 'mcid' in kid ? `${kid.sheet}.${kid.mcid}` : `@${kid.annotation}`;
		})
		.join(' ');
}

test('each unit is a section; what another unit began does not go on', () => {
	expect(
		merged(
			{ flow: [tag('H1', 0), tag('P…', 1)] },
			{ flow: [tag('…P', 0)] },
			{ unit: 'b', lang: 'zh', flow: [tag('…P', 0)] },
			{ unit: 'c' },
			{ unit: 'd', flow: [tag('P', 0)] },
		),
	).toEqual(['en: H1(0.0) P(0.1 1.0)', 'zh: P(2.0)', 'en: P(4.0)']);
});

test('a text on facing pages is read to its end before the one beside it', () => {
	expect(
		merged(
			{ unit: 'a', lang: 'zh', flow: [tag('P…', 0)], notes: [tag('Note…', 1)] },
			{ unit: 'b', flow: [tag('H1', 0), tag('P…', 1)] },
			{ unit: 'a', lang: 'zh', flow: [tag('…P', 0)], notes: [tag('…Note', 1)] },
			{ unit: 'b', flow: [tag('…P', 0)] },
		),
	).toEqual(['zh: P(0.0 2.0) Note(0.1 2.1)', 'en: H1(1.0) P(1.1 3.0)']);
});

test('a text in a column is read to its end before the one beside it, whatever page they share', () => {
	const columns = (mark: (type: string) => string) => [
		{ lang: 'zh', flow: [tag(mark('P'), 0)], notes: [] },
		{ lang: 'en', flow: [tag(mark('P'), 1)], notes: [tag(mark('Note'), 2)] },
	];
	expect(
		merged(
			{ flow: [], columns: columns((type) => `${type}…`) },
			{ flow: [], columns: columns((type) => `…${type}`) },
		),
	).toEqual(['zh: P(0.0 1.0)', 'en: P(0.1 1.1) Note(0.2 1.2)']);
});

test('a paragraph goes on over any number of pages, with the elements in it', () => {
	expect(
		merged(
			{ flow: [tag('P…', 0, tag('Em…', 1))] },
			{ flow: [tag('…P…', tag('…Em…', 0))] },
			{ flow: [tag('…P', tag('…Em', 0), 1, { link: 2 }), tag('P', 2)] },
		),
	).toEqual(['en: P(0.0 Em(0.1 1.0 2.0) 2.1 @102) P(2.2)']);
});

test('nothing goes on where the last element is another, or ended: the first part was an empty box', () => {
	expect(merged({ flow: [tag('P', 0)] }, { flow: [tag('…P', 0)] })).toEqual(['en: P(0.0) P(1.0)']);
	expect(merged({ flow: [tag('H2…', 0)] }, { flow: [tag('…P', 0)] })).toEqual(['en: H2(0.0) P(1.0)']);
	expect(
		merged(
			{ flow: [tag('L…', tag('LI', tag('LBody', 0)))] },
			{ flow: [tag('…L', tag('…LI', tag('…LBody', 0)))] },
		),
	).toEqual(['en: L(LI(LBody(0.0)) LI(LBody(1.0)))']);
});

test('an element goes on behind a page with nothing but notes', () => {
	expect(
		merged({ flow: [tag('P…', 0)] }, { notes: [tag('Note', tag('P', 0))] }, { flow: [tag('…P', 0)] }),
	).toEqual(['en: P(0.0 2.0) Note(P(1.0))']);
});

describe('notes', () => {
	test('stand behind the text of the page that calls them, and go on apart from it', () => {
		expect(
			merged(
				{ flow: [tag('P…', 0)], notes: [tag('Note', tag('P', 1)), tag('Note…', tag('P…', 2))] },
				{
					flow: [tag('…P', 0), tag('P', 1)],
					notes: [tag('…Note', tag('…P', 2), tag('P', 3)), tag('Note', 4)],
				},
			),
		).toEqual(['en: P(0.0 1.0) Note(P(0.1)) Note(P(0.2 1.2) P(1.3)) P(1.1) Note(1.4)']);
	});

	test('that no page of the unit began are notes all the same', () => {
		expect(merged({ notes: [tag('…Note', tag('…P', 0))] })).toEqual(['en: Note(P(0.0))']);
	});

	test('go on in the line of their number', () => {
		const first = { ...tag('P', tag('Lbl', 0), 1), isLine: true as const };
		expect(
			merged({ notes: [tag('Note…', first)] }, { notes: [tag('…Note', tag('…P', 0), tag('P', 1))] }),
		).toEqual(['en: Note(P(Lbl(0.0) 0.1 1.0) P(1.1))']);
	});
});

test('items in items go on level by level, and new ones follow', () => {
	expect(
		merged(
			{
				flow: [
					tag(
						'L…',
						tag(
							'LI…',
							tag('Lbl', 0),
							tag('LBody…', tag('P', 1), tag('L…', tag('LI…', tag('LBody…', tag('P…', 2))))),
						),
					),
				],
			},
			{
				flow: [
					tag(
						'…L',
						tag(
							'…LI',
							tag('…LBody', tag('…L', tag('…LI', tag('…LBody', tag('…P', 0))), tag('LI', tag('LBody', 1)))),
						),
						tag('LI', tag('LBody', 2)),
					),
				],
			},
		),
	).toEqual(['en: L(LI(Lbl(0.0) LBody(P(0.1) L(LI(LBody(P(0.2 1.0))) LI(LBody(1.1))))) LI(LBody(1.2)))']);
});

test('a meaning overleaf joins its term, and the term stays a label', () => {
	expect(
		merged(
			{ flow: [tag('L…', tag('LI…', tag('Lbl', 0)))] },
			{ flow: [tag('…L', tag('…LI', tag('LBody', 0)))] },
		),
	).toEqual(['en: L(LI(Lbl(0.0) LBody(1.0)))']);
});

test('the text of an item is one line, though a list follows it overleaf or comes before it', () => {
	const line = (...kids: readonly TagKid[]) => ({ ...tag('P', ...kids), isLine: true as const });
	const inner = tag('L', tag('LI', tag('LBody', 9)));
	const item = (more: string, on: string, ...kids: readonly TagKid[]) =>
		tag(`${more}L${on}`, tag(`${more}LI${on}`, tag(`${more}LBody${on}`, ...kids)));
	expect(merged({ flow: [item('', '…', 0)] }, { flow: [item('…', '', line(0), inner)] })).toEqual([
		'en: L(LI(LBody(P(0.0 1.0) L(LI(LBody(1.9))))))',
	]);
	expect(merged({ flow: [item('', '…', inner, line(0))] }, { flow: [item('…', '', 0)] })).toEqual([
		'en: L(LI(LBody(L(LI(LBody(0.9))) P(0.0 1.0))))',
	]);
	expect(merged({ flow: [item('', '…', 0)] }, { flow: [item('…', '', 0, 1)] })).toEqual([
		'en: L(LI(LBody(0.0 1.0 1.1)))',
	]);
	// A paragraph that begins overleaf is another.
	expect(merged({ flow: [item('', '…', 0)] }, { flow: [item('…', '', tag('P', 0))] })).toEqual([
		'en: L(LI(LBody(P(0.0) P(1.0))))',
	]);
});

describe('rows', () => {
	test('go on side by side, each cell in its own', () => {
		expect(
			merged(
				{ flow: [tag('Table…', tag('TR…', tag('TH', 0), tag('TD…', 1), tag('TD…', tag('P…', 2))))] },
				{
					flow: [
						tag(
							'…Table',
							tag('…TR', tag('…TH'), tag('…TD', 0), tag('…TD', tag('…P', 1), tag('P', 2))),
							tag('TR', tag('TD', 3)),
						),
					],
				},
			),
		).toEqual(['en: Table(TR(TH(0.0) TD(0.1 1.0) TD(P(0.2 1.1) P(1.2))) TR(TD(1.3)))']);
	});

	test('whose cells stand below each other go on in the last', () => {
		const row = (name: string, ...cells: readonly Tag[]) => ({
			...tag(name, ...cells),
			isFlat: true as const,
		});
		expect(
			merged(
				{ flow: [tag('Table…', row('TR…', tag('TH', 0), tag('TD…', 1)))] },
				{ flow: [tag('…Table…', row('…TR…', tag('…TD…', 0)))] },
				{
					flow: [tag('…Table', row('…TR', tag('…TD', 0), tag('TD'), tag('TD', 1)), row('TR', tag('TD', 2)))],
				},
			),
		).toEqual(['en: Table(TR(TH(0.0) TD(0.1 1.0 2.0) TD() TD(2.1)) TR(TD(2.2)))']);
	});
});

test('a picture on a verso moves with the text', () => {
	const figure: Tag = { type: 'Figure', box: [10, 20, 30, 40], kids: [0] };
	const [section] = mergePages([
		{ sheet: 0, move: [-2.5, 0], unit: 'a', lang: 'en', annotations: 0, tags: { flow: [figure], notes: [] } },
	]);
	expect(section?.kids[0]).toMatchObject({ box: [7.5, 20, 27.5, 40] });
});

test('pages are left as they are: they may come from a store that others read too', () => {
	const pages = [tag('P…', 0), tag('…P', 1)].map((one, sheet): TaggedSheet => {
		return { sheet, move: [0, 0], unit: 'a', lang: 'en', annotations: 0, tags: { flow: [one], notes: [] } };
	});
	const before = structuredClone(pages);
	const first = mergePages(pages);
	expect(pages).toEqual(before);
	expect(mergePages(pages)).toEqual(first);
});
