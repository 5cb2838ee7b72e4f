import type { Reporter } from '../diagnostics/index.ts';
import type { Geometry, PageChoices } from '../model/index.ts';
import type { Margins } from './page-rules.ts';

const millimetresPerInch = 25.4;
const pixelsPerMillimetre = 96 / millimetresPerInch;

/**
 * Least inner margins by the number of pages, in inches, and the least outer one (Kindle Direct Publishing, Set Trim
 * Size, Bleed, and Margins): a thick book opens less far.
 */
const innerLeast = [
	{ pages: 150, inches: 0.375 },
	{ pages: 300, inches: 0.5 },
	{ pages: 500, inches: 0.625 },
	{ pages: 700, inches: 0.75 },
	{ pages: Number.POSITIVE_INFINITY, inches: 0.875 },
] as const;
const outerLeast = 0.25 * millimetresPerInch;

export interface GutterOptions {
	readonly margins: Margins;
	readonly page: PageChoices;
	/** Number of pages of the book. */
	readonly pages: number;
	readonly report: Reporter;
}

/**
 * Moves the text block away from the spine as far as the binding asks for. It keeps its size, so that no page has to
 * be broken anew; the outer margin gives what the inner one takes, and where that is too much an error says so.
 */
export function setGutter(geometry: Geometry, { margins, page, pages, report }: GutterOptions): Geometry {
	const shift = gutterOf(margins.inner, page, pages);
	if (shift === 0) return geometry;
	const outer = margins.outer - shift;
	if (outer < outerLeast - 1e-6) {
		const shown = (value: number) => Math.round(value * 10) / 10;
		const message = `with ${pages} pages the gutter takes ${shown(shift)} mm, which leaves an outer margin of ${shown(outer)} mm: ${shown(outerLeast)} mm are needed`;
		report('page-gutter', message, page.place ?? 'book.yaml');
	}
	const { block } = geometry;
	return { ...geometry, block: { ...block, inner: block.inner + shift * pixelsPerMillimetre } };
}

/** How far the text block moves, in mm. */
function gutterOf(inner: number, { gutter }: PageChoices, count: number): number {
	if (gutter !== 'auto') return gutter;
	const { inches } = innerLeast.find(({ pages }) => count <= pages) ?? innerLeast[0];
	return Math.max(0, inches * millimetresPerInch - inner);
}
