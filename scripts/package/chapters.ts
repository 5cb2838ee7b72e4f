import type { Chapter } from 'epub-gen-memory';
import type { Lang } from '../model/index.ts';
import { eachElement } from './elements.ts';
import { matterType } from './semantics.ts';
import { toXhtml } from './to-xhtml.ts';
import type { UnitFile } from './units.ts';

/**
 * A file of the book as the templates take it. The library would clean `content` of much that it does not know,
 * such as `scope`, drawings and formulas, so the text stands in a key of our own.
 */
export interface BookChapter extends Chapter {
	readonly id: string;
	readonly title: string;
	readonly content: '';
	readonly filename: string;
	readonly beforeToc: boolean;
	readonly lang: Lang;
	/** Value of `epub:type` for the body. */
	readonly matter: string;
	/** XHTML. */
	readonly body: string;
	/** Properties of the manifest item; empty where there are none. */
	readonly properties: string;
}

/**
 * @param tocAt index of the first file that stands behind the contents
 */
export function toChapters(files: readonly UnitFile[], tocAt: number): readonly BookChapter[] {
	return files.map((file, index) => ({
		id: file.unit.kind === 'cover' ? 'cover' : `unit-${index + 1}`,
		title: file.title,
		content: '',
		filename: file.file,
		beforeToc: index < tocAt,
		lang: file.unit.lang,
		matter: matterType(file.unit),
		body: toXhtml([file.section]),
		properties: propertiesOf(file),
	}));
}

/** The contents stand where the printed ones do, else behind the pages that open the book. */
export function placeOfContents(
	units: readonly { readonly kind: string }[],
	files: readonly UnitFile[],
): number {
	const printed = units.findIndex((unit) => unit.kind === 'contents');
	if (printed >= 0) {
		const before = new Set<unknown>(units.slice(0, printed));
		return files.filter((file) => before.has(file.unit)).length;
	}
	const opening = ['cover', 'title-page', 'imprint'];
	const first = files.findIndex((file) => !opening.includes(file.unit.kind));
	return first < 0 ? files.length : first;
}

function propertiesOf({ section }: UnitFile): string {
	const found = new Set<string>();
	eachElement(section, ({ tagName }) => {
		if (tagName === 'svg') found.add('svg');
		if (tagName === 'math') found.add('mathml');
	});
	return [...found].sort().join(' ');
}
