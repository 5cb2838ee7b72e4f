import type { Edition } from '../model/index.ts';
import type { IllustrationList } from './illustrations.ts';
import { type Line, labelLine, titleLine } from './lines.ts';
import type { UnitFile } from './units.ts';

/** A place that reading systems offer by name. */
export interface Landmark extends Line {
	/** EPUB Structural Semantics, for the navigation document. */
	readonly type: string;
	/** The same for the `guide` of the package document (OPF 2.0.1, 2.6); not all have one. */
	readonly guide?: string;
	readonly href: string;
}

/** The contents, the index of the first file behind them, and the lists that stand below them. */
export interface ContentsPage {
	readonly file: string;
	readonly at: number;
	readonly lists: readonly Pick<IllustrationList, 'type' | 'title'>[];
}

/** Names of the `guide` where they are others than those of EPUB Structural Semantics. */
const guideNames: Readonly<Record<string, string>> = {
	acknowledgments: 'acknowledgements',
	bodymatter: 'text',
	titlepage: 'title-page',
};

/** The types that OPF 2.0.1 knows for the `guide` (2.6). */
const guideTypes = new Set([
	...['cover', 'title-page', 'toc', 'index', 'glossary', 'acknowledgements', 'bibliography', 'colophon'],
	...['copyright-page', 'dedication', 'epigraph', 'foreword', 'loi', 'lot', 'notes', 'preface', 'text'],
]);

/** What every book has many of, and its contents list. */
const repeated = new Set(['chapter', 'part']);

/**
 * Cover, contents, first page of the body and of the back matter, and each further part that says what it is, in
 * reading order; of those of one type the first.
 */
export function landmarks(
	edition: Edition,
	files: readonly UnitFile[],
	contents: ContentsPage,
): readonly Landmark[] {
	const found = new Map<string, Landmark>();
	const add = (type: string, href: string, title: Line) => {
		const guide = guideNames[type] ?? type;
		const known = guideTypes.has(guide) ? { guide } : {};
		if (!found.has(type)) found.set(type, { type, ...known, href, ...title });
	};
	const addContents = () => {
		add('toc', contents.file, labelLine(edition, 'contents'));
		for (const { type, title } of contents.lists) add(type, `${contents.file}#${type}`, title);
	};
	for (const [index, { unit, file, section }] of files.entries()) {
		if (index === contents.at) addContents();
		const { matter, kind } = unit;
		const title = titleLine(edition, unit.title, unit.otherTitle);
		if (matter !== 'front') add(`${matter}matter`, file, title);
		const type = section.properties['epub:type'];
		const ownName = kind === 'cover' || kind === 'title-page' ? labelLine(edition, kind) : title;
		if (typeof type === 'string' && !repeated.has(type)) add(type, file, ownName);
	}
	addContents();
	return [...found.values()];
}
