import type { Drawing, Drawings } from './drawing.ts';
import type { Findings } from './findings.ts';
import { leastScale } from './geometry.ts';

/**
 * What plates and presses hold in one solid ink, in pt: a quarter of a point (0.09 mm), below which the trade speaks of
 * hairlines. Crop marks are as thick.
 */
const thinnest = 0.25;

/** What coordinates with two decimal digits may take away. */
const tolerance = 0.01;

/** Finds strokes and bars that are thinner than a press holds; those inside the cells of patterns are passed over. */
export function checkLines(drawings: Drawings, findings: Findings): void {
	const known = new Map<Drawing, number>();
	for (const { thing, pages } of drawings.contents) {
		const found = thinnestOf(thing, known);
		if (found >= thinnest - tolerance) continue;
		const message = `The thinnest line is ${found.toFixed(2)} pt thick, less than ${thinnest} pt`;
		for (const page of pages) findings.add('print-hairline', message, page);
	}
}

function thinnestOf(drawing: Drawing, known: Map<Drawing, number>): number {
	const found = known.get(drawing);
	if (found !== undefined) return found;
	// A form that draws itself adds nothing.
	known.set(drawing, Number.POSITIVE_INFINITY);
	let least = drawing.thinnest;
	for (const [name, scale] of drawing.drawn) {
		const form = drawing.forms.get(name);
		if (form) least = Math.min(least, thinnestOf(form, known) * scale);
	}
	const scaled = least * leastScale(drawing.matrix);
	known.set(drawing, scaled);
	return scaled;
}
