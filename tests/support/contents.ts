import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface BookFile {
	readonly title: Readonly<Record<string, string>>;
	readonly contents: readonly (
		| string
		| { readonly part: Record<string, string>; readonly pieces: string[] }
	)[];
}

export interface ContributorEntry {
	readonly name: Readonly<Record<string, string>>;
	readonly sort?: string;
	readonly role?: string;
}

/** A line of the contents: a part or a piece. */
export interface Titled {
	readonly title: string;
	readonly children: readonly Titled[];
}

/** book.yaml as it stands, apart from Diglot's own reader. */
export function readBookFile(manuscript: string): BookFile {
	return parse(readFileSync(join(manuscript, 'book.yaml'), 'utf8')) as BookFile;
}

export function readContributors(manuscript: string): Readonly<Record<string, ContributorEntry>> {
	return parse(readFileSync(join(manuscript, 'contributors.yaml'), 'utf8'));
}

/** Paths of all pieces, in order. */
export function piecePaths(manuscript: string): readonly string[] {
	return readBookFile(manuscript).contents.flatMap((entry) =>
		typeof entry === 'string' ? [entry] : entry.pieces,
	);
}

export function readFrontMatter(
	manuscript: string,
	path: string,
	lang: string,
): { readonly title: string; readonly authors?: readonly string[] } {
	const [, matter = ''] = readFileSync(join(manuscript, `${path}.${lang}.md`), 'utf8').split(/^---$/m);
	return parse(matter);
}

/**
 * What navigation and outline must say: parts and pieces, without the directory that Diglot adds.
 * @param inner names what stands below a piece
 */
export function contentsOf(
	manuscript: string,
	lang: string,
	inner: (file: string) => readonly string[] = () => [],
): readonly Titled[] {
	const piece = (path: string) => ({
		title: readFrontMatter(manuscript, path, lang).title,
		children: inner(join(manuscript, `${path}.${lang}.md`)).map((title) => ({ title, children: [] })),
	});
	return readBookFile(manuscript).contents.map((entry) =>
		typeof entry === 'string'
			? piece(entry)
			: { title: entry.part[lang] ?? '', children: entry.pieces.map(piece) },
	);
}
