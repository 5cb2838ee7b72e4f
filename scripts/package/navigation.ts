import type { Edition, TocEntry } from '../model/index.ts';
import { innerEntries } from './inner-entries.ts';
import { type Line, titleLine } from './lines.ts';
import type { IdIndex } from './links.ts';
import type { UnitFile } from './units.ts';

/** A line of the navigation document and of the NCX. */
export interface NavPoint extends Line {
	/** Missing where what it names is not in the EPUB. */
	readonly href?: string;
	/** Where the NCX leads: the first target below, if it has none of its own. */
	readonly source: string;
	readonly children: readonly NavPoint[];
}

/** The contents as a tree, with the inner headings that the book asks for; entries that lead nowhere are left out. */
export function navPoints(edition: Edition, files: readonly UnitFile[], index: IdIndex): readonly NavPoint[] {
	const byUnit = new Map(files.map((file) => [file.unit.id, file.file]));
	const targetOf = ({ id, unit }: TocEntry): string | undefined => {
		const file = index.get(id);
		return file === undefined ? byUnit.get(unit) : `${file}#${id}`;
	};
	const units = new Map(edition.units.map((unit) => [unit.id, unit]));
	const innerOf = (unit: string) =>
		innerEntries(unit, units.get(unit)?.headings ?? [], edition.epub.innerHeadings);
	const withInner = (entry: TocEntry): TocEntry => {
		const { other } = entry;
		// A translation that is a text of its own can be reached, too: behind what stands in the first.
		const apart = other && other.unit !== entry.unit ? [{ ...other, children: innerOf(other.unit) }] : [];
		return { ...entry, children: [...innerOf(entry.unit), ...apart, ...entry.children.map(withInner)] };
	};
	const toPoints = (entries: readonly TocEntry[]): readonly NavPoint[] =>
		entries.flatMap((entry): readonly NavPoint[] => {
			const href = targetOf(entry);
			const source = href ?? entry.children.map(targetOf).find((target) => target !== undefined);
			if (source === undefined) return [];
			const line = titleLine(edition, entry.title, entry.other?.title);
			return [{ ...line, source, ...(href ? { href } : {}), children: toPoints(entry.children) }];
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
