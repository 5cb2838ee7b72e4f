import { didYouMean, type Reporter } from '../diagnostics/index.ts';
import type { ContributorId, Lang, LocalText, PiecePath, PieceSource } from '../model/index.ts';
import * as field from './fields.ts';
import { readFields, readValue, valueAt } from './read-fields.ts';
import { parseYaml, type YamlDocument } from './yaml-document.ts';

const pieceFields = field.fields({
	// That it is there is looked at first, for a piece without a title has a rule of its own.
	title: field.text.optional(),
	'short-title': field.text.optional(),
	authors: field.list('must be a list of ids from contributors.yaml such as [li-wei]').optional(),
});

/** Who may sign a piece. */
export interface KnownContributors {
	/** Every id of contributors.yaml, or nothing where that file could not be read: then no id is called unknown. */
	readonly ids: ReadonlySet<ContributorId> | undefined;
	/** Those that have a name. */
	readonly sound: ReadonlySet<ContributorId>;
}

export interface ReadPiece {
	/** Nothing where the front matter lacks what a piece needs. */
	readonly source: PieceSource | undefined;
	/** The ids in `authors`. */
	readonly named: readonly ContributorId[];
}

/** Reads the front matter of one file; gives nothing where there is none that can be read. */
export function readPiece(
	piece: { readonly path: PiecePath; readonly lang: Lang; readonly file: string; readonly text: string },
	known: KnownContributors,
	report: Reporter,
): ReadPiece | undefined {
	const { file, text, lang } = piece;
	const front = frontMatterOf(text);
	if (front.fault !== undefined) {
		report('piece-front-matter', front.fault, { file, line: 1, column: 1 });
		return undefined;
	}
	const document = parseYaml(file, front.yaml, report, 2);
	if (!document) return undefined;

	const given = readFields(pieceFields, document, [], 'a piece', report);
	const localText = (key: 'title' | 'short-title'): LocalText | undefined => {
		const words = given[key];
		return words === undefined ? undefined : { text: words, lang, place: document.place([key]) };
	};
	const title = localText('title');
	const isMap = typeof document.value === 'object' && !Array.isArray(document.value);
	if (isMap && valueAt(document.value, ['title']) === undefined) {
		report('piece-front-matter', 'the front matter has no title', document.keyPlace(['title']));
	}
	const named = readAuthors(document, known, report);
	const shortTitle = localText('short-title');
	const authors = named.filter((id) => known.sound.has(id));
	const source = title && { ...piece, title, ...(shortTitle && { shortTitle }), authors };
	return { source, named };
}

function readAuthors(document: YamlDocument, known: KnownContributors, report: Reporter): ContributorId[] {
	const items = valueAt(document.value, ['authors']);
	const named: ContributorId[] = [];
	for (const index of Array.isArray(items) ? items.keys() : []) {
		const path = ['authors', index];
		const id = readValue(field.text, document, path, document.file, report);
		if (id === undefined) continue;
		if (named.includes(id)) {
			report('config-invalid', `authors names "${id}" twice`, document.place(path), 'Name each author once.');
			continue;
		}
		named.push(id);
		if (known.ids && !known.ids.has(id)) {
			report(
				'contributor-unknown',
				`"${id}" is no contributor`,
				document.place(path),
				didYouMean(id, known.ids),
			);
		}
	}
	return named;
}

type FrontMatter = { readonly yaml: string; readonly fault?: undefined } | { readonly fault: string };

function frontMatterOf(text: string): FrontMatter {
	const opening = /^---[ \t]*\n/.exec(text)?.[0];
	if (opening === undefined) {
		const late = /^\s+---[ \t]*\n/.test(text);
		return {
			fault: late ? 'the front matter does not begin on the first line' : 'the file has no front matter',
		};
	}
	const rest = text.slice(opening.length);
	const closing = /^---[ \t]*$/m.exec(rest);
	if (!closing) return { fault: 'the front matter is not closed by a line ---' };
	return { yaml: rest.slice(0, closing.index) };
}
