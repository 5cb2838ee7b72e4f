import { expect, test } from 'vitest';
import { coverRules, foldsOf, layOutCover, placeOfCover } from '../../../scripts/print/cover/layout.ts';
import { geometry, usualPress } from '../../support/edition.ts';

const { press } = usualPress;
const a5 = { width: 148, height: 210 };

function layoutWith(flaps: number, bleed = 3) {
	return layOutCover(a5, 12.4, { bleed, cover: { ...press.cover, flaps } });
}

test('back, spine and front make the sheet', () => {
	expect(layoutWith(0).trim).toEqual({ width: 2 * 148 + 12.4, height: 210 });
	expect(foldsOf(layoutWith(0))).toEqual([148, 160.4]);
});

test('flaps stand at both ends', () => {
	expect(layoutWith(80).trim).toEqual({ width: 160 + 296 + 12.4, height: 210 });
	expect(foldsOf(layoutWith(80))).toEqual([80, 228, 240.4, 388.4]);
});

test('the printed sheet has room for the bleed on all sides, in whole pixels', () => {
	const layout = layoutWith(0);
	const { sheet, left, top } = placeOfCover(layout, geometry);
	const bleed = (3 * 72) / 25.4;
	expect(left).toBeGreaterThanOrEqual(bleed);
	expect(top).toBeGreaterThanOrEqual(bleed);
	expect(sheet[0] - left - (layout.trim.width * 72) / 25.4).toBeGreaterThanOrEqual(bleed);
	expect(sheet[1] - top - (layout.trim.height * 72) / 25.4).toBeGreaterThanOrEqual(bleed);
	expect((left / 0.75) % 1).toBe(0);
});

test('without bleed the sheet begins at its trim', () => {
	expect(placeOfCover(layoutWith(0, 0), geometry)).toMatchObject({ left: 0, top: 0 });
});

test('style sheets get the size of every panel; the sheet is the page that is printed', () => {
	const rules = coverRules(layoutWith(80), geometry);
	for (const rule of [
		'--panel-width:148mm',
		'--panel-height:210mm',
		'--spine-width:12.4mm',
		'--flap-width:80mm',
	])
		expect(rules).toContain(rule);
	const { sheet } = placeOfCover(layoutWith(80), geometry);
	const [width, height] = sheet.map((length) => length / 0.75);
	expect(rules.lastIndexOf('@page')).toBe(rules.indexOf(`@page{size:${width}px ${height}px;margin:0}`));
});
