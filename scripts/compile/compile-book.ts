import { noMemo, type Reporter } from '../diagnostics/index.ts';
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
	Memo,
	Person,
} from '../model/index.ts';
import { compilePieces, type Targets } from './compile-pieces.ts';
import type { BookContext } from './context.ts';
import { createFindImage } from './images.ts';
import { type Line, markedLine, markedLines, plainLine } from './lines.ts';
import { createFindPlace } from './links.ts';
import { readPhrase } from './text.ts';
import { createTools } from './tools.ts';

export interface CompileOptions {
	/** What earlier builds of the session compiled. */
	readonly memo?: Memo;
}

/**
 * Compiles the pieces in the languages asked for, and the texts of the book in all: Markdown becomes safe trees with
 * ids, languages, notes and links that lead somewhere. Every fault of every text is reported and none stops the
 * others; a text that could not be compiled as meant stays in the book as near to it as can be.
 *
 * Between two pieces others may have their turn: see `compileBook` for who needs none.
 *
 * With a memory only what has changed since the build before is compiled again. What has not, be it a piece, a person
 * or a line of text, is the very same object: who derived something from it may go by that, and nobody may change it.
 */
export function* compileInSteps(
	manuscript: Manuscript,
	languages: readonly Lang[],
	report: Reporter,
	{ memo = noMemo }: CompileOptions = {},
): Generator<void, Book> {
	const { config } = manuscript;
	const tools = memo.recall('compiling tools', '', createTools);
	const targets: Targets = new Map();
	const book: BookContext = {
		languages: config.languages,
		report,
		scriptOf: tools.scriptOf,
		hyphenator: tools.hyphenator,
		claimId: refuseId,
		findImage: createFindImage(manuscript),
		findPlace: createFindPlace(config.languages, targets),
		images: new Set(),
		readPhrase: (markdown, at, around) => readPhrase(markdown, at, around, tools.processors),
	};
	const pieces = yield* compilePieces(manuscript, languages, { targets, book, tools, memo });
	const shaped =
		<T>(line: Line<T>): Shape<T> =>
		(text, lang) =>
			line(text, lang, book, tools, memo);
	const [plain, marked, paragraphs] = [shaped(plainLine), shaped(markedLine), shaped(markedLines)];
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
			[...manuscript.contributors].map(([id, one]) => [id, toPerson(one, all, plain, marked, memo)]),
		),
		contents: config.contents.map((entry): BookEntry => {
			if (entry.kind === 'piece') return entry;
			const title = localize(entry.title, all, plain);
			return { kind: 'part', title, pieces: entry.pieces.map((piece) => piece.path) };
		}),
		pieces,
		images: usedImages(manuscript, book.images),
		...(manuscript.terms && { terms: manuscript.terms }),
	};
}

/** `compileInSteps` in one go. */
export function compileBook(...work: Parameters<typeof compileInSteps>): Book {
	const steps = compileInSteps(...work);
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
	}
}

// A text without a key has no ids; see `TextContext.key`.
function refuseId(wanted: string): string {
	throw new Error(`A text that is no piece asks for the id ${wanted}.`);
}

type Shape<T> = (text: LocalText, lang: Lang) => T;

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
	contributor: Contributor,
	languages: readonly Lang[],
	plain: Shape<Inline>,
	marked: Shape<Inline>,
	memo: Memo,
): Person {
	const { id, kind, role, orcid, sort, name, affiliation, bio } = contributor;
	const lines = {
		name: localize(name, languages, plain),
		...optional('affiliation', affiliation, languages, plain),
		...optional('bio', bio, languages, marked),
	};
	const shown = Object.values(lines).flatMap((texts) => Object.values(texts).map(memo.nameOf));
	const key = JSON.stringify([memo.nameOf(contributor), languages, shown]);
	return memo.recall('person', key, () => ({
		id,
		kind,
		role,
		...(orcid !== undefined && { orcid }),
		...(sort !== undefined && { sort }),
		...lines,
	}));
}

function usedImages(manuscript: Manuscript, used: ReadonlySet<string>): ReadonlyMap<string, Asset> {
	return new Map([...manuscript.assets].filter(([, asset]) => used.has(asset.path)));
}
