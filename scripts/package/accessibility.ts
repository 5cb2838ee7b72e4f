import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import type { Accessibility } from '../model/index.ts';
import type { UnitFile } from './units.ts';

/**
 * Derived from the content, the cover apart: nothing is claimed that does not hold.
 * @param summary wording of the house
 * @param hasPageBreaks whether printed pages are marked and listed
 */
export function accessibility(
	files: readonly UnitFile[],
	summary: string | undefined,
	hasPageBreaks = false,
): Accessibility {
	const seen = { images: 0, silent: 0, moving: 0, formulas: 0, headings: 0 };
	for (const { unit, section } of files) {
		if (unit.kind !== 'cover') visit(section, 'element', (element) => count(element, seen));
	}
	const hasImages = seen.images > 0;
	const isDescribed = seen.silent === 0;
	return {
		modes: ['textual', ...(hasImages ? ['visual'] : [])],
		sufficient: [...(isDescribed ? ['textual'] : []), ...(hasImages ? ['textual,visual'] : [])],
		features: [
			...(hasImages && isDescribed ? ['alternativeText'] : []),
			'displayTransformability',
			...(seen.formulas > 0 ? ['MathML'] : []),
			...(hasPageBreaks ? ['pageBreakMarkers', 'pageNavigation'] : []),
			'readingOrder',
			...(seen.headings > 0 ? ['structuralNavigation'] : []),
			'tableOfContents',
			'unlocked',
		],
		// A GIF may flash.
		hazard: seen.moving > 0 ? 'unknown' : 'none',
		...(summary ? { summary } : {}),
	};
}

type Counts = Record<'images' | 'silent' | 'moving' | 'formulas' | 'headings', number>;

function count({ tagName, properties }: Element, seen: Counts): void {
	if (/^h[1-6]$/.test(tagName)) seen.headings += 1;
	if (tagName === 'math') seen.formulas += 1;
	if (tagName !== 'img' && tagName !== 'svg') return;
	seen.images += 1;
	const name = tagName === 'img' ? properties.alt : properties.ariaLabel;
	const isSaid = typeof name === 'string' && name.trim() !== '';
	if (!isSaid && properties.ariaHidden !== 'true') seen.silent += 1;
	if (String(properties.src).endsWith('.gif')) seen.moving += 1;
}
