import type { Tab } from '../../model/index.ts';
import type { PrintOptions } from '../book-prints.ts';
import { innerAddress } from '../inner-links.ts';
import type { Part } from '../part.ts';
import { partKey } from '../part-key.ts';
import { readPart } from '../read-part.ts';
import { spineClearance } from './spine.ts';

export interface CoverPrint {
	readonly html: string;
	readonly css: string;
	/** Size of the title on the spine, in mm; nothing where it has none. */
	readonly title: number | undefined;
}

export interface PrintedCover {
	readonly part: Part;
	/** Names of the panels whose text does not fit on them. */
	readonly unfit: readonly string[];
	/** Addresses that it asked for in vain. */
	readonly missing: readonly string[];
}

/** Six points: smaller letters do not print well in white on a field of colour. */
const smallestTitle = (6 * 25.4) / 72;

const room = 'cover sheets';

/** Nobody reads a cover aloud, and nothing leads to it. */
const nothingSeen = { pages: [], details: [] } as const;

/** Fits the texts of the sheet to their panels and prints it; the same sheet is printed once in a session. */
export async function printCoverPart(
	print: CoverPrint,
	options: Pick<PrintOptions, 'tabs' | 'shelf' | 'fonts' | 'memo' | 'detail'>,
): Promise<PrintedCover> {
	const { tabs, shelf, fonts, memo, detail } = options;
	const { html, css, title } = print;
	const names = new Set(fonts.map((face) => face.postScriptName));
	const key = `${await partKey(html, css, { tabs, shelf, names })} ${title}`;
	const kept = memo.recall<{ made?: Promise<PrintedCover> }>(room, key, () => ({}));
	kept.made ??= (async () => {
		const { bytes, ...found } = await detail('print the cover', () =>
			tabs.use(shelf, (tab) => printSheet(tab, print)),
		);
		return { part: await readPart(bytes, () => nothingSeen, names), ...found };
	})();
	try {
		return await kept.made;
	} catch (error) {
		// What failed is tried again by the next build.
		delete kept.made;
		throw error;
	}
}

async function printSheet(tab: Tab, { html, css, title }: CoverPrint) {
	await tab.call('showSheets', { html, css, innerAddress });
	try {
		const request = { title: title ?? null, smallest: smallestTitle, clearance: spineClearance };
		const unfit = (await tab.call('fitCover', request)) as readonly string[];
		return { bytes: await tab.pdf(), unfit, missing: [...tab.missing()] };
	} finally {
		await tab.call('clearSheets', null);
	}
}
