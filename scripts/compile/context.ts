import type { ElementContent, Root } from 'hast';
import type { VFile } from 'vfile';
import type { Reporter, RuleId } from '../diagnostics/index.ts';
import type { Asset, Lang } from '../model/index.ts';
import type { FindHyphenator } from './hyphenators.ts';
import type { ScriptOf } from './language-script.ts';
import type { Point, Position } from './positions.ts';

/**
 * What a text may ask of the rest of the manuscript. What it is not asked cannot shape the text: by that a text is
 * known that need not be compiled again.
 */
export interface Surroundings {
	readonly findImage: (path: string) => FoundImage;
	readonly findPlace: (link: PieceLink) => Outcome;
}

/** An image of the manuscript, or why there is none. */
export type FoundImage =
	| { readonly asset: Asset }
	| {
			readonly asset?: undefined;
			readonly rule: 'image-unreadable' | 'image-missing';
			/** Ends a sentence that begins with the image. */
			readonly why: string;
			readonly hint?: string | undefined;
	  };

/** A link to another file of the manuscript, and the text that it stands in. */
export interface PieceLink {
	/** As the author wrote it, for messages. */
	readonly href: string;
	/** What stands before `#`. */
	readonly address: string;
	readonly anchor: string | undefined;
	readonly file: string;
	readonly lang: Lang;
}

/** What a link becomes: an address, or no link at all, with what is wrong where something is. */
export type Outcome = { readonly href: string } | { readonly broken?: string; readonly hint?: string };

/** What a text is compiled with. */
export interface BookContext extends Surroundings {
	/** Of the whole book, whichever are compiled. */
	readonly languages: readonly Lang[];
	readonly report: Reporter;
	readonly scriptOf: ScriptOf;
	readonly hyphenator: FindHyphenator;
	/** Hands out an id that nobody else has: the one asked for, or the same with `-2`, `-3` … */
	readonly claimId: (wanted: string) => string;
	/** Paths of the images that any text uses. */
	readonly images: Set<string>;
	/** Reads a line of Markdown, such as a caption, as part of another text. */
	readonly readPhrase: (markdown: string, at: Position | undefined, around: TextContext) => ElementContent[];
}

/** One text on its way through the plugins, with what they find out about it. */
export interface TextContext {
	readonly book: BookContext;
	readonly lang: Lang;
	/** The file that messages name and relative paths start from. */
	readonly file: string;
	/** The Markdown as the parser saw it; empty where `at` is the place of everything. */
	readonly source: string;
	/** The place of the whole text where places within it are not known: a value in YAML, an image's title. */
	readonly at: Position | undefined;
	/** Begins every id; empty for a text that is shown in several places and so has no ids. */
	readonly key: string;
	readonly anchors: Map<string, string>;
	/** How many ids of a kind were given. */
	readonly counts: Map<string, number>;
	/** The notes by their name in the source, in the order of their definitions. */
	readonly notes: Map<string, NoteText>;
	/** Names of the notes in the order of their first calls. */
	readonly calls: Map<string, NoteCalls>;
	readonly images: Set<string>;
	/** Which part of the text runs through the plugins now. */
	part: 'body' | 'note';
}

export interface NoteText {
	readonly name: string;
	readonly position: Position | undefined;
	tree: Root;
}

export interface NoteCalls {
	readonly id: string;
	readonly number: number;
	times: number;
}

declare module 'vfile' {
	interface DataMap {
		context: TextContext;
	}
}

/** The context that a plugin finds on its file. */
export function contextOf(file: VFile): TextContext {
	const { context } = file.data;
	if (!context) throw new Error('A file runs through the plugins without its context.');
	return context;
}

/** Reports a finding at a node's place, or for the whole file where the node has none. */
export function reportAt(
	context: TextContext,
	rule: RuleId,
	message: string,
	at: Position | Point | undefined,
	hint?: string,
): void {
	const known = context.at ?? at;
	const point = known && 'start' in known ? known.start : known;
	const place = point ? { file: context.file, line: point.line, column: point.column } : context.file;
	if (hint === undefined) context.book.report(rule, message, place);
	else context.book.report(rule, message, place, hint);
}

/** The next number of a kind of id, from 1. */
export function countUp(context: TextContext, kind: string): number {
	const next = (context.counts.get(kind) ?? 0) + 1;
	context.counts.set(kind, next);
	return next;
}
