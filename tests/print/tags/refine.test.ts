import { describe, expect, test } from 'vitest';
import type { RawKid } from '../../../scripts/print/tags/raw-tree.ts';
import { raw, refine, say } from './raw.ts';

const flow = (...kids: readonly RawKid[]) => say(refine(kids).flow);
/** The browser puts each text in a box of its own. */
const box = (...kids: readonly (number | string | RawKid)[]) => raw('NonStruct', ...kids);

test('boxes are nothing, elements are what they are, and what is empty is left out', () => {
	expect(
		flow(
			raw('Div', raw('H1', box(0)), raw('P', box(1), raw('Strong', box(2))), raw('P'), box(raw('H2'))),
			raw('BlockQuote', raw('P', box(3))),
		),
	).toBe('H1(0) P(1 Strong(2)) BlockQuote(P(3))');
});

test('text between blocks is a paragraph, and a paragraph with blocks in it is none', () => {
	expect(flow(box(0), raw('P', box(1)), box(2), raw('Em', box(3)))).toBe('P(0) P(1) P(2 Em(3))');
	expect(flow(raw('P', box(0), raw('L', raw('LI', box(1)))))).toBe('P(0) L(LI(LBody(1)))');
	expect(flow(raw('Div und-x-line', box(0)), raw('Div und-x-line', box(1)))).toBe('P(0) P(1)');
});

test('the language of a box without an element goes to what it holds, and not to what has one', () => {
	expect(flow(raw('Div zh', raw('P', box(0)), raw('P fr', box(1))))).toBe('P[zh](0) P[fr](1)');
	expect(flow(raw('P', box(0), raw('NonStruct fr', box(1), raw('NonStruct de', box(2)), box(3))))).toBe(
		'P(0 Span[fr](1) Span[de](2) Span[fr](3))',
	);
	// What is in the language of the page is no foreign phrase.
	expect(flow(raw('P', raw('NonStruct en', box(0))))).toBe('P(0)');
});

test('what goes on overleaf, or from the page before, says so; a mark within a mark is one all the same', () => {
	expect(
		flow(
			raw('L en-x-plain-more', raw('LI en-x-plain-more-in', raw('P en-x-plain-more-in-in', box(0)))),
			raw('P en-x-plain-on', raw('Em en-x-plain-on-in', box(1))),
		),
	).toBe('…L(…LI(…LBody(…P(0)))) P(Em(1)…)…');
});

test('content that says nothing is nobody’s; blanks go with what stands before them', () => {
	const facts = {
		speaks: (mcid: number) => mcid !== 1,
		blanksAfter: (mcid: number) => (mcid === 0 ? [7, 8] : []),
	};
	expect(say(refine([raw('P', box(0), box(1)), raw('P', box(1))], { facts }).flow)).toBe('P(0 7 8)');
});

test('words that came, or are gone, say how they are drawn, also where they go on overleaf', () => {
	const { flow: tags } = refine([
		raw(
			'P',
			box(0),
			raw('Div en-x-inserted', box(1)),
			raw('Div en-x-deleted-on', box(2)),
			raw('Div en-x-deleted'),
		),
	]);
	expect(say(tags)).toBe('P(0 Span(1) Span(2)…)');
	const kids = tags[0]?.kids.filter((kid) => typeof kid === 'object' && 'decoration' in kid);
	expect(kids).toMatchObject([{ decoration: 'Underline' }, { decoration: 'LineThrough', continues: true }]);
});

describe('links', () => {
	test('are links with their annotations, each once', () => {
		expect(flow(raw('P', raw('Link', box(0), '4', '4', '5'), box(1)))).toBe('P(Link(0 @4 @5) 1)');
		expect(flow(raw('P', raw('Link', '4')))).toBe('P(Link(@4))');
	});

	test('are links where the browser calls them otherwise', () => {
		expect(flow(raw('P', raw('Note', box(0), '3')))).toBe('P(Link(0 @3))');
	});

	test('that are not on the page leave their text', () => {
		expect(say(refine([raw('P', raw('Link', box(0), '4'))], { linkOf: () => undefined }).flow)).toBe(
			'P(Link(0))',
		);
	});

	test('to notes are references, and from notes labels', () => {
		const call = raw('Note en-x-ref', box(1), '2');
		expect(flow(raw('P', box(0), call))).toBe('P(0 Reference(Link(1 @2)))');
		const note = raw('Note en-x-note', raw('Link en-x-label', box(3), '5'), raw('P', box(4)));
		expect(say(refine([raw('Div en-x-notes', raw('Div', note))]).notes)).toBe(
			'Note(P(Lbl(Link(3 @5))) P(4))',
		);
	});
});

test('notes stand apart from the text, at any depth, with their language', () => {
	const notes = raw(
		'Div en-x-notes',
		raw('Div zh', raw('Note zh-x-note', raw('P', box(2)))),
		raw('Div', raw('Note en-x-note-more', raw('P en-x-plain-more', box(3)))),
	);
	const { flow: text, notes: apart } = refine([raw('Div', raw('P', box(0)), notes)]);
	expect([say(text), say(apart)]).toEqual(['P(0)', 'Note[zh](P(2)) …Note(…P(3))']);
	// At the end of a unit they are part of its text.
	expect(flow(raw('Div', raw('Note en-x-note', raw('P', box(0)))))).toBe('Note(P(0))');
});

describe('lists', () => {
	const labels = new Map([
		[0, { mcid: 9 }],
		[1, { mcid: 8, text: '\u2022' }],
		[8, { mcid: 7, text: '\u2022' }],
	]);
	const facts = { labelBefore: (mcid: number) => labels.get(mcid) };

	test('are items with label and body', () => {
		const list = raw('L', raw('LI', box(0)), raw('LI', box(2)));
		expect(say(refine([list], { facts }).flow)).toBe('L(LI(Lbl(9) LBody(0)) LI(LBody(2)))');
	});

	test('have a label each where an item begins with a list of its own', () => {
		const list = raw('L', raw('LI', raw('L', raw('LI', box(1), raw('L', raw('LI', box(3)))))));
		expect(say(refine([list], { facts }).flow)).toBe(
			'L(LI(Lbl[\u2022](7) LBody(L(LI(Lbl[\u2022](8) LBody(P(1) L(LI(LBody(3)))))))))',
		);
	});

	test('have no label where the style sheet gives none, or where the item began overleaf', () => {
		const list = raw('L', raw('LI en-x-bare', box(0)), raw('LI en-x-plain-more', box(1)), raw('LI'));
		expect(say(refine([list], { facts }).flow)).toBe('L(LI(LBody(0)) …LI(…LBody(1)))');
	});

	test('hold nothing but items', () => {
		expect(flow(raw('L', box(0), raw('P', box(1)), raw('Caption', box(2))))).toBe(
			'L(LI(LBody(0)) LI(LBody(P(1))) Caption(2))',
		);
	});

	test('of terms are items of a term and all that it means', () => {
		const [dt, dd] = [(n: number) => raw('Div en-x-dt', box(n)), (n: number) => raw('Div en-x-dd', box(n))];
		expect(flow(raw('Div en-x-dl', dt(0), dd(1), dd(2), dt(3), dt(4), dd(5)))).toBe(
			'L(LI(Lbl(0) LBody(1) LBody(2)) LI(Lbl(3)) LI(Lbl(4) LBody(5)))',
		);
	});

	test('of terms go on overleaf between a term and what it means, or in the midst of that', () => {
		const dt = raw('Div en-x-dt', box(0));
		expect(flow(raw('Div en-x-dl-on', dt))).toBe('L(LI(Lbl(0))…)…');
		expect(flow(raw('Div en-x-dl-more', raw('Div en-x-dd', box(0)), raw('Div en-x-dd', box(1)), dt))).toBe(
			'…L(…LI(LBody(0) LBody(1)) LI(Lbl(0)))',
		);
		expect(flow(raw('Div en-x-dl-more-on', raw('Div en-x-dd-more-on', box(0))))).toBe(
			'…L(…LI(…LBody(0)…)…)…',
		);
	});

	test('of contents are entries with lists of their own in them', () => {
		const line = (n: number) => raw('P', raw('Link', box(n), String(n)));
		const inner = raw('L en-x-toc-in', raw('LI en-x-bare', line(1)), raw('LI en-x-bare', line(2)));
		expect(flow(raw('L en-x-toc', raw('LI en-x-bare', line(0), inner), box(3)))).toBe(
			'TOC(TOCI(P(Link(0 @0)) TOC(TOCI(P(Link(1 @1))) TOCI(P(Link(2 @2))))) TOCI(P(3)))',
		);
	});
});

describe('tables', () => {
	const cell = (
		type: string,
		attributes: Readonly<Record<string, string | number>>,
		...kids: readonly RawKid[]
	) => ({
		...raw(type, ...kids),
		attributes,
	});

	test('hold a caption and rows, whatever groups the browser makes of them', () => {
		expect(
			flow(
				raw(
					'Table',
					raw('THead', raw('TR', cell('TH', { Scope: 'Column' }, box(0)))),
					raw('TBody', raw('TR', cell('TH', { Scope: 'Row' }, box(1)), cell('TD', {}, box(2)))),
					raw('Caption', box(3)),
				),
			),
		).toBe('Table(Caption(3) TR(TH[Column](0)) TR(TH[Row](1) TD(2)))');
	});

	test('have heads that say of what, and cells that say how far they reach', () => {
		expect(
			flow(
				raw(
					'Table',
					raw('TR', cell('TH', {}, box(0)), cell('TH', { Scope: 'Both', ColSpan: 2 }, box(1))),
					raw('TR', cell('TD', { RowSpan: 3, ColSpan: 1, Headers: 'x' }, box(2)), cell('TD', {})),
				),
			),
		).toBe('Table(TR(TH[Column](0) TH[Both 2](1)) TR(TD[3](2) TD()))');
	});

	test('have cells with blocks in them, and cells that go on overleaf', () => {
		const row = raw('TR en-x-plain-on', raw('TD en-x-plain-on', box(0), raw('P', box(1))), raw('TD', box(2)));
		expect(flow(raw('Table en-x-plain-on', row))).toBe('Table(TR(TD(P(0) P(1))… TD(2))…)…');
	});

	test('keep the places of cells that the browser leaves out, with the columns that they reach over', () => {
		const row = raw('TR en-x-plain-n4-e0c1r1-e2c2r1', raw('TD', box(0)), raw('TD', box(1)));
		expect(flow(raw('Table', row))).toBe('Table(TR(TD() TD(0) TD[2]() TD(1)))');
		// Where the browser left none out there is nothing to put in.
		const whole = raw('TR en-x-plain-n2-e1c1r1', raw('TD', box(0)), raw('TD'));
		expect(flow(raw('Table', whole))).toBe('Table(TR(TD(0) TD()))');
	});

	test('are tables where they were laid out as blocks', () => {
		const { flow: tags } = refine([
			raw(
				'Div en-x-table-on',
				raw('Div en-x-caption', box(0)),
				raw('Div', raw('Div en-x-row', raw('Div en-x-colhead-c2', box(1)))),
				raw('Div en-x-row-n3-e1c1r1-on', raw('Div en-x-rowhead', box(2)), raw('Div en-x-cell-r2-on', box(3))),
			),
		]);
		expect(say(tags)).toBe('Table(Caption(0) TR(TH[Column 2](1)) TR(TH[Row](2) TD() TD[2](3)…)…)…');
	});
});

describe('pictures', () => {
	const details = [
		{ alt: 'One', box: [1, 2, 3, 4] as const },
		{ alt: '', box: [5, 6, 7, 8] as const },
	];
	const flowOf = (...kids: readonly RawKid[]) => refine(kids, { details }).flow;
	const image = (n: number, ...content: readonly number[]) => raw(`Figure en-x-image-n${n}`, ...content);

	test('own all that is drawn of them, and say what they show and where', () => {
		const [figure] = flowOf(raw('NonStruct en-x-image-n0', raw('NonStruct', 0, raw('P', 1)), 2));
		expect(figure).toEqual({ type: 'Figure', lang: 'en', alt: 'One', box: [1, 2, 3, 4], kids: [0, 1, 2] });
	});

	test('say what the browser says where nothing else is known, and are nothing where nothing is drawn', () => {
		const [figure] = flowOf({ ...image(1, 0), alt: 'From the browser' });
		expect(figure).toMatchObject({ alt: 'From the browser', box: [5, 6, 7, 8] });
		expect(flowOf(image(0))).toEqual([]);
	});

	test('are one with their caption; several under one caption stay apart', () => {
		const caption = raw('Caption en-x-caption', box(8), raw('Em', box(9)));
		expect(say(flowOf(raw('Div en-x-figure', image(0, 0), caption)))).toBe('Figure[One](0 Caption(8 Em(9)))');
		expect(say(flowOf(raw('Div en-x-figure', caption, image(0, 0))))).toBe('Figure[One](0 Caption(8 Em(9)))');
		expect(say(flowOf(raw('Div en-x-figure', raw('P', image(0, 0)), raw('P', image(0, 1)), caption)))).toBe(
			'P(Figure[One](0)) P(Figure[One](1)) P(8 Em(9))',
		);
		expect(say(flowOf(raw('Div en-x-figure', raw('Table', raw('TR', raw('TD', 0))), caption)))).toBe(
			'Table(TR(TD(0))) P(8 Em(9))',
		);
	});

	test('in a line of text stay in it; formulas are formulas', () => {
		expect(say(flowOf(raw('P', box(5), image(0, 0), raw('NonStruct en-x-formula-n0', 1, raw('P', 2)))))).toBe(
			'P(5 Figure[One](0) Formula[One](1 2))',
		);
	});
});

test('readings stand with their base, one by one', () => {
	const [base, rt] = [box, (n: number) => raw('NonStruct en-x-rt', box(n))];
	expect(
		flow(raw('P', box(0), raw('NonStruct en-x-ruby', base(1), rt(2), base(3), rt(4), base(5)), box(6))),
	).toBe('P(0 Ruby(RB(1) RT(2)) Ruby(RB(3) RT(4)) 5 6)');
});

test('source text is a paragraph', () => {
	expect(flow(raw('Div en-x-pre', raw('Code', box(0), box(1))))).toBe('P(Code(0 1))');
});
