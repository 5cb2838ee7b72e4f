import type { Element, Nodes, Root, RootContent, Text } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { compileBook } from '../../scripts/compile/index.ts';
import { createReport, type Diagnostic } from '../../scripts/diagnostics/index.ts';
import type {
	Asset,
	Book,
	BookConfig,
	Lang,
	LocalText,
	Manuscript,
	Piece,
	PieceSource,
} from '../../scripts/model/index.ts';
import { usualPress } from '../support/edition.ts';
import { editionIn } from '../support/edition-choice.ts';

/** A text of book.yaml or contributors.yaml. */
export function localText(text: string, lang: Lang, line = 3, column = 8): LocalText {
	return { text, lang, place: { file: 'book.yaml', line, column } };
}

/** An image of the manuscript; with markup it is an SVG. */
export function asset(path: string, svg?: string): Asset {
	return {
		path,
		stamp: '1',
		mediaType: svg === undefined ? 'image/png' : 'image/svg+xml',
		width: 320,
		height: 200,
		...(svg !== undefined && { svg }),
		read: async () => new Uint8Array(),
	};
}

export interface Parts {
	/** Sources by file name: `chapters/values.zh.md`. */
	readonly files: Readonly<Record<string, string>>;
	readonly languages?: readonly Lang[];
	readonly assets?: readonly Asset[];
	readonly unreadable?: Readonly<Record<string, string>>;
	readonly contributors?: Manuscript['contributors'];
	readonly config?: Partial<BookConfig>;
}

/** A manuscript as the stage `load` would hand it over. */
export function manuscriptOf({
	files,
	languages = ['zh', 'en'],
	assets = [],
	unreadable = {},
	contributors,
	config,
}: Parts): Manuscript {
	const sources = new Map<string, Record<Lang, PieceSource>>();
	for (const [file, text] of Object.entries(files)) {
		const [, path = '', lang = ''] = /^(.*)\.([^.]+)\.md$/.exec(file) ?? [];
		sources.set(path, { ...sources.get(path), [lang]: source(path, lang, file, text) });
	}
	return {
		config: {
			slug: 'sample',
			title: { zh: localText('书', 'zh'), en: localText('Book', 'en') },
			date: '2024',
			languages,
			editions: languages.map(editionIn),
			publishers: [],
			subjectCodes: { bisac: [], thema: [], clc: [] },
			isbns: {},
			epub: { fonts: 'embed', innerHeadings: 1 },
			...usualPress,
			contents: [...sources.keys()].map((path) => ({ kind: 'piece', path })),
			...config,
		},
		contributors: contributors ?? new Map(),
		sources,
		assets: new Map(assets.map((one) => [one.path, one])),
		unreadable: new Map(Object.entries(unreadable)),
		files: [],
	};
}

function source(path: string, lang: Lang, file: string, text: string): PieceSource {
	return { path, lang, file, title: localText('Title', lang), authors: [], text };
}

export interface Compiled {
	readonly book: Book;
	readonly found: readonly Diagnostic[];
	readonly piece: (file: string) => Piece;
	/** The body of a piece as HTML. */
	readonly html: (file: string) => string;
}

/** Compiles a manuscript in all its languages. */
export function compile(parts: Parts): Compiled {
	const manuscript = manuscriptOf(parts);
	const report = createReport();
	const book = compileBook(manuscript, manuscript.config.languages, report.add);
	const piece = (file: string): Piece => {
		const pieces = [...book.pieces.values()].flatMap((versions) => Object.values(versions));
		const one = pieces.find((candidate) => candidate.file === file);
		if (!one) throw new Error(`no piece ${file}`);
		return one;
	};
	return { book, found: report.list(), piece, html: (file) => toHtml(piece(file).body.children) };
}

/** One piece, `a`, in one language; soft hyphens show as `~`. */
export function compileText(text: string, lang: Lang = 'zh', rest: Partial<Parts> = {}) {
	const file = `a.${lang}.md`;
	const { files, ...others } = rest;
	const compiled = compile({ ...others, files: { [file]: text, ...files } });
	return {
		...compiled,
		piece: compiled.piece(file),
		html: compiled.html(file),
		rules: rulesOf(compiled.found),
	};
}

export function rulesOf(found: readonly Diagnostic[]): readonly string[] {
	return found.map(({ rule, line, column }) => `${rule} ${line}:${column}`);
}

export function toHtml(children: readonly RootContent[]): string {
	const root: Root = { type: 'root', children: [...children] };
	return unified()
		.use(rehypeStringify)
		.stringify(root)
		.replaceAll('\u00ad', '~')
		.replace(/\n+/g, '\n')
		.trim();
}

/** All text nodes in order. */
export function textsOf(tree: Nodes): readonly Text[] {
	const texts: Text[] = [];
	visit(tree, 'text', (text) => {
		texts.push(text);
	});
	return texts;
}

/** The first element of a name. */
export function elementOf(tree: Nodes, tagName: string): Element {
	let found: Element | undefined;
	visit(tree, 'element', (element) => {
		if (element.tagName === tagName) found ??= element;
	});
	if (!found) throw new Error(`no <${tagName}>`);
	return found;
}
