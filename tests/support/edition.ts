import { fileURLToPath } from 'node:url';
import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { loadHouse } from '../../scripts/load/index.ts';
import type {
	Book,
	BookEntry,
	Edition,
	Geometry,
	House,
	Inline,
	Lang,
	Localized,
	LocalText,
	Metadata,
	Name,
	Note,
	Person,
	Piece,
	TocEntry,
	Unit,
} from '../../scripts/model/index.ts';
import { editionIn } from './edition-choice.ts';

/** What book.yaml means where it says nothing of the press. */
export const usualPress: Pick<Edition, 'page' | 'press' | 'colors'> = {
	page: { gutter: 'auto' },
	press: {
		bleed: 3,
		marks: true,
		color: 'cmyk',
		totalInk: 300,
		pages: 4,
		paper: { caliper: 0.1 },
		cover: { color: 'cmyk', flaps: 0, boards: 0.6, spineText: 'auto' },
		places: new Map(),
	},
	colors: [],
};

/** The house style of this repository. */
export function ownHouse(): Promise<House> {
	return loadHouse(fileURLToPath(new URL('../..', import.meta.url)));
}

/** A house with these templates and nothing else. */
export function houseOf(templates: Readonly<Record<string, string>>): House {
	return { templates: new Map(Object.entries(templates)), labels: {}, styles: new Map() };
}

/** Markup as a tree; places are those in the markup. */
export function tree(html: string): Root {
	return fromHtml(html, { fragment: true });
}

/** A tree as markup. */
export function markup(from: Root | readonly RootContent[]): string {
	const root: Root = Array.isArray(from) ? { type: 'root', children: [...from] } : (from as Root);
	return unified().use(rehypeStringify).stringify(root);
}

export function text(value: string, line?: number, column = 1): Text {
	if (line === undefined) return { type: 'text', value };
	const start = { line, column };
	return { type: 'text', value, position: { start, end: start } };
}

export function element(tagName: string, children: readonly ElementContent[] = []): Element {
	return { type: 'element', tagName, properties: {}, children: [...children] };
}

/** A line of markup as an Inline. */
export function inline(html: string, lang: Lang = 'zh'): Inline {
	const children = tree(html).children.filter(
		(child): child is ElementContent => child.type === 'text' || child.type === 'element',
	);
	return { lang, text: html.replaceAll(/<[^>]+>/g, '').replaceAll('&amp;', '&'), html, children };
}

/** The same text in Chinese and in English. */
export function both(zh: string, en: string): Localized<Inline> {
	return { zh: inline(zh, 'zh'), en: inline(en, 'en') };
}

export function localText(value: string, lang: Lang): LocalText {
	return { text: value, lang, place: { file: 'book.yaml', line: 1, column: 1 } };
}

export function person(id: string, zh: string, en: string, rest: Partial<Person> = {}): Person {
	return { id, kind: 'person', role: 'aut', name: both(zh, en), ...rest };
}

export function piece(path: string, lang: Lang, rest: Partial<Piece> = {}): Piece {
	return {
		path,
		lang,
		file: `${path}.${lang}.md`,
		key: `${lang}-${path.replaceAll('/', '-')}`,
		title: inline(`${lang} ${path}`, lang),
		authors: [],
		body: tree('<p>Text</p>'),
		notes: [],
		headings: [],
		images: [],
		...rest,
	};
}

export interface BookParts extends Partial<Omit<Book, 'config' | 'contents' | 'pieces' | 'contributors'>> {
	readonly config?: Partial<Book['config']>;
	readonly contents: readonly BookEntry[];
	readonly pieces: readonly Piece[];
	readonly people?: readonly Person[];
}

export function book({ config, pieces, people = [], ...rest }: BookParts): Book {
	const byPath = new Map<string, Record<Lang, Piece>>();
	for (const one of pieces) byPath.set(one.path, { ...byPath.get(one.path), [one.lang]: one });
	return {
		config: {
			slug: 'report',
			title: { zh: localText('报告', 'zh'), en: localText('Report', 'en') },
			date: '2024-01',
			languages: ['zh', 'en'],
			editions: ['zh', 'en'].map(editionIn),
			publishers: [],
			subjectCodes: { bisac: [], thema: [], clc: [] },
			isbns: {},
			epub: { fonts: 'embed', innerHeadings: 1 },
			...usualPress,
			contents: [],
			...config,
		},
		title: both('报告', 'Report'),
		publishers: [],
		contributors: new Map(people.map((one) => [one.id, one])),
		images: new Map(),
		...rest,
		pieces: byPath,
	};
}

/** An entry of the contents list. */
export function entry(path: string): BookEntry {
	return { kind: 'piece', path };
}

export function part(zh: string, en: string, ...pieces: readonly string[]): BookEntry {
	return { kind: 'part', title: both(zh, en), pieces };
}

export function note(number: number, ...children: readonly ElementContent[]): Note {
	return { id: `note-${number}`, name: String(number), number, children: [element('p', children)] };
}

export function unit(id: string, rest: Partial<Unit> = {}): Unit {
	return {
		id,
		kind: 'piece',
		lang: 'zh',
		matter: 'body',
		title: inline(`Title of ${id}`),
		start: 'any',
		folios: 'all',
		media: 'all',
		body: tree('<p>Text</p>'),
		notes: [],
		...rest,
	};
}

export function tocEntry(id: string, title: string, children: readonly TocEntry[] = []): TocEntry {
	return { id, unit: id, title: inline(title), children };
}

export function edition(
	rest: Partial<Omit<Edition, 'metadata'>> & { readonly metadata?: Partial<Metadata> },
) {
	const { metadata, ...others } = rest;
	const made: Edition = {
		id: 'zh',
		slug: 'report',
		languages: ['zh'],
		units: [],
		toc: [],
		images: new Map(),
		labels: {},
		epub: { fonts: 'embed', innerHeadings: 1 },
		...usualPress,
		...others,
		metadata: {
			title: '报告',
			otherTitles: [],
			subjects: [],
			subjectCodes: { bisac: [], thema: [], clc: [] },
			publishers: [],
			isbns: {},
			creators: [],
			date: '2024-01',
			modified: new Date(Date.UTC(2024, 0, 1)),
			identifier: 'urn:uuid:eb02cfa9-f076-5a56-95f9-ce39c488c839',
			...metadata,
		},
	};
	return made;
}

/** A name that no other language has. */
export function name(text: string, lang: Lang): Name {
	return { name: text, lang, others: [] };
}

export function signer(text: string, lang: Lang): Name & { readonly kind: 'person' } {
	return { ...name(text, lang), kind: 'person' };
}

export const geometry: Geometry = {
	page: { width: 794, height: 1123 },
	block: { inner: 119, top: 98, width: 532, height: 882 },
};
