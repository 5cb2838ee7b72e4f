import type { Accessibility, Edition, Lang, Metadata } from '../model/index.ts';
import { accessibilitySummary } from './accessibility-summary.ts';
import { type Findings, lookAtContent } from './content-findings.ts';
import type { UnitFile } from './units.ts';

export interface AccessibilityOptions {
	/** Wording of the house. */
	readonly labels: Edition['labels'];
	readonly review?: Metadata['review'];
	/** Of an edition in two languages. */
	readonly second?: SecondWording;
}

/** Wording of the house in the second language, and who reviewed the book. */
export interface SecondWording {
	readonly lang: Lang;
	readonly labels: Edition['labels'];
	readonly reviewer?: string;
}

/**
 * What the book says of its accessibility (EPUB Accessibility 1.1, 4.2), in the words of the Schema.org Accessibility
 * Properties for Discoverability Vocabulary. Derived from the content: nothing is claimed that does not hold.
 */
export function accessibility(
	files: readonly UnitFile[],
	{ labels, review, second }: AccessibilityOptions,
): Accessibility {
	const found = lookAtContent(files);
	const hasImages = found.images > 0;
	const features = featuresOf(found);
	const summary = accessibilitySummary(found, features, { labels, ...(review ? { review } : {}) });
	const again = second && {
		labels: second.labels,
		...(review ? { review: { ...review, by: second.reviewer ?? review.by } } : {}),
	};
	const text = again && accessibilitySummary(found, features, again);
	return {
		modes: ['textual', ...(hasImages ? ['visual'] : [])],
		sufficient: [...(found.undescribed === 0 ? ['textual'] : []), ...(hasImages ? ['textual,visual'] : [])],
		features,
		// Nothing in a book moves, flashes or sounds: no script, no sound, no film, and no image that is animated.
		hazard: 'none',
		...(summary ? { summary } : {}),
		...(second && text ? { secondSummary: { lang: second.lang, text } } : {}),
	};
}

/**
 * Holds of every book that is made here: there is a linked table of contents, the files and all that is in them
 * stand in reading order, readers may restyle the text, and nothing is locked.
 */
const always = ['displayTransformability', 'readingOrder', 'tableOfContents', 'unlocked'];

/** Alphabetical, without regard to case. */
function featuresOf(found: Findings): readonly string[] {
	const claims: Readonly<Record<string, boolean>> = {
		ARIA: found.roles > 0,
		MathML: found.formulas > 0,
		alternativeText: found.images > 0 && found.undescribed === 0,
		// The list of pages is made from these marks, so where they are it is.
		pageBreakMarkers: found.pageBreaks > 0,
		pageNavigation: found.pageBreaks > 0,
		rubyAnnotations: found.ruby > 0,
		structuralNavigation: found.headings > 0 && found.headingGaps === 0,
	};
	const held = Object.keys(claims).filter((feature) => claims[feature]);
	const key = (feature: string) => feature.toLowerCase();
	return [...always, ...held].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
