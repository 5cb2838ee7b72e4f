import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PrintedBook } from '../scripts/print/index.ts';
import { type Galley, layEdition, layManuscript, printForPress, printJoined } from './support/both-prints.ts';
import { edition, usualPress } from './support/edition.ts';
import { lookAtPdf } from './support/look-at-pdf.ts';
import { openPdf } from './support/make-pdf.ts';
import { hasCanvas, type Picture, picturePages } from './support/pixels.ts';
import { english } from './support/press.ts';
import { createWorld, manuscripts, type TestWorld } from './support/world.ts';

const canvas = await hasCanvas();

const points = (millimetres: number) => (millimetres / 25.4) * 72;

let made: TestWorld;
beforeAll(async () => {
	made = await createWorld();
});
afterAll(() => made.session.close());

/** Each run of text, with its place from the lower left corner of the trim, in hundredths of a pt. */
function placed(runs: readonly string[], [left, lower]: readonly [number, number]) {
	return runs.map((run) => {
		const [, text, x, y] = /^(.*) [-\d,]+ (-?\d+),(-?\d+)$/s.exec(run) ?? [];
		return { text, x: Number(x) - left * 100, y: Number(y) - lower * 100 };
	});
}

describe('the inside of a book for a printer', () => {
	let galley: Galley;
	let screen: PrintedBook;
	let press: PrintedBook;
	let pdf: PDFDocument;

	beforeAll(async () => {
		galley = await layManuscript(manuscripts.fixture, 'zh', made.world);
		screen = await printJoined(galley, made.world);
		press = await printForPress(galley, made.world);
		pdf = await PDFDocument.load(press.bytes, { updateMetadata: false });
	});

	test('has the text of the edition for screens, in the same place within 0.1 mm', async () => {
		const [shown, printed] = [await lookAtPdf(screen.bytes), await lookAtPdf(press.bytes)];
		const trim = pdf.getPage(0).getTrimBox();
		let runs = 0;
		for (const [index, look] of shown.entries()) {
			// The cover has a sheet of its own.
			if (index === 0) continue;
			const own = placed(look.text, [0, 0]);
			const theirs = placed(printed[index]?.text ?? [], [trim.x, trim.y]);
			expect(
				theirs.map(({ text }) => text),
				`page ${index}`,
			).toEqual(own.map(({ text }) => text));
			theirs.forEach(({ x, y }, nth) => {
				expect(Math.hypot(x - (own[nth]?.x ?? 0), y - (own[nth]?.y ?? 0))).toBeLessThan(points(0.1) * 100);
			});
			runs += own.length;
		}
		expect(runs).toBeGreaterThan(200);
	});

	test('has the same folios, and blanks up to a multiple of four', async () => {
		const [shown, printed] = [await openPdf(screen.bytes), await openPdf(press.bytes)];
		const labels = (await printed.getPageLabels()) ?? [];
		const count = shown.numPages;
		expect(labels.slice(0, count)).toEqual(await shown.getPageLabels());
		expect(printed.numPages).toBe(Math.ceil(count / 4) * 4);
		expect(press.pages).toBe(printed.numPages);
		expect(labels.slice(count)).toEqual(
			labels.slice(count).map((_, nth) => String(Number(labels[count - 1]) + nth + 1)),
		);
	});

	test('begins with the title alone in place of the cover', async () => {
		const [first, second] = await lookAtPdf(press.bytes);
		const title = galley.edition.metadata.title.replaceAll(/\s/g, '');
		const text = first?.text.map((run) => run.replace(/ [-\d,]+ -?\d+,-?\d+$/s, '')).join('');
		expect(text?.replaceAll(/\s/g, '')).toBe(title);
		expect(second?.text).toEqual([]);
	});

	test('every page has its boxes, blank ones with the others, to 0.01 pt', () => {
		const { width, height } = galley.book.trim;
		for (const page of pdf.getPages()) {
			for (const [found, start, wide] of [
				[page.getTrimBox(), 13, 0],
				[page.getBleedBox(), 10, 6],
				[page.getMediaBox(), 0, 26],
			] as const) {
				const wanted = [start, start, width + wide, height + wide].map(points);
				[found.x, found.y, found.width, found.height].forEach((length, nth) => {
					expect(Math.abs(length - (wanted[nth] ?? 0))).toBeLessThan(0.01);
				});
			}
		}
	});

	test('is made of the parts of the edition for screens, and one or two more', () => {
		expect(press.printed).toBeLessThanOrEqual(2);
		expect(press).toMatchObject({ faults: [], dead: [] });
		expect(made.report.list()).toEqual([]);
	});

	test('is the same, byte for byte, when it is made again', async () => {
		const other = await createWorld();
		const again = await printForPress(
			await layManuscript(manuscripts.fixture, 'zh', other.world),
			other.world,
		);
		await other.session.close();
		expect(Buffer.from(again.bytes).equals(press.bytes)).toBe(true);
	});
});

describe.skipIf(!canvas)('the bleed', () => {
	const ground = '.page.piece-page { background: linear-gradient(#f00, #f00) }';
	const bar = '<div style="margin: 0 -2000px; height: 40px; background: #00f"></div>';
	/** Colours of a page by their place, in mm from the upper left corner of the trim. */
	const color = ({ width, bytes }: Picture, edge: number, x: number, y: number) => {
		const [column, row] = [x + edge, y + edge].map((length) => Math.round(points(length) * 2));
		const at = ((row ?? 0) * width + (column ?? 0)) * 4;
		return [...bytes.subarray(at, at + 3)].map((value) => (value > 127 ? 'f' : '0')).join('');
	};
	let press: readonly Picture[];
	let screen: readonly Picture[];

	beforeAll(async () => {
		const units = ['a', 'b'].map((id) => english(id, `<p>${id}</p>${bar}`));
		const book = edition({ id: 'en', languages: ['en'], units, ...usualPress });
		const galley = await layEdition(book, made.world);
		expect(galley.book.pages.map(({ side }) => side)).toEqual(['recto', 'verso']);
		press = await picturePages((await printForPress(galley, made.world, ground)).bytes, 2);
		screen = await picturePages((await printJoined(galley, made.world, ground)).bytes, 2);
	});

	test('is filled by the ground of the page on all sides, and no more than the bleed', () => {
		for (const page of press.slice(0, 2)) {
			for (const [x, y] of [
				[-2.5, 150],
				[212.5, 150],
				[100, -2.5],
				[100, 299.5],
				[-2.5, -2.5],
				[212.5, 299.5],
			] as const)
				expect(color(page, 13, x, y), `${x} ${y}`).toBe('f00');
			for (const [x, y] of [
				[-3.5, 150],
				[213.5, 150],
				[100, -3.5],
				[100, 300.5],
			] as const)
				expect(color(page, 13, x, y), `${x} ${y}`).toBe('fff');
		}
	});

	test('is filled by what hangs over the trim, on rectos and on versos', () => {
		for (const page of press.slice(0, 2)) {
			const rows = Array.from({ length: 290 }, (_, y) => y).filter((y) => color(page, 13, 105, y) === '00f');
			expect(rows.length).toBeGreaterThan(5);
			const row = rows[Math.floor(rows.length / 2)] ?? 0;
			for (const x of [-2.7, 0.5, 209.5, 212.7]) expect(color(page, 13, x, row), `${x}`).toBe('00f');
			for (const x of [-3.5, 213.5]) expect(color(page, 13, x, row), `${x}`).toBe('fff');
		}
	});

	test('is not on the page that a screen shows', () => {
		for (const page of screen) {
			expect([page.width, page.height]).toEqual([1191, 1684]);
			for (const [x, y] of [
				[0.5, 0.5],
				[209.5, 296.5],
			] as const)
				expect(color(page, 0, x, y)).toBe('f00');
		}
	});
});
