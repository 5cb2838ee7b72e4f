import type { Reporter } from '../diagnostics/index.ts';
import type {
	Asset,
	Book,
	BookEntry,
	Contributor,
	Inline,
	Lang,
	Localized,
	LocalText,
	Manuscript,
	Person,
	Piece,
	PiecePath,
} from '../model/index.ts';
import { finishPiece, type OpenPiece, openPiece } from './compile-piece.ts';
import type { BookContext } from './context.ts';
import { createHyphenators } from './hyphenators.ts';
import { plainInline } from './inline.ts';
import { createScriptOf } from './language-script.ts';
import { createClaimId, pieceKey } from './piece-keys.ts';
import { createProcessors } from './processors.ts';
import { markdownInline, markdownInlines, readPhrase } from './text.ts';
import { createWriteHtml } from './to-html.ts';

/**
 * Compiles the pieces in the languages asked for, and the texts of the book in all: Markdown becomes safe trees with ids, languages, notes and
 * links that lead somewhere. Every fault of every text is reported and none stops the others; a text that could
 * not be compiled as meant stays in the book as near to it as can be.
 */
export function compileBook(manuscript: Manuscript, languages: readonly Lang[], report: Reporter): Book {
	const processors = createProcessors();
	const write = createWriteHtml();
	const book: BookContext = {
		manuscript,
		report,
		scriptOf: createScriptOf(),
		hyphenator: createHyphenators(),
		claimId: createClaimId(),
		targets: new Map(),
		images: new Set(),
		readPhrase: (markdown, at, around) => readPhrase(markdown, at, around, processors),
	};
	const plain: Shape<Inline> = (text, lang) => plainInline(text, lang, book, write);
	const marked: Shape<Inline> = (text, lang) => markdownInline(text, lang, book, processors, write);
	const paragraphs: Shape<readonly Inline[]> = (text, lang) =>
		markdownInlines(text, lang, book, processors, write);

	const open = openPieces(book, languages, (source, key) => openPiece(source, key, book, processors));
	const pieces = new Map<PiecePath, Record<Lang, Piece>>();
	for (const one of open) {
		const { path, lang } = one.source;
		const versions = pieces.get(path) ?? {};
		versions[lang] = finishPiece(one, processors, write);
		pieces.set(path, versions);
	}
	const { config } = manuscript;
	// An edition also shows titles and names in the book's other languages.
	const all = config.languages;
	return {
		config,
		title: localize(config.title, all, plain),
		...optional('subtitle', config.subtitle, all, plain),
		...optional('rights', config.rights, all, plain),
		publishers: config.publishers.map((publisher) => localize(publisher, all, plain)),
		...optional('disclaimer', config.disclaimer, all, paragraphs),
		...optional('shortDisclaimer', config.shortDisclaimer, all, marked),
		contributors: new Map(
			[...manuscript.contributors].map(([id, one]) => [id, toPerson(one, all, plain, marked)]),
		),
		contents: config.contents.map((entry): BookEntry => {
			if (entry.kind === 'piece') return entry;
			const title = localize(entry.title, all, plain);
			return { kind: 'part', title, pieces: entry.pieces.map((piece) => piece.path) };
		}),
		pieces,
		images: usedImages(manuscript, book.images),
	};
}

type Shape<T> = (text: LocalText, lang: Lang) => T;

/** Opens all pieces of all languages; all keys are given first, so that no other id can take one. */
function openPieces(
	{ manuscript, claimId, targets }: BookContext,
	languages: readonly Lang[],
	open: (source: OpenPiece['source'], key: string) => OpenPiece,
): readonly OpenPiece[] {
	const keys = listedPieces(manuscript).flatMap((path) => {
		targets.set(path, new Map());
		const sources = languages.map((lang) => manuscript.sources.get(path)?.[lang]);
		return sources
			.filter((source) => source !== undefined)
			.map((source) => ({ source, key: claimId(pieceKey(source.lang, path)) }));
	});
	return keys.map(({ source, key }) => {
		const piece = open(source, key);
		targets.get(source.path)?.set(source.lang, { key, anchors: piece.context.anchors });
		return piece;
	});
}

function listedPieces({ config }: Manuscript): readonly PiecePath[] {
	const entries = config.contents.flatMap((entry) => (entry.kind === 'part' ? entry.pieces : [entry]));
	return [...new Set(entries.map((entry) => entry.path))];
}

function localize<T>(texts: Localized<LocalText>, languages: readonly Lang[], shape: Shape<T>): Localized<T> {
	const entries = languages.flatMap((lang) => {
		const text = texts[lang];
		return text ? [[lang, shape(text, lang)] as const] : [];
	});
	return Object.fromEntries(entries);
}

function optional<Name extends string, T>(
	name: Name,
	texts: Localized<LocalText> | undefined,
	languages: readonly Lang[],
	shape: Shape<T>,
): { readonly [K in Name]?: Localized<T> } {
	if (!texts) return {};
	return { [name]: localize(texts, languages, shape) } as { readonly [K in Name]?: Localized<T> };
}

function toPerson(
	{ id, kind, role, orcid, sort, name, affiliation, bio }: Contributor,
	languages: readonly Lang[],
	plain: Shape<Inline>,
	marked: Shape<Inline>,
): Person {
	return {
		id,
		kind,
		role,
		...(orcid !== undefined && { orcid }),
		...(sort !== undefined && { sort }),
		name: localize(name, languages, plain),
		...optional('affiliation', affiliation, languages, plain),
		...optional('bio', bio, languages, marked),
	};
}

function usedImages(manuscript: Manuscript, used: ReadonlySet<string>): ReadonlyMap<string, Asset> {
	return new Map([...manuscript.assets].filter(([, asset]) => used.has(asset.path)));
}
