import { PDFArray, PDFName, PDFNumber, type PDFObject, type PDFPage } from '@cantoo/pdf-lib';
import type { PressExpectations } from './expectations.ts';
import type { Findings } from './findings.ts';
import { numbersOf } from './objects.ts';

/** Left, lower, right and upper edge, in pt. */
export type Box = readonly [left: number, lower: number, right: number, upper: number];

export const pointsPerMm = 72 / 25.4;

/** How far an edge may be from where it was asked for, in pt. */
const exact = 0.01;

/**
 * Looks at the boxes of every page (ISO 15930-7; ISO 32000-1, 14.11.2): the trim as large as asked for, the bleed round
 * it, the medium round both, no art box, nothing cropped, scaled or turned.
 */
export function checkBoxes(
	pages: readonly PDFPage[],
	{ trim, bleed }: Pick<PressExpectations, 'trim' | 'bleed'>,
	findings: Findings,
): void {
	pages.forEach((page, index) => {
		for (const fault of faultsOf(page, trim, bleed)) findings.add('press-boxes', fault, index);
	});
}

function faultsOf(page: PDFPage, trim: PressExpectations['trim'], bleed: number): readonly string[] {
	const faults: string[] = [];
	const [media, bleedBox, trimBox] = (['MediaBox', 'BleedBox', 'TrimBox'] as const).map((name) =>
		boxOf(page, name),
	);
	if (!media) faults.push('The page has no MediaBox');
	if (!trimBox) faults.push('The page has no TrimBox');
	else {
		const size = [trimBox[2] - trimBox[0], trimBox[3] - trimBox[1]];
		const asked = [trim.width * pointsPerMm, trim.height * pointsPerMm];
		if (!size.every((length, axis) => isNear(length, asked[axis] ?? 0)))
			faults.push(`The TrimBox is ${inMm(size)}, not ${trim.width} × ${trim.height} mm`);
	}
	if (!bleedBox) faults.push('The page has no BleedBox');
	else if (trimBox && !isAround(bleedBox, trimBox, bleed * pointsPerMm))
		faults.push(`The BleedBox is not ${bleed} mm larger than the TrimBox on all four sides`);
	const outer = bleedBox ?? trimBox;
	if (media && outer && !contains(media, outer)) faults.push('The MediaBox does not hold the other boxes');
	if (page.node.get(PDFName.of('ArtBox'))) faults.push('The page has an ArtBox beside its TrimBox');
	const crop = boxOf(page, 'CropBox');
	if (crop && media && !isSame(crop, media)) faults.push('The CropBox is not the MediaBox');
	if (numberOf(page, 'Rotate') % 360 !== 0) faults.push('The page is turned');
	if (page.node.has(PDFName.of('UserUnit'))) faults.push('The page has a unit of its own');
	return faults;
}

/** A box of a page, its own or inherited. */
export function boxOf(page: PDFPage, name: string): Box | undefined {
	const found = inherited(page, name);
	return found instanceof PDFArray ? rectangleOf(numbersOf(found)) : undefined;
}

/** A rectangle by two opposite corners (ISO 32000-1, 7.9.5); nothing where the numbers are not four. */
export function rectangleOf(numbers: readonly number[]): Box | undefined {
	const [x = 0, y = 0, otherX = 0, otherY = 0] = numbers;
	if (numbers.length !== 4) return undefined;
	return [Math.min(x, otherX), Math.min(y, otherY), Math.max(x, otherX), Math.max(y, otherY)];
}

function inherited(page: PDFPage, name: string): PDFObject | undefined {
	return page.node.context.lookup(page.node.getInheritableAttribute(PDFName.of(name)));
}

function numberOf(page: PDFPage, name: string): number {
	const value = inherited(page, name);
	return value instanceof PDFNumber ? value.asNumber() : 0;
}

function isNear(a: number, b: number): boolean {
	return Math.abs(a - b) <= exact;
}

function isSame(a: Box, b: Box): boolean {
	return a.every((edge, index) => isNear(edge, b[index] ?? 0));
}

function isAround(outer: Box, inner: Box, distance: number): boolean {
	return isSame(outer, [inner[0] - distance, inner[1] - distance, inner[2] + distance, inner[3] + distance]);
}

function contains(outer: Box, inner: Box): boolean {
	const [left, lower, right, upper] = inner;
	return (
		outer[0] <= left + exact &&
		outer[1] <= lower + exact &&
		outer[2] >= right - exact &&
		outer[3] >= upper - exact
	);
}

function inMm(size: readonly number[]): string {
	return `${size.map((length) => (length / pointsPerMm).toFixed(3)).join(' × ')} mm`;
}
