import { didYouMean, type Reporter, remember } from '../diagnostics/index.ts';
import type { Checks, ContributorId, LocalText, Memo, PieceSource, Place } from '../model/index.ts';
import { readChecks } from './checks.ts';
import * as field from './fields.ts';
import { readFields, readValue, valueAt } from './read-fields.ts';
import type { FileText } from './read-text.ts';
import { parseYaml, type YamlDocument } from './yaml-document.ts';

const pieceFields = field.fields({
	// That it is there is looked at first, for a piece without a title has a rule of its own.
	title: field.text.optional(),
	'short-title': field.text.optional(),
	authors: field.list('must be a list of ids from contributors.yaml such as [li-wei]').optional(),
	checks: field.anything,
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

type PieceFile = Pick<PieceSource, 'path' | 'lang' | 'file'>;

/** What the front matter says, before it is known who is a contributor. */
interface Front {
	readonly title: LocalText | undefined;
	readonly shortTitle: LocalText | undefined;
	readonly authors: readonly { readonly id: ContributorId; readonly place: Place }[];
	readonly checks: Checks | undefined;
}

/**
 * Reads the front matter of one file; gives nothing where there is none that can be read. A source that says the
 * same as in the build before is the very same object.
 */
export function readPiece(
	piece: PieceFile,
	text: FileText,
	known: KnownContributors,
	report: Reporter,
	memo: Memo,
): ReadPiece | undefined {
	const { path, lang, file } = piece;
	const key = JSON.stringify([path, lang, file, memo.nameOf(text)]);
	const front = remember(memo, 'front matter', key, report, (add) => readFront(piece, text, add));
	if (!front) return undefined;
	reportUnknown(front, known, report);
	const named = front.authors.map(({ id }) => id);
	const authors = named.filter((id) => known.sound.has(id));
	const { title, shortTitle, checks } = front;
	const source =
		title &&
		memo.recall('source', JSON.stringify([memo.nameOf(front), authors]), () => ({
			...piece,
			text: text.text,
			title,
			...(shortTitle && { shortTitle }),
			authors,
			...(checks && { checks }),
		}));
	return { source, named };
}

function readFront({ file, lang }: PieceFile, { text }: FileText, report: Reporter): Front | undefined {
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
	const isMap = typeof document.value === 'object' && !Array.isArray(document.value);
	if (isMap && valueAt(document.value, ['title']) === undefined) {
		report('piece-front-matter', 'the front matter has no title', document.keyPlace(['title']));
	}
	return {
		title: localText('title'),
		shortTitle: localText('short-title'),
		authors: readAuthors(document, report),
		checks: readChecks(document, report),
	};
}

function readAuthors(document: YamlDocument, report: Reporter): Front['authors'] {
	const items = valueAt(document.value, ['authors']);
	const authors = new Map<ContributorId, Place>();
	for (const index of Array.isArray(items) ? items.keys() : []) {
		const path = ['authors', index];
		const id = readValue(field.text, document, path, document.file, report);
		if (id === undefined) continue;
		if (authors.has(id)) {
			report('config-invalid', `authors names "${id}" twice`, document.place(path), 'Name each author once.');
		} else authors.set(id, document.place(path));
	}
	return [...authors].map(([id, place]) => ({ id, place }));
}

function reportUnknown({ authors }: Front, { ids }: KnownContributors, report: Reporter): void {
	for (const { id, place } of ids ? authors : []) {
		if (ids?.has(id)) continue;
		report('contributor-unknown', `"${id}" is no contributor`, place, didYouMean(id, ids ?? []));
	}
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
