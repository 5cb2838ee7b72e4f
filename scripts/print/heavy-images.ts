import type { Reporter } from '../diagnostics/index.ts';
import type { Part } from './part.ts';
import { layersOf, type Sheet } from './sheet.ts';

/** An image from which ink was taken, because more would have lain on one spot than may. */
export interface HeavyImage {
	/** Size in pixels. */
	readonly width: number;
	readonly height: number;
	/** Index of the first page of its part that shows it. */
	readonly page: number;
	/** Most ink that lay on one spot, in percent. */
	readonly ink: number;
}

/** A part in inks. */
export type InkedPart = Part & { readonly heavy?: readonly HeavyImage[] };

export interface HeavyOptions {
	/** Of each sheet. */
	readonly labels: readonly string[];
	readonly totalInk: number;
	readonly edition: string;
	readonly report: Reporter;
}

/** Reports images of which ink was taken away, by page and size: the PDF does not know their files. */
export function tellHeavyImages(
	sheets: readonly Sheet[],
	inked: ReadonlyMap<Part, InkedPart>,
	{ labels, totalInk, edition, report }: HeavyOptions,
): void {
	sheets.forEach((sheet, index) => {
		for (const { part, page } of layersOf(sheet)) {
			for (const { width, height, ink, page: first } of inked.get(part)?.heavy ?? []) {
				if (first !== page) continue;
				const image = `An image of ${width} × ${height} pixels on page ${labels[index]}`;
				report('print-image-ink', `${image} has ${ink} % of ink, more than ${totalInk} %.`, edition);
			}
		}
	});
}
