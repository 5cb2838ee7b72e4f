import type { Element, ElementContent } from 'hast';
import { hyphenate } from 'isbn3';
import { addOnGap, addOnModules, type Bar, barsOf, symbolModules } from './barcode-bars.ts';

// Everything is measured in modules, the width of the narrowest bar: the symbol keeps its form at every size.
// Sizes: GS1 General Specifications, 5.2 (EAN-13 at its nominal size: a module of 0.33 mm).

/** Quiet zones: left and right of the symbol, and right of the add-on (5.2.3). */
const quiet = { left: 11, right: 7, afterAddOn: 5 } as const;
/** 22.85 mm. */
const barHeight = 69.24;
/** What the guard bars have more. */
const guardHeight = 5;
/** 21.9 mm. */
const addOnHeight = 66.36;
/** Of digits, 2.5 mm: OCR-B, which need not be used, has 2.75 mm (5.2.5); and between them and their bars. */
const digitHeight = 7.6;
const digitGap = 1;
/** The digits of the book's sans have 0.66 of its size. */
const digitSize = digitHeight / 0.66;
/** Modules of one digit. */
const digitModules = 7;
/** From digit to digit of the add-on: two modules lie between them. */
const addOnStep = 9;
/** What sets a digit of the sans in the middle of its bars. */
const digitInset = 0.64;
const isbnSize = 9.2;
const isbnBase = 8;
const barTop = 12;

/** How many modules a symbol is wide with its quiet zones. */
export function barcodeModules(hasAddOn: boolean): number {
	return quiet.left + symbolModules + (hasAddOn ? addOnGap + addOnModules + quiet.afterAddOn : quiet.right);
}

/**
 * An ISBN as the barcode of a book: EAN-13, its digits below, the ISBN above, and the price add-on beside it where
 * there is one. A drawing of one black, with its quiet zones and without a ground, `barcodeModules` wide.
 * @throws Error where the last digit does not check the others
 */
export function barcode(isbn: string, priceCode?: string): Element {
	const bars = barsOf(isbn, priceCode);
	const bottom = barTop + barHeight;
	const width = barcodeModules(priceCode !== undefined);
	const height = Math.ceil(bottom + digitGap + digitHeight);
	const base = bottom + digitGap + digitHeight;
	const start = quiet.left;
	const addOn = start + symbolModules + addOnGap;
	const frame = { viewBox: `0 0 ${width} ${height}`, className: ['barcode'], style: `--modules:${width}` };
	return element('svg', frame, [
		element('path', { d: bars.map((bar) => barPath(bar, start, bottom)).join(''), fill: '#000' }, []),
		line(hyphenated(isbn), [start], isbnBase, isbnSize),
		// The first digit has no bars of its own: it says how the six after it are coded.
		line(isbn.slice(0, 1), [1], base),
		line(isbn.slice(1, 7), places(start + 3, 6), base),
		line(isbn.slice(7), places(start + 50, 6), base),
		...(priceCode === undefined
			? []
			: [line(priceCode, places(addOn + 4, 5, addOnStep), bottom + guardHeight - addOnHeight - digitGap)]),
	]);
}

/** Guard bars at both ends and in the middle of the symbol reach down between the digits (ISO/IEC 15420). */
function barPath({ x, width, addOn }: Bar, start: number, bottom: number): string {
	const isGuard = x < 3 || (x >= 45 && x < 50) || x >= 92;
	const top = addOn ? bottom + guardHeight - addOnHeight : barTop;
	const end = addOn || isGuard ? bottom + guardHeight : bottom;
	return `M${start + x} ${round(top)}h${width}V${round(end)}h${-width}z`;
}

function places(start: number, count: number, step: number = digitModules): readonly number[] {
	return Array.from({ length: count }, (_, index) => start + index * step);
}

/** Digits, each in its place. */
function line(text: string, at: readonly number[], base: number, size = digitSize): Element {
	const properties = {
		x: at.map((x) => String(round(x + (at.length > 1 ? digitInset : 0)))).join(' '),
		y: String(round(base)),
		fontSize: String(round(size)),
		fill: '#000',
		className: ['sans'],
	};
	return element('text', properties, [{ type: 'text', value: text }]);
}

/** With a hyphen between its elements (ISO 2108); one of a range that is not known stays as it is. */
function hyphenated(isbn: string): string {
	const parts: string | null = hyphenate(isbn);
	return `ISBN ${parts ?? isbn}`;
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}

function element(
	tagName: string,
	properties: Element['properties'],
	children: readonly ElementContent[],
): Element {
	return { type: 'element', tagName, properties, children: [...children] };
}
