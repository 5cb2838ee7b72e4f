import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { expect, test } from 'vitest';
import { barcode, barcodeModules } from '../../scripts/compose/barcode.ts';
import { readBarcode } from './read-barcode.ts';

interface Drawn {
	readonly x: number;
	readonly width: number;
	readonly top: number;
	readonly bottom: number;
}

/** The bars of a drawing from its path. */
function barsIn(svg: Element): readonly Drawn[] {
	const path = svg.children.find((child) => child.type === 'element' && child.tagName === 'path') as Element;
	expect(path.properties.fill).toBe('#000');
	const bars = String(path.properties.d).matchAll(/M([\d.]+) ([\d.]+)h([\d.]+)V([\d.]+)h-[\d.]+z/g);
	return [...bars].map(([, x, top, width, bottom]) => ({
		x: Number(x),
		width: Number(width),
		top: Number(top),
		bottom: Number(bottom),
	}));
}

function linesIn(svg: Element): readonly string[] {
	return svg.children.filter((child) => child.type === 'element' && child.tagName === 'text').map(textOf);
}

// The first digit that the sets on the left code is 9 in every ISBN: the others come from ISSNs and goods.
const numbers = [
	'9787302511830',
	'9783161484100',
	'9780306406157',
	'9791090636071',
	'4006381333931',
	'0012345678905',
	'5901234123457',
];

test.each(numbers)('the bars of %s say what it is', (number) => {
	expect(readBarcode(barsIn(barcode(number)), 1)).toEqual({ digits: number });
});

test.each(['52499', '00000', '90000', '06800', '13579', '99999', '31415'])('add-on %s', (code) => {
	const bars = barsIn(barcode('9787302511830', code));
	expect(readBarcode(bars, 1)).toEqual({ digits: '9787302511830', addOn: code, gap: 9 });
});

test('a digit that is misread is found: the reader of these tests can fail', () => {
	const bars = barsIn(barcode('9787302511830'));
	const wrong = bars.map((bar, index) => (index === 7 ? { ...bar, width: bar.width + 1 } : bar));
	expect(() => readBarcode(wrong, 1)).toThrow();
});

test('quiet zones: 11 modules on the left, 7 on the right, 5 after an add-on', () => {
	const ends = (svg: Element) => {
		const bars = barsIn(svg);
		return [Math.min(...bars.map(({ x }) => x)), Math.max(...bars.map(({ x, width }) => x + width))];
	};
	const [left, right] = ends(barcode('9787302511830'));
	expect([left, barcodeModules(false) - (right ?? 0)]).toEqual([11, 7]);
	const [start, end] = ends(barcode('9787302511830', '52499'));
	expect([start, barcodeModules(true) - (end ?? 0)]).toEqual([11, 5]);
});

test('bars are as high as the standard says, guard bars five modules higher', () => {
	const module = 0.33;
	const heights = barsIn(barcode('9787302511830', '52499')).map(({ top, bottom }) => (bottom - top) * module);
	const [first, second, third, fourth] = heights;
	expect([first, second]).toEqual([expect.closeTo(24.5, 1), expect.closeTo(24.5, 1)]);
	expect([third, fourth]).toEqual([expect.closeTo(22.85, 2), expect.closeTo(22.85, 2)]);
	expect(heights.at(-1)).toBeCloseTo(21.9, 2);
});

test('people read the ISBN in its parts above, and the digits below', () => {
	const [isbn, ...digits] = linesIn(barcode('9787302511830', '52499'));
	expect(isbn).toBe('ISBN 978-7-302-51183-0');
	expect(digits).toEqual(['9', '787302', '511830', '52499']);
});

test('an ISBN of a range that nobody knows stays in one piece', () => {
	expect(linesIn(barcode('9799999999990'))[0]).toBe('ISBN 9799999999990');
});

test('an ISBN with a wrong check digit is refused', () => {
	expect(() => barcode('9787302511831')).toThrow(/[Cc]heck/);
});
