import { expect, test } from 'vitest';
import { blockOf, pageRules } from '../../scripts/paginate/page-rules.ts';

const pageCss = '@page { size: 200mm 300mm; margin: 30mm 40mm 60mm 20mm; }\nh1 { break-after: avoid; }';
const margins = { top: 30, outer: 40, bottom: 60, inner: 20 };

test('where book.yaml says nothing the rules are those of the house', () => {
	expect(pageRules(pageCss, { gutter: 'auto' })).toEqual({
		css: pageCss,
		trim: { width: 200, height: 300 },
		margins,
	});
});

test('a trim size without margins keeps the shares of the page', () => {
	const rules = pageRules(pageCss, { gutter: 0, trim: { width: 152.4, height: 150 } });
	expect(rules.trim).toEqual({ width: 152.4, height: 150 });
	expect(rules.margins).toEqual({
		top: 15,
		outer: expect.closeTo(30.48, 6),
		bottom: 30,
		inner: expect.closeTo(15.24, 6),
	});
	expect(rules.css).toBe(`${pageCss}\n@page { size: 152.4mm 150mm; margin: 15mm 30.48mm 30mm 15.24mm; }\n`);
	expect(blockOf(rules)).toEqual({ width: expect.closeTo(106.68, 6), height: 105 });
});

test('margins that are given stand as they are, the others as they would', () => {
	const alone = pageRules(pageCss, { gutter: 0, margins: { inner: 25 } });
	expect(alone).toMatchObject({ trim: { width: 200, height: 300 }, margins: { ...margins, inner: 25 } });
	const both = pageRules(pageCss, {
		gutter: 0,
		trim: { width: 100, height: 150 },
		margins: { top: 0, outer: 9 },
	});
	expect(both.margins).toEqual({ top: 0, outer: 9, bottom: 30, inner: 10 });
});

test.each([
	['@page { margin: 1in; size: 6in 9in }', { width: 152.4, height: 228.6 }, [25.4, 25.4, 25.4, 25.4]],
	['@page{size:10cm 20cm;margin:1cm 2cm}', { width: 100, height: 200 }, [10, 20, 10, 20]],
	['@page{size:10cm 20cm;margin:0 2cm 72pt}', { width: 100, height: 200 }, [0, 20, 25.4, 20]],
	['@page{size:96px 192px;margin:1mm}\n@page{margin:2mm}', { width: 25.4, height: 50.8 }, [2, 2, 2, 2]],
	['@page :left{margin:9mm}@page{size:10cm 20cm;margin:1mm}', { width: 100, height: 200 }, [1, 1, 1, 1]],
])('%s', (css, trim, [top, outer, bottom, inner]) => {
	const rules = pageRules(css, { gutter: 0 });
	expect(rules.trim.width).toBeCloseTo(trim.width, 6);
	expect(rules.trim.height).toBeCloseTo(trim.height, 6);
	for (const [name, length] of Object.entries({ top, outer, bottom, inner })) {
		expect(rules.margins[name as 'top']).toBeCloseTo(length ?? 0, 6);
	}
});

test.each([
	'',
	'p { size: 1mm 2mm }',
	'@page { size: A4; margin: 1mm }',
	'@page { size: 1mm 2mm; margin: 5% }',
])('a house without lengths is refused: %s', (css) => {
	expect(() => pageRules(css, { gutter: 0 })).toThrow('styles/page.css needs @page');
});
