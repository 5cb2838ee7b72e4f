import type { Accessibility, Review } from '../../model/index.ts';
import { plain } from '../plain.ts';

/** Values of the schema.org vocabulary that the manifest knows by another name, or not at all. */
const renamed: Readonly<Record<string, readonly string[]>> = {
	pageBreakMarkers: ['printPageNumbers'],
	pageNavigation: [],
};

/**
 * The accessibility object of a Readium Web Publication Manifest
 * (https://readium.org/webpub-manifest/contexts/default/#accessibility-metadata).
 */
export function accessibilityOf(
	{ modes, sufficient, features, hazard, summary, secondSummary }: Accessibility,
	review: Review | undefined,
) {
	const texts = [summary, secondSummary?.text].flatMap((text) => text ?? []);
	return {
		...(review && { conformsTo: conformance(review), certification: certification(review) }),
		accessMode: modes,
		accessModeSufficient: sufficient.map((set) => set.split(',')),
		feature: [...new Set(features.flatMap((feature) => renamed[feature] ?? [feature]))],
		hazard: [hazard].flat(),
		...(texts.length === 0 ? {} : { summary: texts.map(plain).join('\n\n') }),
	};
}

/** Address of the claim that EPUB Accessibility 1.1 words as "EPUB Accessibility 1.1 - WCAG 2.2 Level AA". */
function conformance({ wcag, level }: Review): string {
	return `https://www.w3.org/TR/epub-a11y-11#wcag-${wcag}-${level.toLowerCase()}`;
}

function certification({ by, report, credential }: Review) {
	return { certifiedBy: plain(by), credential, report };
}
