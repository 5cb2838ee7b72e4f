import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import type { Accessibility, Edition, Review } from '../../model/index.ts';
import type { Feature } from './features.ts';

/**
 * ONIX List 196 by value of the schema.org property accessibilityFeature, as the Accessibility Properties Crosswalk sets
 * them side by side (https://www.w3.org/2021/a11y-discov-vocab/latest/crosswalk/). Values that are not here have no
 * code of their own.
 */
const byFeature: Readonly<Record<string, string>> = {
	ARIA: '30',
	ChemML: '18',
	MathML: '17',
	alternativeText: '14',
	describedMath: '53',
	displayTransformability: '36',
	highContrastDisplay: '37',
	index: '12',
	latex: '35',
	longDescription: '15',
	pageBreakMarkers: '19',
	pageNavigation: '41',
	printPageNumbers: '19',
	readingOrder: '13',
	structuralNavigation: '29',
	synchronizedAudioText: '20',
	ttsMarkup: '21',
};

/** What every EPUB of Diglot has, though schema.org knows no word for it: language on every run, landmarks. */
const always: readonly string[] = ['22', '32'];

/** ONIX List 143 by value of accessibilityHazard; of one that is not here nothing is known. */
const hazards: Readonly<Record<string, string>> = {
	flashing: '13',
	motionSimulation: '17',
	noFlashingHazard: '14',
	noMotionSimulationHazard: '18',
	noSoundHazard: '16',
	none: '00',
	sound: '15',
	unknownFlashingHazard: '24',
	unknownMotionSimulationHazard: '26',
	unknownSoundHazard: '25',
};

const wcagVersions = { '2.0': '80', '2.1': '81', '2.2': '82' } as const;
const wcagLevels = { A: '84', AA: '85', AAA: '86' } as const;

/** What an EPUB says of its accessibility in the codes of the trade; of a standard only where people reviewed it. */
export function epubAccessibility(
	edition: Edition,
	accessibility: Accessibility | undefined,
): readonly Feature[] {
	const { review } = edition.metadata;
	const codes = accessibility ? codesOf(edition, accessibility) : always;
	return [
		...[...new Set(codes)].sort().map((value): Feature => ({ type: '09', value })),
		...(accessibility?.summary ? [{ type: '09', value: '00', text: accessibility.summary } as const] : []),
		...(accessibility?.secondSummary
			? [{ type: '09', value: '00', ...accessibility.secondSummary } as const]
			: []),
		...(review ? reviewed(review) : []),
		...(accessibility ? hazardsOf(accessibility) : []),
	];
}

function codesOf(edition: Edition, { features, sufficient }: Accessibility): readonly string[] {
	const has = (feature: string) => features.includes(feature);
	return [
		...always,
		...features.flatMap((feature) => byFeature[feature] ?? []),
		// 11 asks for a way to every heading, not only to those that the navigation shows.
		...(has('tableOfContents') && leadsToEveryHeading(edition.units, edition.epub.innerHeadings)
			? ['11']
			: []),
		// 10: nothing is locked, and the reader's own settings act.
		...(has('unlocked') && has('displayTransformability') ? ['10'] : []),
		...(sufficient.includes('textual') ? ['52'] : []),
	];
}

/** Whether a navigation with so many levels below the titles of the pieces reaches every heading. */
export function leadsToEveryHeading(units: Edition['units'], innerLevels: number): boolean {
	return units.every(({ body, media }) => {
		const levels = new Set<string>();
		visit(body, 'element', ({ tagName }: Element) => {
			if (/^h[1-6]$/.test(tagName)) levels.add(tagName);
		});
		return media === 'pages' || levels.size <= 1 + innerLevels;
	});
}

/** List 196: standard and level, who found it and when, and where to read more. */
function reviewed({ by, date, wcag, level, report, credential }: Review): readonly Feature[] {
	const isAddress = credential !== undefined && /^https?:\/\//.test(credential);
	const detail = (value: string, text: string | undefined): readonly Feature[] =>
		text === undefined ? [] : [{ type: '09', value, text }];
	return [
		...['04', wcagVersions[wcag], wcagLevels[level]].map((value): Feature => ({ type: '09', value })),
		...detail('90', by),
		...detail('91', date.replaceAll('-', '')),
		...detail('94', report),
		...detail(isAddress ? '93' : '88', credential),
	];
}

function hazardsOf({ hazard }: Accessibility): readonly Feature[] {
	return [hazard]
		.flat()
		.flatMap((value) => hazards[value] ?? [])
		.map((value): Feature => ({ type: '12', value }));
}
