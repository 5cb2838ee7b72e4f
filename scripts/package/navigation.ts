import type { Edition, TocEntry } from '../model/index.ts';
import { withoutSoftHyphens } from './clean-text.ts';
import { innerEntries } from './inner-entries.ts';
import type { IdIndex } from './links.ts';
import { toPhrase } from './phrase.ts';
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

/** The contents as a tree, with the inner headings that the book asks for; entries that lead nowhere are left out. */
export function navPoints(edition: Edition, files: readonly UnitFile[], index: IdIndex): readonly NavPoint[] {
	const byUnit = new Map(files.map((file) => [file.unit.id, file.file]));
	const lang = edition.languages[0] ?? '';
	const targetOf = ({ id, unit }: TocEntry): string | undefined => {
		const file = index.get(id);
		return file === undefined ? byUnit.get(unit) : `${file}#${id}`;
	};
	const units = new Map(edition.units.map((unit) => [unit.id, unit]));
	const withInner = (entry: TocEntry): TocEntry => {
		const { headings = [] } = units.get(entry.unit) ?? {};
		const inner = innerEntries(entry.unit, headings, edition.epub.innerHeadings);
		return { ...entry, children: [...inner, ...entry.children.map(withInner)] };
	};
	const toPoints = (entries: readonly TocEntry[]): readonly NavPoint[] =>
		entries.flatMap((entry): readonly NavPoint[] => {
			const href = targetOf(entry);
			const source = href ?? entry.children.map(targetOf).find((target) => target !== undefined);
			if (source === undefined) return [];
			const text = withoutSoftHyphens(entry.title.text);
			const html = toPhrase(entry.title.children, entry.title.lang, lang);
			const point = { text, html, source };
			return [{ ...point, ...(href ? { href } : {}), children: toPoints(entry.children) }];
		});
	return toPoints(edition.toc.map(withInner));
}

/** Where all points lead, those below included. */
export function sourcesOf(points: readonly NavPoint[]): readonly string[] {
	return points.flatMap((point) => [point.source, ...sourcesOf(point.children)]);
}

/** Levels of the tree: 1 where nothing is nested. */
export function depthOf(points: readonly NavPoint[]): number {
	return points.reduce((depth, point) => Math.max(depth, 1 + depthOf(point.children)), 0);
}
