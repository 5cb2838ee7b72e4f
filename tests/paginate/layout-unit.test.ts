import { expect, test } from 'vitest';
import type { Unit } from '../../scripts/model/index.ts';
import type { LayoutMemory, PageMark } from '../../scripts/paginate/in-page.d.ts';
import { fileOf, layoutUnits, UnitTimeout } from '../../scripts/paginate/layout-unit.ts';
import type { EarlierLayout } from '../../scripts/paginate/resume.ts';
import { element, geometry, note, text, tree, unit } from '../support/edition.ts';
import { createReport, placesOf } from '../support/report.ts';
import { type Answer, fakeTab, laidOut, laidPage, wholePage } from './support.ts';

const plain = unit('a', { body: tree('<p>One two</p>'), file: 'a.zh.md' });
const noted = unit('n', {
	body: tree('<p>Body<a class="note-call" data-note="note-1" id="note-1-call">1</a></p>'),
	notes: [note(1, text('Note'))],
	file: 'n.zh.md',
});
const lossy = laidOut(laidPage('One'));

async function layout(
	from: Unit,
	answer: Parameters<typeof fakeTab>[0],
	limit = 1000,
	previous?: EarlierLayout,
) {
	const report = createReport();
	const tab = fakeTab(answer);
	const context = { css: 'p { break-inside: avoid }', limit, report: report.add, previous: [previous] };
	const [laid] = (await layoutUnits([from], tab, context)) ?? [];
	return { laid, tab, report, places: placesOf(report) };
}

/** Loses words until the given try. */
const soundFrom =
	(nth: number) =>
	(request: Parameters<typeof wholePage>[0], at: number): Answer =>
		at < nth ? lossy : wholePage(request);

test('a sound layout is taken at once, in silence', async () => {
	const { laid, tab, places } = await layout(noted, wholePage);
	expect(laid).toMatchObject({ unit: 'n', geometry, pages: [{ text: 'Body\u20601', noteText: '1Note' }] });
	expect(tab.requests).toHaveLength(1);
	expect(tab.requests[0]?.notes).toHaveLength(1);
	expect(places).toEqual([]);
});

const noteless = { text: 'Body\u20601', noteText: '1Note' };
/** The note on the page of its call, or on the next. */
const together = laidOut(laidPage('', { ...noteless, ids: ['note-1-call', 'note-1'] }));
const apart = laidOut(
	laidPage(noteless.text, { ids: ['note-1-call'] }),
	laidPage('', { noteText: noteless.noteText, ids: ['note-1'] }),
);

test('a note apart from its call is brought to it by keeping the paragraph of the call whole', async () => {
	const { laid, tab, places } = await layout(noted, (_request, nth) => (nth === 0 ? apart : together));
	expect(tab.requests.map(({ keepWhole }) => keepWhole)).toEqual([[], ['note-1-call']]);
	expect(laid?.pages).toHaveLength(1);
	expect(places).toEqual([]);
});

test('where that does not help the first layout stands, and nothing is tried twice', async () => {
	const { laid, tab, places } = await layout(noted, () => apart);
	expect(tab.requests.map(({ keepWhole }) => keepWhole)).toEqual([[], ['note-1-call']]);
	expect(laid?.pages).toHaveLength(2);
	expect(places).toEqual([]);
});

test.each([
	['lost', laidOut(laidPage('Bo', { ids: ['note-1-call', 'note-1'] }), laidPage('y'))],
	[
		'cut off',
		laidOut(
			laidPage('Body\u20601', { ids: ['note-1-call', 'note-1'], noteText: '1Note', cut: true }),
			laidPage(''),
		),
	],
])(
	'where text is %s at a break, the paragraphs of the calls beside it are kept whole first',
	async (_name, bad) => {
		const { laid, tab, places } = await layout(noted, (_request, nth) => (nth === 0 ? bad : together));
		expect(tab.requests.map(({ keepWhole }) => keepWhole)).toEqual([[], ['note-1-call']]);
		expect(tab.requests[1]?.notes).toHaveLength(1);
		expect(laid?.pages).toHaveLength(1);
		expect(places).toEqual([]);
	},
);

test('where words are lost the notes go to the end, and that is said', async () => {
	const { laid, tab, places } = await layout(noted, soundFrom(1));
	expect(laid?.pages).toHaveLength(1);
	expect(tab.requests.map((request) => request.notes.length)).toEqual([1, 0]);
	expect(places).toEqual(['n.zh.md:0:0 unit-notes-moved']);
});

test('where they are lost again, nothing is kept together any more', async () => {
	const { laid, tab, places } = await layout(noted, soundFrom(2));
	expect(laid).toBeDefined();
	expect(tab.requests).toHaveLength(3);
	expect(tab.requests[2]?.css).not.toContain('break-inside: avoid');
	expect(places).toEqual(['n.zh.md:0:0 unit-notes-moved']);
});

test('a unit without notes is not laid out with its notes at the end', async () => {
	const { laid, tab, places } = await layout(plain, soundFrom(1));
	expect(laid).toBeDefined();
	expect(tab.requests).toHaveLength(2);
	expect(places).toEqual(['a.zh.md:0:0 unit-loosened']);
});

test('where every way loses words the unit fails, with the place of the first', async () => {
	const body = {
		type: 'root' as const,
		children: [element('p', [text('One', 3)]), element('p', [text('two', 5, 7)])],
	};
	const { laid, report, places } = await layout({ ...plain, body }, () => lossy);
	expect(laid).toBeUndefined();
	expect(places).toEqual(['a.zh.md:5:7 unit-words-lost']);
	expect(report.list()[0]?.message).toContain('"two"');
	expect(report.list()[0]?.message).toContain('Title of a');
});

test('words without a place are reported at the file, or at the template where there is none', async () => {
	const { file: _file, ...bare } = {
		...plain,
		body: { type: 'root' as const, children: [element('p', [text('One two')])] },
	};
	expect((await layout(bare, () => lossy)).places).toEqual(['templates/piece.liquid:0:0 unit-words-lost']);
	expect((await layout({ ...bare, file: 'book.yaml' }, () => lossy)).places).toEqual([
		'book.yaml:0:0 unit-words-lost',
	]);
});

test('lost words of another file are placed there', async () => {
	const bio = { ...text('One two', 9, 4), data: { file: 'contributors.yaml' } };
	const body = { type: 'root' as const, children: [element('p', [bio])] };
	expect((await layout({ ...plain, body }, () => lossy)).places).toEqual([
		'contributors.yaml:9:4 unit-words-lost',
	]);
});

test('what does not fit on its page is a warning', async () => {
	const pages = laidOut(laidPage('One'), laidPage('two', { overflow: true }));
	const { laid, report, places } = await layout(plain, () => pages);
	expect(laid?.pages).toHaveLength(2);
	expect(places).toEqual(['a.zh.md:0:0 unit-overflow']);
	expect(report.list()[0]?.message).toContain('page 2');
});

test('where text would be cut off, the next way is tried', async () => {
	const cut = laidOut(laidPage('One'), laidPage('two', { cut: true }));
	const { laid, tab, places } = await layout(plain, (request, nth) => (nth === 0 ? cut : wholePage(request)));
	expect(laid?.pages).toHaveLength(1);
	expect(tab.requests).toHaveLength(2);
	expect(places).toEqual(['a.zh.md:0:0 unit-loosened']);
});

test('where every way cuts text off, the first that has all words stands, with a warning', async () => {
	const { laid, tab, report, places } = await layout(noted, (request, nth) => {
		if (nth === 0) return lossy;
		const [page] = wholePage(request).pages;
		return laidOut(
			laidPage(page?.text ?? '', { noteText: page?.noteText ?? '', cut: true, ids: [String(nth)] }),
		);
	});
	expect(tab.requests).toHaveLength(3);
	expect(laid?.pages.map((page) => page.ids)).toEqual([['1']]);
	expect(places).toEqual(['n.zh.md:0:0 unit-notes-moved', 'n.zh.md:0:0 unit-overflow']);
	expect(report.list()[1]?.message).toContain('page 1');
});

test('a unit that takes longer than its limit is given up', async () => {
	await expect(layout(plain, () => 'hangs', 20)).rejects.toBeInstanceOf(UnitTimeout);
});

test('a unit has one limit for all its ways together', async () => {
	const slow = async (request: Parameters<typeof wholePage>[0], nth: number): Promise<Answer> => {
		await new Promise((done) => setTimeout(done, 150));
		return soundFrom(2)(request, nth);
	};
	expect((await layout(noted, slow, 2000)).laid).toBeDefined();
	await expect(layout(noted, slow, 200)).rejects.toThrow(UnitTimeout);
});

test('a fault of the page is not taken for a lack of time', async () => {
	await expect(layout(plain, () => new Error('Paged.js broke'))).rejects.toThrow('Paged.js broke');
});

test('a unit made from many files goes by its template', () => {
	expect(fileOf(unit('zh-cover', { kind: 'cover' }))).toBe('templates/cover.liquid');
	expect(fileOf(plain)).toBe('a.zh.md');
});

const mark: PageMark = {
	...{ entry: 0, inner: 0, child: -1, offset: 0, around: 0, isClean: true },
	...{ reach: 0, print: 0, overflow: false, cut: false },
};
const memory: LayoutMemory = { entries: [1, 0], pages: [mark, { ...mark, overflow: true }] };
const previous: EarlierLayout = {
	pages: [
		{ body: '<p>One</p>', notes: '', ids: ['x'] },
		{ body: '<p>two</p>', notes: '', ids: [] },
	],
	geometry,
	memory,
};

test('pages of an earlier layout that stand are taken over, with what was wrong with them', async () => {
	const kept = { pages: [0, 1], laid: 0, memory };
	const { laid, tab, places } = await layout(plain, () => kept, 1000, previous);
	expect(tab.requests[0]?.earlier).toEqual(memory);
	expect(laid).toMatchObject({ pages: previous.pages, geometry, fresh: 0, memory });
	expect(places).toEqual(['a.zh.md:0:0 unit-overflow']);
});

test('words that are lost on a page taken over are found', async () => {
	const kept = { pages: [0], laid: 0, memory };
	const { tab } = await layout(
		plain,
		(request, nth) => (nth === 0 ? kept : wholePage(request)),
		1000,
		previous,
	);
	expect(tab.requests.map(({ earlier }) => earlier)).toEqual([memory, undefined]);
});

test('each round for the notes goes on from the one before, and all pages laid out are counted', async () => {
	const remembered = { ...memory, pages: apart.pages.map(() => mark) };
	const { laid, tab } = await layout(noted, (_request, nth) =>
		nth === 0 ? { ...apart, memory: remembered } : together,
	);
	expect(tab.requests.map(({ earlier }) => earlier)).toEqual([undefined, remembered]);
	expect(laid).toMatchObject({ fresh: 3 });
});

test('only a layout with footnotes is remembered', async () => {
	const answer = (request: Parameters<typeof wholePage>[0], nth: number): Answer =>
		nth === 0 ? { ...lossy, memory } : { ...wholePage(request), memory };
	expect((await layout(plain, answer)).laid).not.toHaveProperty('memory');
	expect((await layout(plain, (request) => ({ ...wholePage(request), memory }))).laid).toHaveProperty(
		'memory',
	);
});
