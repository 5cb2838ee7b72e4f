import type { PDFPage } from '@cantoo/pdf-lib';
import { boxOf } from './boxes.ts';
import type { Findings } from './findings.ts';
import { dictOf, entry, itemsOf, nameOf, numbersOf } from './objects.ts';

/**
 * Annotations lie outside the bleed, and so do the marks of printers; only trapping covers the page (ISO 15930-7).
 */
export function checkAnnotations(pages: readonly PDFPage[], findings: Findings): void {
	pages.forEach((page, index) => {
		const box = boxOf(page, 'BleedBox') ?? boxOf(page, 'TrimBox') ?? boxOf(page, 'MediaBox');
		for (const annotation of itemsOf(page.node.Annots())) {
			const dict = dictOf(annotation);
			const kind = nameOf(entry(dict, 'Subtype'));
			if (!dict || kind === 'TrapNet') continue;
			const [x = 0, y = 0, otherX = 0, otherY = 0] = numbersOf(entry(dict, 'Rect'));
			const [left = 0, lower = 0, right = 0, upper = 0] = box ?? [];
			const isBeside =
				Math.max(x, otherX) <= left ||
				Math.min(x, otherX) >= right ||
				Math.max(y, otherY) <= lower ||
				Math.min(y, otherY) >= upper;
			if (!isBeside) findings.add('press-annotation', `An annotation (${kind}) lies inside the bleed`, index);
		}
	});
}
