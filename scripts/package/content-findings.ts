import type { Element } from 'hast';
import { eachElement } from './elements.ts';
import type { UnitFile } from './units.ts';

/** What there is in the text of a book, the cover apart. */
export interface Findings {
	/** Images and drawings that tell something; ornaments are not counted. */
	readonly images: number;
	/** Those of them that no text describes. */
	readonly undescribed: number;
	readonly formulas: number;
	readonly ruby: number;
	readonly pageBreaks: number;
	readonly roles: number;
	readonly headings: number;
	/** Headings that are more than one level below the heading before them. */
	readonly headingGaps: number;
}

type Counts = { -readonly [K in keyof Findings]: number };

/** Looks at the files in reading order. */
export function lookAtContent(files: readonly UnitFile[]): Findings {
	const found: Counts = {
		images: 0,
		undescribed: 0,
		formulas: 0,
		ruby: 0,
		pageBreaks: 0,
		roles: 0,
		headings: 0,
		headingGaps: 0,
	};
	let level = 0;
	for (const { unit, section } of files) {
		if (unit.kind === 'cover') continue;
		eachElement(section, (element) => {
			count(element, found);
			const own = /^h([1-6])$/.exec(element.tagName)?.[1];
			if (own === undefined) return;
			found.headings += 1;
			if (Number(own) > level + 1) found.headingGaps += 1;
			level = Number(own);
		});
	}
	return found;
}

function count(element: Element, found: Counts): void {
	const { tagName, properties } = element;
	if (typeof properties.role === 'string') found.roles += 1;
	if (properties.role === 'doc-pagebreak' || properties['epub:type'] === 'pagebreak') found.pageBreaks += 1;
	if (tagName === 'ruby') found.ruby += 1;
	if (tagName === 'math') found.formulas += 1;
	if ((tagName !== 'img' && tagName !== 'svg') || isOrnament(element)) return;
	found.images += 1;
	if (!isSaid(tagName === 'img' ? properties.alt : properties.ariaLabel)) found.undescribed += 1;
}

/** Marked as mere decoration: `alt=""`, or hidden from assistive technology. */
function isOrnament({ tagName, properties }: Element): boolean {
	return properties.ariaHidden === 'true' || (tagName === 'img' && properties.alt === '');
}

function isSaid(name: unknown): boolean {
	return typeof name === 'string' && name.trim() !== '';
}
