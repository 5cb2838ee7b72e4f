import type { PDFPage } from '@cantoo/pdf-lib';
import { type Box, boxOf, pointsPerMm } from './boxes.ts';
import type { Drawing, Drawings } from './drawing.ts';
import type { Field } from './fields.ts';
import type { Findings } from './findings.ts';
import { type Affine, common, hasRoom, isUpright, moved, multiply, unmoved } from './geometry.ts';

/** What ends so near to the trim, in mm, ends at it for a cutter, which is no more exact; this is why there is a bleed. */
const near = 1;

/** How far from an edge what reaches it may end, in mm: no eye sees it. */
const exact = 0.1;

const sides = ['left', 'bottom', 'right', 'top'] as const;

/** Forms in forms that are looked into. */
const deepest = 8;

/** Fields of a page that are looked at, so that forms that draw each other over and over come to an end. */
const most = 100_000;

/**
 * Finds images and fields of colour that end at the trim, or so near to it that a cut may leave a strip of paper beside
 * them, and do not go on into the bleed. What other fields lie across that strip may do so; paper-coloured ones are none.
 */
export function checkBleed(pages: readonly PDFPage[], drawings: Drawings, findings: Findings): void {
	pages.forEach((page, index) => {
		const [trim, bleed] = [boxOf(page, 'TrimBox'), boxOf(page, 'BleedBox')];
		const content = drawings.contents[index]?.thing;
		if (!trim || !bleed || !content) return;
		const collector = new Collector(trim, bleed);
		collector.collect(content, { matrix: unmoved, clip: bleed }, 0);
		for (const fault of faultsOf(collector.fields, trim, bleed)) findings.add('press-bleed', fault, index);
	});
}

interface Place {
	readonly matrix: Affine;
	readonly clip: Box;
}

/** Gathers fields in units of the page. */
class Collector {
	readonly fields: Field[] = [];
	readonly #trim: Box;
	readonly #bleed: Box;
	#seen = 0;

	constructor(trim: Box, bleed: Box) {
		this.#trim = trim;
		this.#bleed = bleed;
	}

	collect({ fields, placements, forms }: Drawing, { matrix, clip }: Place, depth: number): void {
		if (!isUpright(matrix) || !this.#isNearTheTrim(clip)) return;
		for (const { what, box } of fields) this.#add(what, common(moved(box, matrix), clip));
		for (const placement of placements) {
			if (this.#seen > most) return;
			const inner = multiply(placement.matrix, matrix);
			const cut = common(moved(placement.clip, matrix), clip);
			const form = forms.get(placement.name);
			if (!form) {
				if (isUpright(inner)) this.#add('An image', common(moved(unit, inner), cut));
			} else if (depth < deepest) {
				const whole = multiply(form.matrix, inner);
				this.#seen++;
				this.collect(form, { matrix: whole, clip: common(moved(form.box, whole), cut) }, depth + 1);
			}
		}
	}

	#add(what: Field['what'], box: Box): void {
		this.#seen++;
		if (this.#seen <= most && this.#isNearTheTrim(box)) this.fields.push({ what, box });
	}

	/** What ends further inside on all sides than what is looked for says nothing. */
	#isNearTheTrim(box: Box): boolean {
		if (!hasRoom(common(box, this.#bleed))) return false;
		return sides.some((_, side) => beyond(box, this.#trim, side) >= -near - exact);
	}
}

const unit: Box = [0, 0, 1, 1];

function faultsOf(fields: readonly Field[], trim: Box, bleed: Box): ReadonlySet<string> {
	const faults = new Set<string>();
	for (const { what, box } of fields) {
		if (!hasRoom(common(box, trim))) continue;
		for (const [side, name] of sides.entries()) {
			const distance = beyond(box, trim, side);
			if (Math.abs(distance) > near + exact || beyond(box, bleed, side) >= -exact) continue;
			const strip = stripBeside(box, bleed, side);
			if (fields.some((other) => covers(other.box, strip))) continue;
			faults.add(`${what} ends ${placeOf(distance)} on the ${name} and does not reach the bleed`);
		}
	}
	return faults;
}

/** How far a side of a box lies outside of the same side of another, in mm. */
function beyond(box: Box, other: Box, side: number): number {
	const difference = (box[side] as number) - (other[side] as number);
	return (side < 2 ? -difference : difference) / pointsPerMm;
}

/** From the side of a box to the edge of the bleed. */
function stripBeside(box: Box, bleed: Box, side: number): Box {
	const strip: [number, number, number, number] = [...box];
	strip[(side + 2) % 4] = box[side] as number;
	strip[side] = bleed[side] as number;
	return common(strip, bleed);
}

function covers(box: Box, strip: Box): boolean {
	return sides.every((_, side) => beyond(box, strip, side) >= -exact);
}

function placeOf(distance: number): string {
	const rounded = Math.abs(distance).toFixed(1);
	if (rounded === '0.0') return 'at the trim';
	return `${rounded} mm ${distance < 0 ? 'inside' : 'outside'} the trim`;
}
