import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { OpenStore } from '../scripts/cache/index.ts';
import type { Unit } from '../scripts/model/index.ts';
import type { World } from '../scripts/pipeline.ts';
import type { PrintedBook } from '../scripts/print/index.ts';
import type { SessionSettings } from '../scripts/session.ts';
import { type Galley, layEdition, layManuscript, printJoined, printWhole } from './support/both-prints.ts';
import { edition } from './support/edition.ts';
import { longBook } from './support/long-book.ts';
import { type LinkLook, lookAtPdf, type PageLook } from './support/look-at-pdf.ts';
import { countDifferences, hasCanvas, picturePages } from './support/pixels.ts';
import { english } from './support/press.ts';
import { withoutMarks } from './support/without-marks.ts';
import { createWorld, manuscripts, type TestWorld } from './support/world.ts';

// Without its optional canvas pdfjs-dist cannot draw; .ci/run compares the pixels with another program as well.
const canvas = await hasCanvas();

/** In pt: the browser rounds the places that links lead to. */
const pixel = 0.75;

/** Of 255: all is moved from the sheet of the browser to the page, and sums are rounded. */
const rounding = 3;

/** Pixels of a page on which a glyph may still fall to the other side of a boundary. */
const strays = 1;

function goalOf({ goal }: LinkLook): readonly [page: number | string, height: number] {
	return typeof goal === 'string' ? [goal, 0] : goal;
}

/** The browser makes a link of each word that keeps together; Diglot joins those that follow each other on a line. */
function joinWords(links: readonly LinkLook[]): readonly LinkLook[] {
	const joined: LinkLook[] = [];
	for (const link of links) {
		const last = joined.at(-1);
		const [left = 0, lower = 0, right = 0, upper = 0] = last?.rect ?? [];
		const [itsLeft = 0, itsLower = 0, itsRight = 0, itsUpper = 0] = link.rect;
		const goesOn =
			String(last?.goal) === String(link.goal) &&
			itsLower < upper &&
			itsUpper > lower &&
			itsLeft >= right - 1;
		if (!goesOn) joined.push(link);
		else {
			const rect = [left, Math.min(lower, itsLower), itsRight, Math.max(upper, itsUpper)];
			joined[joined.length - 1] = { rect, goal: link.goal };
		}
	}
	return joined;
}

const books: Readonly<Record<string, (world: World) => Promise<Galley>>> = {
	'fixture in Chinese': (world) => layManuscript(manuscripts.fixture, 'zh', world),
	'fixture in English': (world) => layManuscript(manuscripts.fixture, 'en', world),
	'digest in English': (world) => layManuscript(manuscripts.digest, 'en', world),
	'book with a long unit': async (world) => await layEdition(await longBook(), world),
};

for (const [name, lay] of Object.entries(books)) {
	describe(`the ${name}, printed in parts and joined, equals the same book printed in one go`, () => {
		let made: TestWorld;
		let galley: Galley;
		let printed: PrintedBook;
		let whole: Uint8Array;
		let looks: readonly (readonly [PageLook | undefined, PageLook | undefined])[];

		beforeAll(async () => {
			made = await createWorld();
			galley = await lay(made.world);
			printed = await printJoined(galley, made.world);
			whole = await printWhole(galley, made.world);
			await keep(name, printed.bytes, whole);
			const [a, b] = await Promise.all(
				[printed.bytes, whole].map(async (bytes) => await lookAtPdf(await withoutMarks(bytes))),
			);
			if (!a || !b) return;
			looks = Array.from({ length: Math.max(a.length, b.length) }, (_, page) => [a[page], b[page]]);
		});

		afterAll(() => made.session.close());

		test('pages and their size', () => {
			for (const [one, other] of looks) {
				one?.size.forEach((length, side) => void expect(length).toBeCloseTo(other?.size[side] ?? 0, 4));
			}
			expect(looks).toHaveLength(galley.book.pages.length);
		});

		test('text, run by run', () => {
			for (const [page, [one, other]] of looks.entries())
				expect([...(one?.text ?? [])].sort(), `page ${page}`).toEqual([...(other?.text ?? [])].sort());
		});

		test('links', () => {
			for (const [page, [one, other]] of looks.entries()) {
				const [joined, expected] = [joinWords(one?.links ?? []), joinWords(other?.links ?? [])];
				expect(joined, `page ${page}`).toHaveLength(expected.length);
				joined.forEach((link, index) => {
					const its = expected[index];
					if (!its) return;
					const [[aPage, aHeight], [bPage, bHeight]] = [goalOf(link), goalOf(its)];
					expect(aPage, `page ${page}`).toBe(bPage);
					expect(Math.abs(aHeight - bHeight), `page ${page}`).toBeLessThan(pixel);
					link.rect.forEach(
						(edge, nth) => void expect(edge, `page ${page}`).toBeCloseTo(its.rect[nth] ?? -1, 1),
					);
				});
			}
		});

		test('fonts and pictures, each once', async () => {
			const names = await fontNames(printed.bytes);
			expect(new Set(names).size).toBe(names.length);
			expect([...names].sort()).toEqual([...new Set(await fontNames(whole))].sort());
			const pictures = await picturesOf(printed.bytes);
			expect(new Set(pictures).size).toBe(pictures.length);
			expect([...pictures].sort()).toEqual([...new Set(await picturesOf(whole))].sort());
		});

		test('nothing is wrong with it', () => {
			expect(printed).toMatchObject({ faults: [], dead: [], pages: galley.book.pages.length });
			// Text in several parts, and grounds, running heads and folios beside it.
			expect(printed.parts).toBeGreaterThan(5);
			expect(made.report.list()).toEqual([]);
		});

		test.skipIf(!canvas)('pixels', async () => {
			const [a, b] = [await picturePages(printed.bytes, 1), await picturePages(whole, 1)];
			const differences = a.map((one, page) => {
				const other = b[page];
				return other ? countDifferences(one, other, rounding) : 'no page';
			});
			expect(differences.filter((count) => count === 'no page' || count > strays)).toEqual([]);
		});
	});
}

/** Leaves both files where DIGLOT_KEEP_PRINTS says, for compare-pixels.mjs. */
async function keep(name: string, joined: Uint8Array, whole: Uint8Array): Promise<void> {
	const folder = process.env.DIGLOT_KEEP_PRINTS;
	if (!folder) return;
	await mkdir(folder, { recursive: true });
	const stem = join(folder, name.replaceAll(' ', '-'));
	await writeFile(`${stem}.joined.pdf`, joined);
	await writeFile(`${stem}.whole.pdf`, whole);
}

/** PostScript names of the font objects, without the tags of subsets. */
async function fontNames(bytes: Uint8Array): Promise<readonly string[]> {
	const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
	return pdf.context.enumerateIndirectObjects().flatMap(([, font]) => {
		if (!(font instanceof PDFDict) || font.get(PDFName.of('Subtype')) !== PDFName.of('Type0')) return [];
		const name = font.lookup(PDFName.of('BaseFont'), PDFName).decodeText();
		return [name.replace(/^[A-Z]{6}\+/, '')];
	});
}

/** Digests of the pictures, those of their masks with them. */
async function picturesOf(bytes: Uint8Array): Promise<readonly string[]> {
	const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
	const digest = ({ dict, contents }: PDFRawStream): string => {
		const mask = dict.lookup(PDFName.of('SMask'));
		const hash = createHash('sha256').update(contents);
		return hash.update(mask instanceof PDFRawStream ? digest(mask) : '').digest('hex');
	};
	return pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
		const isPicture =
			object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image');
		return isPicture ? [digest(object)] : [];
	});
}

/** A store that holds what it is given. */
function memoryStore(): OpenStore {
	const held = new Map<string, Uint8Array>();
	return {
		get: async (room, key) => held.get(`${room}/${key}`),
		put: async (room, key, bytes) => void held.set(`${room}/${key}`, bytes),
		close: async () => {},
	};
}

/** A world that is closed when the test is over. */
async function openWorld(settings: Partial<SessionSettings> = {}): Promise<World> {
	const { world, session } = await createWorld(settings);
	onTestFinished(session.close);
	return world;
}

describe('the file is the same, byte for byte,', () => {
	const same = (a: PrintedBook, b: PrintedBook) => Buffer.from(a.bytes).equals(Buffer.from(b.bytes));

	test('from parts in memory, from parts in the store, and printed anew by one tab', async () => {
		const store = memoryStore();
		const first = await openWorld({ openStore: async () => store });
		const galley = await layManuscript(manuscripts.fixture, 'en', first);
		const cold = await printJoined(galley, first);
		expect(cold.printed).toBe(cold.parts);

		const fromMemory = await printJoined(galley, first);
		expect([fromMemory.printed, same(fromMemory, cold)]).toEqual([0, true]);

		const fromStore = await printJoined(galley, await openWorld({ openStore: async () => store }));
		expect([fromStore.printed, same(fromStore, cold)]).toEqual([0, true]);

		const anew = await printJoined(galley, await openWorld({ jobs: 1 }));
		expect([anew.printed, same(anew, cold)]).toEqual([cold.parts, true]);
	});

	test('after an edit that brings new characters, whether the rest is from before or printed anew', async () => {
		const units = Array.from({ length: 12 }, (_, nth) => english(`u${nth}`, `<p>Te${'x'.repeat(nth)}t</p>`));
		// The browser guesses the measures of a face from i, I, !, 1, M and X.
		const edited = units.with(5, english('u5', '<p>Quartz, vexing: 150 % MIX!</p>'));
		const print = async (from: readonly Unit[], world: World) =>
			await printJoined(
				await layEdition(edition({ id: 'en', languages: ['en'], units: from }), world),
				world,
			);
		const world = await openWorld();
		const earlier = await print(units, world);
		const warm = await print(edited, world);
		expect(warm).toMatchObject({ printed: 1, parts: earlier.parts });
		expect(same(warm, earlier)).toBe(false);
		const cold = await print(edited, await openWorld());
		expect([cold.printed, same(warm, cold)]).toEqual([cold.parts, true]);
	});
});
