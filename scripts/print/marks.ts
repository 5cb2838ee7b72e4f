import type { InkModel } from '../model/index.ts';
import { type Box, type PageFrame, toPoints } from './frame.ts';
import { writeNumber } from './pdf-syntax.ts';
import type { PdfWriter } from './pdf-writer.ts';

/** In mm. ISO 12647-1 and ISO 15930-7 leave the form of marks to the trade; these are the sizes it knows. */
const gap = 2;
const cropLength = 5;
const crossArm = 3;
const crossRadius = 1.5;

/** Room that marks need beyond the bleed, in mm. */
export const slugForMarks = 10;

/** Width of the lines, in pt. */
const lineWidth = 0.25;

/** Length of the handles of a quarter of a circle, for a radius of 1. */
const roundness = 0.5523;

/** Registration colour: on every plate (ISO 32000-1, 8.6.6.4), whatever the inks are called. */
const registration: Readonly<Record<Exclude<InkModel, 'gray'>, string>> = {
	cmyk: '[/Separation /All /DeviceCMYK <</FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 1 1 1] /N 1>>]',
	rgb: '[/Separation /All /DeviceRGB <</FunctionType 2 /Domain [0 1] /C0 [1 1 1] /C1 [0 0 0] /N 1>>]',
};

/**
 * Writes crop marks at the corners of the trim, and crosses in the middle of each side by which plates are laid one
 * upon the other, as a form for all pages. Nothing of them lies on the bleed.
 * @returns its number; nothing where a frame has no room beyond the bleed
 */
export function addMarks(writer: PdfWriter, frame: PageFrame, color: InkModel): number | undefined {
	const { media, trim, bleed } = frame;
	if (!bleed || bleed[0] < toPoints(gap + cropLength)) return undefined;
	const [space, resources] =
		color === 'gray' ? ['0 G', ''] : ['/All CS 1 SCN', `/ColorSpace <</All ${registration[color]}>>`];
	const folds = foldMarks(frame.folds ?? [], bleed);
	const lines = [...cropMarks(trim, bleed), ...crosses(bleed, folds.length > 0), ...folds];
	const content = `${space} ${writeNumber(lineWidth)} w ${lines.join(' ')}\n`;
	const entries = `/Type /XObject /Subtype /Form /BBox [0 0 ${media.map(writeNumber).join(' ')}] /Resources <<${resources}>>`;
	const number = writer.reserve();
	writer.stream(number, entries, Buffer.from(content, 'latin1'));
	return number;
}

function cropMarks([left, lower, right, upper]: Box, bleed: Box): string[] {
	const [start, end] = [toPoints(gap), toPoints(gap + cropLength)];
	return [
		...[left, right].flatMap((x) => [
			line(x, bleed[1] - start, x, bleed[1] - end),
			line(x, bleed[3] + start, x, bleed[3] + end),
		]),
		...[lower, upper].flatMap((y) => [
			line(bleed[0] - start, y, bleed[0] - end, y),
			line(bleed[2] + start, y, bleed[2] + end, y),
		]),
	];
}

/** Above and below where a sheet is folded, in dashes: not to be cut. */
function foldMarks(folds: readonly number[], bleed: Box): string[] {
	if (folds.length === 0) return [];
	const [start, end] = [toPoints(gap), toPoints(gap + cropLength)];
	const marks = folds.flatMap((x) => [
		line(x, bleed[1] - start, x, bleed[1] - end),
		line(x, bleed[3] + start, x, bleed[3] + end),
	]);
	return ['[2 1] 0 d', ...marks];
}

/** In the middle of each side; of a sheet that is folded there, in the middle of its halves. */
function crosses([left, lower, right, upper]: Box, isFolded: boolean): string[] {
	const away = toPoints(slugForMarks / 2);
	const center = (lower + upper) / 2;
	const across = (isFolded ? [0.25, 0.75] : [0.5]).map((share) => left + (right - left) * share);
	return [
		...across.flatMap((x) => [...cross(x, lower - away), ...cross(x, upper + away)]),
		...cross(left - away, center),
		...cross(right + away, center),
	];
}

function cross(x: number, y: number): string[] {
	const arm = toPoints(crossArm);
	return [line(x - arm, y, x + arm, y), line(x, y - arm, x, y + arm), circle(x, y, toPoints(crossRadius))];
}

function line(fromX: number, fromY: number, toX: number, toY: number): string {
	return `${point(fromX, fromY)} m ${point(toX, toY)} l S`;
}

function circle(x: number, y: number, r: number): string {
	const h = r * roundness;
	const quarter = (...[a, b, c, d, e, f]: readonly number[]) =>
		`${point(x + (a ?? 0), y + (b ?? 0))} ${point(x + (c ?? 0), y + (d ?? 0))} ${point(x + (e ?? 0), y + (f ?? 0))} c`;
	return [
		`${point(x + r, y)} m`,
		quarter(r, h, h, r, 0, r),
		quarter(-h, r, -r, h, -r, 0),
		quarter(-r, -h, -h, -r, 0, -r),
		quarter(h, -r, r, -h, r, 0),
		's',
	].join(' ');
}

function point(x: number, y: number): string {
	return `${writeNumber(x)} ${writeNumber(y)}`;
}
