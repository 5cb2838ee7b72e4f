import type { Element, ElementContent } from 'hast';
import { visit } from 'unist-util-visit';
import type { Edition, Inline, TocEntry } from '../model/index.ts';
import { cleanText, withoutSoftHyphens } from './clean-text.ts';
import { setLanguages } from './languages.ts';
import type { IdIndex } from './links.ts';
import { toXhtml } from './to-xhtml.ts';
import type { UnitFile } from './units.ts';

/** A line of the navigation document and of the NCX. */
export interface NavPoint {
	readonly text: string;
	/** The same as XHTML, its foreign runs marked. */
	readonly html: string;
	/** Missing where what it names is not in the EPUB. */
	readonly href?: string;
	/** Where the NCX leads: the first target below, if it has none of its own. */
	readonly source: string;
	readonly children: readonly NavPoint[];
}

/** The contents as a tree; entries that lead nowhere are left out. */
export function navPoints(edition: Edition, files: readonly UnitFile[], index: IdIndex): readonly NavPoint[] {
	const byUnit = new Map(files.map((file) => [file.unit.id, file.file]));
	const lang = edition.languages[0] ?? '';
	const targetOf = ({ id, unit }: TocEntry): string | undefined => {
		const file = index.get(id);
		return file === undefined ? byUnit.get(unit) : `${file}#${id}`;
	};
	const toPoints = (entries: readonly TocEntry[]): readonly NavPoint[] =>
		entries.flatMap((entry): readonly NavPoint[] => {
			const href = targetOf(entry);
			const source = href ?? entry.children.map(targetOf).find((target) => target !== undefined);
			if (source === undefined) return [];
			const text = withoutSoftHyphens(entry.title.text);
			const point = { text, html: phrase(entry.title, lang), source };
			return [{ ...point, ...(href ? { href } : {}), children: toPoints(entry.children) }];
		});
	return toPoints(edition.toc);
}

/** Where all points lead, those below included. */
export function sourcesOf(points: readonly NavPoint[]): readonly string[] {
	return points.flatMap((point) => [point.source, ...sourcesOf(point.children)]);
}

/** Levels of the tree: 1 where nothing is nested. */
export function depthOf(points: readonly NavPoint[]): number {
	return points.reduce((depth, point) => Math.max(depth, 1 + depthOf(point.children)), 0);
}

/** A title fit for the inside of a link: no links, no ids. */
function phrase(title: Inline, lang: string): string {
	const span: Element = {
		type: 'element',
		tagName: 'span',
		properties: { lang: title.lang },
		children: structuredClone([...title.children]),
	};
	visit(span, 'element', (element, index, parent) => {
		delete element.properties.id;
		if (element.tagName !== 'a' || !parent || index === undefined) return;
		parent.children.splice(index, 1, ...element.children);
		return index;
	});
	cleanText(span);
	setLanguages(span, lang);
	const content: readonly ElementContent[] = title.lang === lang ? span.children : [span];
	return toXhtml(content);
}
