import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tab, Workshop } from '../../scripts/model/index.ts';
import type { LayoutResult } from '../../scripts/paginate/in-page.d.ts';
import { readPagingScripts } from '../../scripts/paginate/paged-js.ts';
import { toRequest, type Way } from '../../scripts/paginate/unit-request.ts';
import { note, ownHouse, text } from '../support/edition.ts';
import { english } from '../support/press.ts';
import { startBrowser } from '../support/world.ts';

let workshop: Workshop;
let tab: Tab;
let css: string;

/** How many elements and style rules there are in the tab, and what of them another use of it would meet. */
const census = `diglot.census = () => {
	const count = (sheets) => sheets.reduce((sum, sheet) => sum + sheet.cssRules.length, 0);
	const sheets = [...document.styleSheets];
	return {
		elements: document.querySelectorAll('*').length,
		rules: count(sheets),
		inForce: count(sheets.filter((sheet) => !sheet.disabled)),
		body: document.body.innerHTML,
	};
};
diglot.wipe = () => document.body.replaceChildren();`;

beforeAll(async () => {
	workshop = await (await startBrowser()).workshop;
	css = (await ownHouse()).styles.get('page.css') ?? '';
	tab = await workshop.openTab({
		html: '<!doctype html><html lang="en"><meta charset="utf-8"><style data-pagedjs-ignore>p { margin: 0 }</style><body>',
		resources: new Map(),
		scripts: [...(await readPagingScripts()), census],
		viewport: { width: 1200, height: 1600 },
	});
});

afterAll(() => workshop.close());

const filler = (lines: number) => '<p>One line of text.</p>'.repeat(lines);

const noted = english(
	'noted',
	`${filler(44)}<p>Text<a class="note-call" data-note="note-1" id="note-1-call" href="#note-1">1</a></p>`,
	{ notes: [note(1, text('A note. '.repeat(900)))] },
);

async function lay(unit = noted, way: Way = 'footnotes', rules = css): Promise<LayoutResult> {
	return (await tab.call('paginate', toRequest(unit, way, rules))) as LayoutResult;
}

test('nothing of a unit is left in the tab, under the same page rules or others', async () => {
	await lay();
	const before = await tab.call('census', undefined);
	for (let nth = 0; nth < 6; nth++) {
		await lay();
		await lay(english(`u${nth}`, filler(30 * nth)));
		await lay(noted, 'plain');
		await lay();
	}
	expect(await tab.call('census', undefined)).toEqual(before);
});

test('what else the tab shows does not meet the styles of Paged.js, and may do away with all that is shown', async () => {
	const fresh = await lay();
	expect(await tab.call('census', undefined)).toMatchObject({ inForce: 1, body: '' });
	await tab.call('wipe', undefined);
	expect(await lay()).toEqual(fresh);
});

test('a tab in which a unit failed lays out the next as if nothing had been', async () => {
	const fresh = await lay();
	const broken = { ...toRequest(noted, 'footnotes', css), earlier: { entries: [0], pages: null } };
	await expect(tab.call('paginate', broken)).rejects.toThrow();
	expect(await lay()).toEqual(fresh);
});

test('other page rules hold from the unit that they are given with, and no longer', async () => {
	const [narrow, usual] = [css.replace('37.8mm', '90mm'), await lay()];
	expect((await lay(noted, 'footnotes', narrow)).geometry?.block.width).toBeLessThan(450);
	expect(await lay()).toEqual(usual);
});
