import { expect, test } from 'vitest';
import { createMemo } from '../../scripts/cache/index.ts';
import { fillShelf } from '../../scripts/fonts/index.ts';
import type { Store, Tab, Tabs } from '../../scripts/model/index.ts';
import { type PartPrinter, printPart } from '../../scripts/print/print-part.ts';
import { noRoom } from '../../scripts/print/room.ts';
import { edition, geometry } from '../support/edition.ts';
import { fontName, printedPdf } from './printed.ts';

interface Faults {
	/** Addresses that the tab asks for in vain. */
	readonly missing?: readonly string[];
	/** Fails so many times before it prints. */
	readonly failures?: number;
	readonly names?: readonly string[];
}

/** What the tab tells of its one page, in CSS px. */
const shown = {
	pages: [{ anchors: { a: [40, 80] }, pictures: [{ source: 'images/a.png', box: [40, 80, 80, 120] }] }],
	details: [],
};

async function press({ missing = [], failures = 0, names = [fontName] }: Faults = {}) {
	const calls: string[] = [];
	const bytes = await printedPdf([{ glyphs: [1], links: ['#a'] }]);
	let left = failures;
	const tab: Tab = {
		call: async (name) => {
			calls.push(name);
			return name === 'showSheets' ? shown : null;
		},
		pdf: async () => {
			if (left-- > 0) throw new Error('The tab crashed.');
			calls.push('pdf');
			return bytes;
		},
		missing: () => missing,
		screenshot: () => Promise.reject(new Error('not asked for')),
		close: async () => {},
	};
	const tabs: Tabs = {
		version: '1',
		count: 1,
		use: async (_shelf, work) => await work(tab),
		prepare: async () => {},
	};
	const held = new Map<string, Uint8Array>();
	const store: Store = {
		get: async (room, key) => held.get(room + key),
		put: async (room, key, kept) => void held.set(room + key, kept),
	};
	const refused: string[] = [];
	const printer = (memo = createMemo()): PartPrinter => ({
		tabs,
		store,
		memo,
		shelf: fillShelf(edition({}), [], ''),
		sheetCss: '',
		geometry,
		room: noRoom,
		names: new Set(names),
		refused: (address) => void refused.push(address),
		detail: async (_name, work) => await work(),
		printed: () => void calls.push('printed'),
	});
	return { calls, held, refused, printer };
}

const boxes = [{ side: 'recto', lang: 'en', text: { body: '<p>a</p>', notes: '' } }] as const;
const once = ['showSheets', 'pdf', 'clearSheets', 'printed'];

test('a part is printed once: then it comes from memory, and in another session from the store', async () => {
	const { calls, held, printer } = await press();
	const same = printer();
	const [part, other] = await Promise.all([printPart(boxes, same), printPart(boxes, same)]);
	expect(other).toBe(part);
	expect(await printPart(boxes, same)).toBe(part);
	expect(held.size).toBe(1);
	expect(await printPart(boxes, printer())).toEqual(part);
	expect(calls).toEqual(once);
});

test('places of ids and edges of pictures are in pt, those of pictures from the foot of the page', async () => {
	const { printer } = await press();
	const [page] = (await printPart(boxes, printer())).pages;
	expect(page?.anchors).toEqual({ a: [30, 60] });
	expect(page?.pictures).toEqual([{ source: 'images/a.png', box: [30, 842 - 90, 60, 842 - 60] }]);
});

test('other boxes are another part', async () => {
	const { calls, printer } = await press();
	const same = printer();
	await printPart(boxes, same);
	await printPart([{ ...boxes[0], side: 'verso' }], same);
	expect(calls).toEqual([...once, ...once]);
});

test('what was asked for in vain is told by every build, and not kept', async () => {
	const { held, refused, printer } = await press({ missing: ['/nowhere.png'] });
	const same = printer();
	await printPart(boxes, same);
	await printPart(boxes, same);
	expect(refused).toEqual(['/nowhere.png', '/nowhere.png']);
	expect(held.size).toBe(0);
});

test('a part whose fonts are at fault is not kept', async () => {
	const { held, printer } = await press({ names: ['Other'] });
	expect((await printPart(boxes, printer())).faults).toHaveLength(1);
	expect(held.size).toBe(0);
});

test('what failed is tried again by the next build, and the tab is cleared', async () => {
	const { calls, printer } = await press({ failures: 1 });
	const same = printer();
	await expect(printPart(boxes, same)).rejects.toThrow('The tab crashed.');
	expect(calls).toEqual(['showSheets', 'clearSheets']);
	expect((await printPart(boxes, same)).pages).toHaveLength(1);
});
