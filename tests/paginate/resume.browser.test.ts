import { afterAll, beforeAll, expect, test } from 'vitest';
import { createReport } from '../../scripts/diagnostics/index.ts';
import { cutFonts, fillShelf } from '../../scripts/fonts/index.ts';
import type { Tab, Unit, Workshop } from '../../scripts/model/index.ts';
import { layoutUnit } from '../../scripts/paginate/layout-unit.ts';
import { readPagingScripts } from '../../scripts/paginate/paged-js.ts';
import type { LaidUnit } from '../../scripts/paginate/resume.ts';
import { edition, ownHouse, text, unit } from '../support/edition.ts';
import { startBrowser } from '../support/world.ts';
import { type Block, block, characters, dice, edit, pieceOf } from './long-piece.ts';

let workshop: Workshop;
let tab: Tab;
let css: string;

beforeAll(async () => {
	const house = await ownHouse();
	workshop = await startBrowser();
	css = house.styles.get('page.css') ?? '';
	const sample = unit('sample', { body: { type: 'root', children: [text(characters)] } });
	const whole = edition({ units: [sample] });
	const shelf = fillShelf(
		whole,
		await cutFonts(whole, createReport().add),
		house.styles.get('book.css') ?? '',
	);
	tab = await workshop.openTab({
		html: `<!doctype html><html lang="en"><meta charset="utf-8"><style data-pagedjs-ignore>${shelf.css}</style><body>`,
		resources: shelf.resources,
		scripts: await readPagingScripts(),
		viewport: { width: 1200, height: 1600 },
	});
});

afterAll(() => workshop.close());

/** Lays a unit out, after an earlier layout that has been in a file. */
async function lay(source: Unit, previous?: LaidUnit, rules = css): Promise<LaidUnit> {
	const report = createReport();
	const earlier = previous && (JSON.parse(JSON.stringify(previous)) as LaidUnit);
	const laid = await layoutUnit(source, tab, {
		css: rules,
		limit: 60_000,
		report: report.add,
		previous: earlier,
	});
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
		let blocks = manuscript(seed, 160, isChinese);
		let before = await lay(pieceOf(blocks, lang));
		const log: string[] = [];
		let fresh = 0;
		let all = 0;
		for (let nth = 0; nth < Number(process.env.EDITS ?? 20); nth++) {
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
		expect(fresh).toBeLessThan(all / 2);
	},
);
