import { getDocument, OPS, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMemo, noStore } from '../../../scripts/cache/index.ts';
import { compose } from '../../../scripts/compose/index.ts';
import { createReport } from '../../../scripts/diagnostics/index.ts';
import { cutFonts, cutToGlyphs, fillShelf } from '../../../scripts/fonts/index.ts';
import type {
	BookConfig,
	CoverChoices,
	Geometry,
	PaginatedBook,
	Size,
} from '../../../scripts/model/index.ts';
import { printBook, printCover } from '../../../scripts/print/index.ts';
import { readBarcode, type Stripe } from '../../compose/read-barcode.ts';
import { book, both, geometry, inline, localText, markup, piece, usualPress } from '../../support/edition.ts';
import { editionIn } from '../../support/edition-choice.ts';
import { createWorld, type TestWorld } from '../../support/world.ts';

interface Wishes {
	readonly lang?: string;
	readonly zh?: string;
	readonly en?: string;
	readonly spine?: number;
	readonly trim?: Size;
	readonly geometry?: Geometry;
	readonly cover?: Partial<CoverChoices>;
	readonly config?: Partial<BookConfig>;
}

const a4 = { width: 210, height: 297 };
const a6 = { width: 105, height: 148 };
const a6Geometry: Geometry = {
	page: { width: 397, height: 559 },
	block: { inner: 60, top: 49, width: 266, height: 440 },
};
const flap = 70;
/** Of a point in a millimetre. */
const points = 72 / 25.4;

let made: TestWorld;
beforeAll(async () => {
	made = await createWorld();
});
afterAll(() => made.session.close());

/** Prints the cover of a small book whose spine has this width. */
async function print(wishes: Wishes = {}) {
	const { lang = 'zh', spine = 12, trim = a4, cover, config } = wishes;
	const { zh = '机器与尺度', en = 'Machines and Measure' } = wishes;
	const { house, memo } = made.world;
	const press = {
		...usualPress.press,
		paper: { caliper: spine / 100 },
		cover: { ...usualPress.press.cover, boards: 0, ...cover },
	};
	const source = book({
		title: both(zh, en),
		subtitle: both('一本用来检验排版的小书', 'A Small Book'),
		publishers: [{ zh: inline('尺度研究社', 'zh'), en: inline('Measure Press', 'en') }],
		contents: [],
		pieces: [piece('a', 'zh'), piece('a', 'en')],
		config: {
			press,
			series: { title: { zh: localText('丛书', 'zh'), en: localText('Series', 'en') }, number: '12' },
			description: {
				zh: localText('七篇短文，两种语言（2024年）。', 'zh'),
				en: localText('Seven pieces.', 'en'),
			},
			...config,
		},
	});
	const report = createReport();
	const whole = await compose(source, house, { choice: editionIn(lang), report: report.add, cover: true });
	const [front] = whole.units;
	if (!front || !whole.coverSheet) throw new Error('There is no cover.');
	const edition = { ...whole, units: [front, whole.coverSheet], toc: [] };
	const pages: PaginatedBook = {
		pages: [
			{
				index: 0,
				side: 'recto',
				matter: 'front',
				label: 'i',
				unit: front.id,
				kind: 'cover',
				lang,
				body: markup(front.body),
				notes: '',
				showFolio: false,
			},
		],
		geometry: wishes.geometry ?? geometry,
		trim,
		map: { labels: ['i'], pageOf: new Map() },
		units: 1,
		cached: 0,
		laid: 1,
	};
	const fonts = await cutFonts(edition, report.add, { memo, vertical: true });
	const options = {
		tabs: await made.world.tabs(),
		shelf: fillShelf(edition, fonts, house.styles.get('book.css') ?? ''),
		fonts,
		sheetCss: house.styles.get('sheet.css') ?? '',
		coverCss: house.styles.get('cover-sheet.css') ?? '',
		cut: (face: (typeof fonts)[number], glyphs: readonly number[]) =>
			cutToGlyphs(face.bytes, glyphs, { memo }),
		memo: createMemo(),
		store: noStore,
		report: report.add,
		detail: async <T>(_name: string, work: () => Promise<T>) => await work(),
		pages: 200,
		inks: { key: 'none', convert: async <T>(part: T) => part },
	};
	const printed = await printCover(edition, pages, options);
	const screen = () => printBook(edition, pages, options);
	return { printed, found: report.list(), screen };
}

type Matrix = readonly number[];

interface Glyphs {
	readonly text: string;
	/** Left, lower, right and upper edge in mm from the upper left corner of the trimmed sheet. */
	readonly box: readonly [number, number, number, number];
	readonly upright: boolean;
}

/** Texts and filled boxes of a page, as a library reads them that had no part in their making. */
async function look(bytes: Uint8Array, corner?: readonly [number, number]) {
	const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 });
	const page = await (await task.promise).getPage(1);
	const [, , , top = 0] = page.view;
	const [left, upper] = corner ?? [13 * points, top - 13 * points];
	const { items } = await page.getTextContent({ disableNormalization: true });
	const texts = items.flatMap((item): Glyphs[] => {
		if (!('str' in item) || item.str.trim() === '') return [];
		const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
		const size = Math.hypot(a, b);
		const isUpright = Math.abs(b) < 0.01;
		// Ascenders and descenders of all faces lie in these.
		const [up, down] = [0.9 * size, 0.25 * size];
		const box = isUpright
			? ([x, y - down, x + item.width, y + up] as const)
			: ([x - down, y - item.width, x + up, y] as const);
		const [l, d, r, u] = box;
		return [
			{
				text: item.str,
				upright: isUpright,
				box: [(l - left) / points, (upper - d) / points, (r - left) / points, (upper - u) / points],
			},
		];
	});
	const stripes = await readStripes(page, left);
	await task.destroy();
	return { texts, stripes };
}

/** Rectangles of a path that is filled, in mm from the left edge of the sheet. */
async function readStripes(
	page: { getOperatorList: () => Promise<{ fnArray: number[]; argsArray: unknown[] }> },
	left: number,
): Promise<readonly Stripe[]> {
	const { fnArray, argsArray } = await page.getOperatorList();
	const stack: Matrix[] = [];
	let matrix: Matrix = [1, 0, 0, 1, 0, 0];
	let best: Stripe[] = [];
	fnArray.forEach((operator, index) => {
		const args = argsArray[index] as unknown[];
		if (operator === OPS.save) stack.push(matrix);
		if (operator === OPS.restore) matrix = stack.pop() ?? matrix;
		if (operator === OPS.transform) matrix = Util.transform(matrix as number[], args as number[]);
		if (operator !== OPS.constructPath) return;
		const [, [path]] = args as [number, [Float32Array | null]];
		const stripes = pathStripes(path ?? new Float32Array(), matrix, left);
		if (stripes.length > best.length) best = stripes;
	});
	return best;
}

/** Each part of a path that is closed is a stripe. */
function pathStripes(path: Float32Array, matrix: Matrix, left: number): Stripe[] {
	const [a = 1, , c = 0, , e = 0] = matrix;
	const stripes: Stripe[] = [];
	let xs: number[] = [];
	const flush = () => {
		if (xs.length < 4) return;
		const [start, end] = [Math.min(...xs), Math.max(...xs)];
		stripes.push({ x: (start - left) / points, width: (end - start) / points });
	};
	for (let at = 0; at < path.length; ) {
		const operator = path[at++];
		if (operator === 0) {
			flush();
			xs = [];
		}
		// Moves and lines have a point, curves three, and what closes a path has none.
		const count = operator === 3 ? 0 : operator === 2 ? 3 : 1;
		for (let nth = 0; nth < count; nth++, at += 2) xs.push((path[at] ?? 0) * a + (path[at + 1] ?? 0) * c + e);
	}
	flush();
	return stripes;
}

async function lookAt(wishes: Wishes) {
	const { printed, found, screen } = await print(wishes);
	expect(found).toEqual([]);
	return { ...(await look(printed?.bytes ?? new Uint8Array())), screen };
}

/** Texts between two places of the sheet. */
function between(texts: readonly Glyphs[], from: number, to: number): readonly Glyphs[] {
	return texts.filter(({ box: [left, , right] }) => (left + right) / 2 > from && (left + right) / 2 < to);
}

const titles = {
	zh: [
		'机器',
		'生成式人工智能安全与全球治理报告',
		'《论语》：关于AI的12个问题（2024年版）——来自GPT-4的“答复”',
		'一个非常长的题目'.repeat(6),
	],
	en: ['Of', 'Safety and Global Governance of Generative AI', 'Å long title, jumping '.repeat(7)],
};

describe.each(['zh', 'en'] as const)('a spine in %s', (lang) => {
	describe.each([6, 12, 40])('of %i mm', (spine) => {
		test.each(titles[lang])('holds %s', async (title) => {
			const { texts } = await lookAt({ lang, [lang]: title, spine });
			const onSpine = between(texts, a4.width, a4.width + spine);
			const read = onSpine.map(({ text }) => text).join('');
			expect(read.replaceAll(/\s/g, '')).toContain(title.replaceAll(/\s/g, '').slice(0, 40));
			for (const { text, box } of onSpine) {
				const [left, lower, right, upper] = box;
				// Half of what must stay free is kept even by the tallest letter that a face has.
				expect(left, text).toBeGreaterThanOrEqual(a4.width + 0.5);
				expect(right, text).toBeLessThanOrEqual(a4.width + spine - 0.5);
				expect(upper, text).toBeGreaterThan(5);
				expect(lower, text).toBeLessThan(a4.height - 5);
			}
		});
	});
});

test('Chinese stands upright and runs down, numbers of two digits too; English lies on its side', async () => {
	const { texts } = await lookAt({ zh: '机器的12个尺度', spine: 20 });
	const spine = between(texts, 210, 230);
	const han = spine.filter(({ text }) => /\p{Script=Han}/u.test(text));
	expect(han.every(({ upright }) => upright)).toBe(true);
	const digits = spine.filter(({ text }) => /\d/.test(text));
	expect(digits.length).toBeGreaterThan(0);
	expect(digits.every(({ upright }) => upright)).toBe(true);
	const heights = spine.map(({ box: [, lower] }) => lower);
	expect(heights).toEqual([...heights].sort((a, b) => a - b));
	const english = await lookAt({ lang: 'en', spine: 20 });
	const lying = between(english.texts, 210, 230);
	expect(lying.length).toBeGreaterThan(0);
	expect(lying.every(({ upright }) => !upright)).toBe(true);
});

test('a thin spine has no text', async () => {
	const { texts } = await lookAt({ spine: 5.8 });
	expect(between(texts, 210, 215.8)).toEqual([]);
});

test('a title that is too long even for the smallest letters leaves the spine bare', async () => {
	const { printed, found } = await print({ zh: '长题'.repeat(120), spine: 8 });
	expect(found.map(({ rule }) => rule)).toEqual(['cover-spine-text']);
	const { texts } = await look(printed?.bytes ?? new Uint8Array());
	expect(between(texts, 210, 218)).toEqual([]);
});

describe('the barcode', () => {
	const config = { isbns: { zh: { print: '9787302511830' } } };

	test('says ISBN and price when its bars are read back from the file, at its nominal size', async () => {
		const { stripes } = await lookAt({ config, cover: { priceCode: '06800', price: '¥68.00' } });
		expect(readBarcode(stripes, 0.33)).toEqual({ digits: '9787302511830', addOn: '06800', gap: 9 });
	});

	test('is smaller on a small page, and never below four fifths', async () => {
		const page = { trim: a6, geometry: a6Geometry };
		const { stripes } = await lookAt({ ...page, config, cover: { priceCode: '52499' } });
		const module = Math.min(...stripes.map(({ width }) => width));
		expect(module).toBeGreaterThanOrEqual(0.264 - 0.0005);
		expect(module).toBeLessThanOrEqual(0.33 + 0.0005);
		expect(readBarcode(stripes, module)).toMatchObject({ digits: '9787302511830', addOn: '52499' });
	});
});

test('the front is the cover page of the edition for screens, to a tenth of a millimetre', async () => {
	const { texts, screen } = await lookAt({ spine: 10, cover: { flaps: flap } });
	const start = flap + 210 + 10;
	const front = between(texts, start, start + 210);
	const { bytes } = await screen();
	const page = await look(bytes, [0, 297 * points]);
	expect(front.map(({ text }) => text).sort()).toEqual(page.texts.map(({ text }) => text).sort());
	expect(front.length).toBeGreaterThan(4);
	for (const { text, box } of page.texts) {
		const same = front.find((one) => one.text === text && Math.abs(one.box[1] - box[1]) < 0.1);
		expect((same?.box[0] ?? 0) - start, text).toBeCloseTo(box[0], 1);
	}
});

test('the flap tells of the book in its other language, with all characters', async () => {
	const { texts } = await lookAt({ lang: 'en', spine: 10, cover: { flaps: flap } });
	const words = between(texts, flap + 430, flap * 2 + 430).map(({ text }) => text);
	expect(words.join('').replaceAll(/\s/g, '')).toBe('机器与尺度七篇短文，两种语言（2024年）。');
});

test('a long description becomes smaller; one that fits in no size is an error', async () => {
	const description = (count: number) => ({
		description: { zh: localText('这本书说的是怎样量一台机器。'.repeat(count), 'zh') },
	});
	const sizes = async (count: number) => {
		const { texts } = await lookAt({ config: description(count) });
		const [line] = between(texts, 0, 210).filter(({ text }) => text.includes('这本书'));
		return (line?.box[1] ?? 0) - (line?.box[3] ?? 0);
	};
	expect(await sizes(100)).toBeLessThan(await sizes(2));
	const { printed, found } = await print({ config: description(800) });
	expect(found.map(({ rule }) => rule)).toEqual(['cover-overflow']);
	expect(printed).toBeUndefined();
});
