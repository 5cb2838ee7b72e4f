import { expect, test } from 'vitest';
import { findRuns, type Run } from '../../../scripts/print/tags/content-runs.ts';
import { markContent, withoutMarks } from '../../../scripts/print/tags/mark-content.ts';

const runsOf = (content: string) => findRuns(Buffer.from(content, 'latin1'));

/** Number, kinds, and the content from one end to the other. */
function say(content: string) {
	return runsOf(content).map(({ mcid, isMarked, paints, open, close }: Run) => [
		isMarked ? (mcid ?? 'mark') : 'bare',
		[...paints].join(' '),
		content.slice(open[0], close[1]).trim(),
	]);
}

test('marked content is one run, whatever is in it', () => {
	const content =
		'/P <</MCID 3 >>BDC BT /F1 9 Tf <0001> Tj ET /Span<</ActualText <feff00ad>>> BDC BT <0002> Tj ET EMC 0 0 9 9 re f EMC';
	expect(say(content)).toEqual([[3, 'text path', content]]);
});

test('what is painted outside of marks is a run each', () => {
	expect(say('0 0 9 9 re f /P <</MCID 0>> BDC /X1 Do EMC 1 1 m 2 2 l S /X2 Do BI /W 1 ID a EI')).toEqual([
		['bare', 'path', '0 0 9 9 re f'],
		[0, 'image', '/P <</MCID 0>> BDC /X1 Do EMC'],
		['bare', 'path', '1 1 m 2 2 l S'],
		['bare', 'image', '/X2 Do'],
		['bare', 'image', 'BI /W 1 ID a EI'],
	]);
});

test('letters of one text that are placed one by one are one run, with all that they show', () => {
	const content = 'BT /F1 9 Tf <0014> Tj 7 0 Td <0011> Tj 3 0 Td /F2 9 Tf [<0001> -20 <0002>] TJ ET';
	const [run, ...others] = runsOf(content);
	expect(others).toEqual([]);
	expect(run?.glyphs).toEqual([
		['F1', '0014'],
		['F1', '0011'],
		['F2', '00010002'],
	]);
	expect(content.slice(run?.open[0], run?.close[1]).trim()).toBe(
		'<0014> Tj 7 0 Td <0011> Tj 3 0 Td /F2 9 Tf [<0001> -20 <0002>] TJ',
	);
});

test('texts of several text objects, or with something between them, are runs of their own', () => {
	expect(
		say('BT <01> Tj ET BT <02> Tj /P <</MCID 1>> BDC <03> Tj EMC <04> Tj ET 0 0 1 1 re f BT <05> Tj ET').map(
			([kind, paints]) => `${kind} ${paints}`,
		),
	).toEqual(['bare text', 'bare text', '1 text', 'bare text', 'bare path', 'bare text']);
});

test('a path that only clips paints nothing, and what follows begins anew', () => {
	expect(say('0 0 9 9 re W n 5 5 m 6 6 l S')).toEqual([['bare', 'path', '5 5 m 6 6 l S']]);
});

test('marks without a number are runs too; those that never end, or never began, are none', () => {
	expect(say('/Artifact BMC 0 0 1 1 re f EMC')).toEqual([['mark', 'path', '/Artifact BMC 0 0 1 1 re f EMC']]);
	expect(say('EMC EMC /P <</MCID 0>> BDC BT <01> Tj ET')).toEqual([]);
});

test('strings in brackets are no marks and no forms', () => {
	expect(say('(/P <</MCID 0>> BDC EMC Do) Tj')).toEqual([['bare', 'text', '(/P <</MCID 0>> BDC EMC Do) Tj']]);
});

const marked = (content: string, owners: Readonly<Record<number, number>>) =>
	Buffer.from(markContent(Buffer.from(content), runsOf(content), (_run, index) => owners[index])).toString();

test('what nothing owns becomes an artifact, and what was unmarked gets its number', () => {
	const content = '/P <</MCID 0>> BDC 0 0 1 1 re f EMC BT <01> Tj ET /P <</MCID 1>> BDC BT <02> Tj ET EMC';
	const now = marked(content, { 1: 2, 2: 1 });
	expect(now.replaceAll(/\s+/g, ' ')).toBe(
		'/Artifact BMC 0 0 1 1 re f EMC BT /Span <</MCID 2>> BDC <01> Tj EMC ET /P <</MCID 1>> BDC BT <02> Tj ET EMC'.replace(
			/^/,
			' ',
		),
	);
	expect(runsOf(now).map(({ mcid }) => mcid)).toEqual([undefined, 2, 1]);
});

test('content that is right already is the same object', () => {
	const content = Buffer.from('/P <</MCID 0>> BDC BT <01> Tj ET EMC');
	expect(markContent(content, findRuns(content), () => 0)).toBe(content);
});

test('a form loses its marks, but not what its glyphs stand for', () => {
	const content = Buffer.from(
		'/P <</MCID 4>> BDC /Span <</ActualText <feff00ad>>> BDC BT <01> Tj ET EMC EMC /Span <</ActualText <feff0041>>> BDC BT <02> Tj ET EMC',
	);
	const bare = Buffer.from(withoutMarks(content, findRuns(content))).toString();
	expect(bare).not.toContain('MCID');
	expect(bare.match(/ActualText/g)).toHaveLength(2);
	expect(bare.match(/BDC/g)).toHaveLength(bare.match(/EMC/g)?.length ?? 0);
	const none = Buffer.from('BT <01> Tj ET');
	expect(withoutMarks(none, findRuns(none))).toBe(none);
});
