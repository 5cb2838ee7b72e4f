import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Note, PaginatedBook, Unit } from '../../scripts/model/index.ts';
import { note, text } from '../support/edition.ts';
import { type Block, english, openPress, type Press, pageCode } from '../support/press.ts';
import { readPdf } from '../support/read-pdf.ts';
import { placesOf } from '../support/report.ts';

let press: Press;

beforeAll(async () => {
	press = await openPress();
});

afterAll(() => press.close());

/** About as many lines of text as a page holds. */
const pageLines = 41;

/** Paragraphs of one line each. */
const filler = (lines: number) => '<p>One line of text.</p>'.repeat(lines);

const words = (count: number) =>
	Array.from(
		{ length: count },
		(_, index) => ['the', 'page', 'of', 'measure', 'ends', 'a', 'paragraph'][index % 7],
	).join(' ');

/** The same after more and more lines, so that the foot of the page falls on each of its lines in turn. */
function sweep(from: number, to: number, html: string, rest: Partial<Unit> = {}): readonly Unit[] {
	return Array.from({ length: to - from }, (_, index) =>
		english(`u${from + index}`, filler(from + index) + html, rest),
	);
}

/** Lays units out without a finding of any kind. */
async function laySound(units: readonly Unit[]): Promise<PaginatedBook> {
	const { book, report } = await press.lay(units);
	expect(placesOf(report)).toEqual([]);
	if (!book) throw new Error('Nothing was laid out.');
	return book;
}

const plain = (html: string) =>
	html
		.replaceAll(/<thead[^>]*aria-hidden[\s\S]*?<\/thead>/g, '')
		.replaceAll(/<[^>]+>|[\s\u00ad\u2010\u2060]+/g, '');

/** The text of a book's pages, but for what moves at breaks and is repeated. */
const textOf = (book: PaginatedBook) => book.pages.map((page) => plain(page.body)).join('');

const sentence = 'The same sentence stands here again and again. ';

test('a paragraph of one sentence three hundred times loses nothing', async () => {
	const book = await laySound([english('a', `<p>${sentence.repeat(300)}</p>`)]);
	expect(book.pages.length).toBeGreaterThan(2);
	expect(textOf(book)).toBe(plain(sentence.repeat(300)));
});

test('a table that goes on overleaf has its head on each page, once for screen readers', async () => {
	const rows = Array.from(
		{ length: 80 },
		(_, row) => `<tr><td>row ${row}</td><td id="r${row}">cell</td></tr>`,
	);
	const table = `<table id="t"><thead><tr><th id="head">Kind</th><th>Found</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
	const units = sweep(pageLines - 10, pageLines + 1, `${table}<p>The end.</p>`);
	const book = await laySound(units);
	const pages = await press.measure(book);
	let broken = 0;
	for (const page of pages) {
		const first = page.findIndex((block) => block.name === 'thead' || block.name === 'tr');
		if (first < 0) continue;
		const [head, row] = page.slice(first);
		expect([head?.name, row?.name]).toEqual(['thead', 'tr']);
		const isFirst = row?.text === 'row 0cell';
		expect(head).toMatchObject({ text: 'KindFound', hidden: !isFirst });
		if (!isFirst) broken++;
		expect(page.filter((block) => block.name === 'thead')).toHaveLength(1);
	}
	// Each table is longer than a page.
	expect(broken).toBeGreaterThanOrEqual(units.length);
	const expected = units
		.map((_, index) => plain(`${filler(pageLines - 10 + index)}${table}The end.`))
		.join('');
	expect(textOf(book)).toBe(expected);
});

test('a heading never ends a page, and a chain of headings goes with its paragraph', async () => {
	const chain = `<h2>First</h2><h3>Second</h3><p>${words(90)}</p>`;
	const book = await laySound(sweep(pageLines - 14, pageLines + 2, chain));
	const pages = await press.measure(book);
	expect(pages.filter((page) => page.some((block) => block.name === 'h2'))).toHaveLength(16);
	let moved = 0;
	for (const page of pages) {
		const names = page.map((block) => block.name);
		expect(names.at(-1)).not.toMatch(/^h/);
		const at = names.indexOf('h2');
		if (at < 0) continue;
		expect(names.slice(at, at + 3)).toEqual(['h2', 'h3', 'p']);
		// Two lines of the paragraph at least stay below them.
		expect(page[at + 2]?.lines).toBeGreaterThanOrEqual(2);
		if (at === 0) moved++;
	}
	expect(moved).toBeGreaterThan(2);
});

/** Blocks that a page break cuts, with their lines before it or after it. */
function cut(pages: readonly (readonly Block[])[], end: 'continued' | 'continues', name: string) {
	return pages.flatMap((page) =>
		page.filter((block) => block[end] && block.name === name && block.lines > 0),
	);
}

test.each([
	['paragraph', 'p', (lines: number) => `<p>${words(lines * 16)}</p>`],
	['item of a list', 'li', (lines: number) => `<ul><li>${words(lines * 14)}</li></ul>`],
])('no line of a %s stands alone on its page', async (_name, name, make) => {
	const units = [2, 3, 4, 6].flatMap((lines) =>
		sweep(pageLines - 7, pageLines + 1, make(lines)).map((one) => ({ ...one, id: `${one.id}-${lines}` })),
	);
	const pages = await press.measure(await laySound(units));
	const after = cut(pages, 'continued', name);
	const before = cut(pages, 'continues', name);
	expect(after.length).toBeGreaterThan(3);
	expect(after.map((block) => block.lines)).not.toContain(1);
	expect(before.map((block) => block.lines)).not.toContain(1);
});

test('a word is cut at the end of a page only where it has a soft hyphen', async () => {
	const long =
		'in\u00adter\u00adna\u00adtion\u00adal stan\u00addard\u00adi\u00adza\u00adtion re\u00adspon\u00adsi\u00adbil\u00adi\u00adties of ';
	const units = Array.from({ length: 12 }, (_, index) =>
		english(`u${index}`, `<p>${'a '.repeat(index)}${long.repeat(160)}</p>`),
	);
	const book = await laySound(units);
	const hyphenated: string[] = [];
	units.forEach((_, index) => {
		const source = `${'a '.repeat(index)}${long.repeat(160)}`;
		const breaks = new Set<number>();
		let length = 0;
		for (const character of source) {
			if (/[\s\u00ad]/.test(character)) breaks.add(length);
			else length++;
		}
		let at = 0;
		for (const page of book.pages.filter((one) => one.unit === `u${index}`).slice(0, -1)) {
			at += plain(page.body).length;
			expect(breaks).toContain(at);
			const end = page.body.replaceAll(/<[^>]+>/g, '').trimEnd();
			if (/[\u00ad\u2010]$/.test(end)) hyphenated.push(end);
		}
	});
	expect(hyphenated.length).toBeGreaterThan(2);
	for (const end of hyphenated) expect(end).toMatch(/[a-z]\u00ad?\u2010$/);
});

/** A paragraph with a call for each of these notes. */
function called(notes: readonly Note[]): string {
	const calls = notes.map(
		({ id, number }) =>
			`<a class="note-call" data-note="${id}" id="${id}-call" href="#${id}">${number}</a> ${words(12)}`,
	);
	return `<p>${words(60)}${calls.join(' ')}</p>`;
}

/** Notes of so many words each. */
function notesOf(unit: string, count: number, length: number): readonly Note[] {
	return Array.from({ length: count }, (_, index) => ({
		...note(index + 1, text(`${words(length)} ${index + 1}.`)),
		id: `${unit}-n${index + 1}`,
	}));
}

test.each([
	[1, 50],
	[2, 50],
	[3, 12],
	[3, 25],
])(
	'%d notes of %d words each begin on the pages of their calls, once, below the text',
	async (count, length) => {
		const units = Array.from({ length: 20 }, (_, index) => {
			const lines = pageLines - 18 + index;
			const notes = notesOf(`u${lines}`, count, length);
			return english(`u${lines}`, filler(lines) + called(notes) + filler(3), { notes });
		});
		const book = await laySound(units);
		let moved = 0;
		for (const { id: unit, notes } of units) {
			for (const { id } of notes) expect(book.map.pageOf.get(id)).toBe(book.map.pageOf.get(`${id}-call`));
			const pages = book.pages.filter((page) => page.unit === unit);
			const printed = pages.map((page) => plain(page.notes)).join('');
			expect(printed).toBe(notes.map(({ number }) => plain(`${number}${words(length)}${number}.`)).join(''));
			if (pages.at(-1)?.notes !== '') moved++;
		}
		// The sweep passes the foot of the page.
		expect(moved).toBeGreaterThan(2);
		expect(moved).toBeLessThan(units.length);
		expect(await press.overprints(book)).toEqual([]);
	},
);

test('notes that do not fit their pages go to the end, which is told, and lose nothing', async () => {
	const notes = [note(1, text(Array.from({ length: 2500 }, (_, index) => `word${index}`).join(' ')))];
	const { book, report } = await press.lay([
		english('long', filler(30) + called(notes) + filler(30), { notes }),
	]);
	expect(placesOf(report)).toEqual(['long.en.md:0:0 unit-notes-moved']);
	const body = book ? textOf(book) : '';
	expect(book?.pages.map((page) => page.notes).join('')).toBe('');
	expect(body).toContain('word0word1word2');
	expect(body.endsWith('word2498word2499')).toBe(true);
});

test('a row taller than a page is set as text, which is told, and loses nothing', async () => {
	const cells = Array.from({ length: 3000 }, (_, index) => `word${index}`).join(' ');
	const table = `<table><thead><tr><th>Kind</th><th>Found</th></tr></thead><tbody><tr><td>short</td><td>${cells}</td></tr></tbody></table>`;
	const { book, report } = await press.lay([english('tall', `${filler(5)}${table}<p>The end.</p>`)]);
	expect(placesOf(report)).toEqual(['tall.en.md:0:0 unit-loosened']);
	expect(book && textOf(book)).toBe(plain(`${filler(5)}${table}The end.`));
});

test('a unit that loops for ever is given up as unit-timeout; the others and the build go on', async () => {
	const script = await pageCode('endless.js');
	const units = [english('loop', `<p>endless ${words(90)}</p>`), english('sound', '<p>Sound.</p>')];
	const { book, report } = await press.lay(units, { script, unitLimit: 1000 });
	expect(book).toBeUndefined();
	expect(placesOf(report)).toEqual(['loop.en.md:0:0 unit-timeout']);
	// The browser still works.
	expect(textOf(await laySound(units))).toContain('Sound.');
});

test('the numbers of an ordered list go on across a page break', async () => {
	const items = Array.from(
		{ length: 60 },
		(_, index) => `<li>item${index + 5} ${words(10 + (index % 5) * 12)}</li>`,
	);
	const book = await laySound([english('a', `<ol start="5">${items.join('')}</ol>`)]);
	const pdf = await readPdf(await press.pdf(book));
	expect(pdf.pages.length).toBeGreaterThan(2);
	const printed = pdf.pages.map((page) => page.runs.map((run) => run.text).join(' ')).join(' ');
	const numbers = [...printed.matchAll(/(\d+)\.\s+item(\d+)/g)].map(([, number, item]) => [number, item]);
	expect(numbers).toEqual(items.map((_, index) => [String(index + 5), String(index + 5)]));
	// The rest of an item has no number of its own.
	expect(printed.match(/\d+\.\s/g)).toHaveLength(60);
});

/** A unit with all that can be split. */
function mixed(): Unit {
	const notes = [note(1, text(words(300))), note(2, text(words(20)))];
	const rows = Array.from(
		{ length: 70 },
		(_, row) => `<tr id="row-${row}"><td>${row}</td><td>${words(9)}</td></tr>`,
	);
	const html = `<h2 id="h">Head</h2><p id="p">${words(900)}</p><ol id="ol"><li id="li">${words(900)}</li></ol>
<table id="t"><thead id="th"><tr id="tr"><th>A</th><th>B</th></tr></thead><tbody id="tb">${rows.join('')}</tbody></table>
<blockquote id="q"><p>${words(500)}<em id="em">${words(300)}</em></p></blockquote>${called(notes)}`;
	return english('mixed', html, { notes });
}

test('ids are unique over all pages', async () => {
	const book = await laySound([mixed()]);
	expect(book.pages.length).toBeGreaterThan(4);
	const ids = book.pages.flatMap((page) =>
		[...(page.body + page.notes).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id),
	);
	expect(ids.length).toBeGreaterThan(80);
	expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
	for (const id of ids) expect(book.map.pageOf.has(id ?? ''), id).toBe(true);
});

test('the same unit gives the same pages, alone or after others in the same tab', async () => {
	const [alone, after] = [
		await laySound([mixed()]),
		await laySound([...sweep(40, 44, `<p>${words(99)}</p>`), mixed()]),
	];
	const own = ({ pages }: PaginatedBook) =>
		pages.filter((page) => page.unit === 'mixed').map(({ body, notes }) => ({ body, notes }));
	expect(own(after)).toEqual(own(alone));
	expect(
		own(alone)
			.map(({ body }) => body)
			.join(''),
	).not.toMatch(/data-(?!continue)|pagedjs/);
});
