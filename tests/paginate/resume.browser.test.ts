import { afterAll, beforeAll, expect, test } from 'vitest';
import { createReport } from '../../scripts/diagnostics/index.ts';
import type { Tab, Unit, Workshop } from '../../scripts/model/index.ts';
import { layoutUnits } from '../../scripts/paginate/layout-unit.ts';
import type { LaidUnit } from '../../scripts/paginate/resume.ts';
import { type Block, block, dice, edit, pieceOf, words } from './long-piece.ts';
import { openPagingTab } from './paging-tab.ts';

let workshop: Workshop;
let tab: Tab;
let css: string;

beforeAll(async () => {
	({ workshop, tab, css } = await openPagingTab('en'));
});

afterAll(() => workshop.close());

/** Lays a unit out, after an earlier layout that has been in a file. */
async function lay(source: Unit, previous?: LaidUnit, rules = css): Promise<LaidUnit> {
	const report = createReport();
	const earlier = previous && (JSON.parse(JSON.stringify(previous)) as LaidUnit);
	const [laid] =
		(await layoutUnits([source], tab, {
			css: rules,
			limit: 60_000,
			report: report.add,
			previous: [earlier],
		})) ?? [];
	if (!laid) throw new Error(JSON.stringify(report.list()));
	return laid;
}

function manuscript(seed: number, count: number, isChinese: boolean): Block[] {
	const roll = dice(seed);
	return Array.from({ length: count }, () => block(roll, isChinese));
}

test.each([
	['en', 3],
	['zh', 5],
] as const)(
	'edits of a long piece in %s give the pages of a whole layout, byte for byte',
	async (lang, seed) => {
		const isChinese = lang === 'zh';
		const roll = dice(seed);
		let blocks = manuscript(seed, 100, isChinese);
		let before = await lay(pieceOf(blocks, lang));
		const log: string[] = [];
		let fresh = 0;
		let all = 0;
		for (let nth = 0; nth < 12; nth++) {
			const edited = edit(blocks, roll, isChinese);
			blocks = edited.blocks;
			const piece = pieceOf(blocks, lang);
			const [whole, resumed] = [await lay(piece), await lay(piece, before)];
			log.push(`${edited.name}: ${resumed.fresh} of ${whole.fresh}, ${whole.pages.length} pages`);
			expect(resumed.pages, log.at(-1)).toEqual(whole.pages);
			expect(resumed.memory?.entries, log.at(-1)).toEqual(whole.memory?.entries);
			expect(resumed.geometry).toEqual(whole.geometry);
			fresh += resumed.fresh;
			all += whole.fresh;
			before = resumed;
		}
		expect(fresh).toBeLessThan(0.75 * all);
	},
);

/** Paragraphs and headings without notes. */
function prose(count: number): Block[] {
	const roll = dice(11);
	return Array.from({ length: count }, (_, nth) => ({
		html: nth % 9 === 4 ? `<h2>${words(roll, 4)}</h2>` : `<p>${words(roll, 60 + roll(90))}</p>`,
	}));
}

function withWord(blocks: readonly Block[], at: number): Block[] {
	return blocks.map((one, nth) => (nth === at ? { html: one.html.replace(/ the /, ' cat ') } : one));
}

test('one word in the middle of a hundred pages lays out six at most; nothing changed, none', async () => {
	const blocks = prose(500);
	const middle = blocks.findIndex(({ html }, nth) => nth > 200 && html.includes(' the '));
	const before = await lay(pieceOf(blocks, 'en'));
	expect(before.pages.length).toBeGreaterThan(98);
	expect(before.fresh).toBe(before.pages.length);
	expect(JSON.stringify(before.memory).length).toBeLessThan(40_000);
	const piece = pieceOf(withWord(blocks, middle), 'en');
	const after = await lay(piece, before);
	expect(after.pages).toEqual((await lay(piece)).pages);
	expect(after.pages).not.toEqual(before.pages);
	expect(after.fresh).toBeLessThanOrEqual(6);
	expect(await lay(piece, after)).toEqual({ ...after, fresh: 0 });
});

test('page rules that tell recto from verso, and cells that span rows, are laid out whole', async () => {
	const blocks = prose(60);
	const sided = `${css} @page :left { margin-left: 30mm }`;
	const plain = pieceOf(blocks, 'en');
	expect((await lay(plain)).memory).toBeDefined();
	expect((await lay(plain, undefined, sided)).memory).toBeUndefined();
	const spanned = {
		html: '<table><tbody><tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr></tbody></table>',
	};
	const table = pieceOf([...blocks, spanned], 'en');
	expect((await lay(table)).memory).toBeUndefined();
	const before = await lay(plain);
	const after = await lay(table, before);
	expect(after.pages).toEqual((await lay(table)).pages);
	expect(after.fresh).toBe(after.pages.length);
});

test('the repeated head of a long table is that of the table as it is now', async () => {
	const rows = Array.from({ length: 400 }, (_, nth) => `<tr><td>${nth}</td><td>some words</td></tr>`).join(
		'',
	);
	const table = (head: string) => ({
		html: `<table><thead><tr><th>${head}</th><th>B</th></tr></thead><tbody>${rows}</tbody></table>`,
	});
	const before = await lay(pieceOf([...prose(20), table('Old')], 'en'));
	const piece = pieceOf([...prose(20), table('New')], 'en');
	const after = await lay(piece, before);
	expect(after.pages).toEqual((await lay(piece)).pages);
	expect(after.pages.length).toBeGreaterThan(10);
	expect(after.pages.at(-1)?.body).toContain('New');
	// What comes before the table was kept, and nothing was tried in vain.
	expect(after.fresh).toBeLessThan(after.pages.length);
});

test('notes that run over into the next pages are neither lost nor doubled by an edit beside them', async () => {
	const roll = dice(21);
	const long = { html: `<p>${words(roll, 40)}{note} ${words(roll, 60)}</p>`, notes: [words(roll, 700)] };
	const blocks = prose(80).flatMap((one, nth) => (nth % 8 === 3 ? [one, long] : [one]));
	let before = await lay(pieceOf(blocks, 'en'));
	expect(before.memory?.pages.some(({ isClean }) => !isClean)).toBe(true);
	const whole = before.fresh;
	let fresh = 0;
	for (let at = 20; at < 60; at += 8) {
		const piece = pieceOf(withWord(blocks, at), 'en');
		const after = await lay(piece, before);
		expect(after.pages, `word in block ${at}`).toEqual((await lay(piece)).pages);
		fresh += after.fresh;
		before = after;
	}
	expect(fresh).toBeLessThan(4 * whole);
});
