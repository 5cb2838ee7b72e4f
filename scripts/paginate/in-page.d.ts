// What crosses the border between Node and the paginating tab.

import type { Geometry } from '../model/index.ts';

export interface LayoutRequest {
	/** The unit's body. */
	readonly html: string;
	readonly lang: string;
	/** Footnotes by the id of their call. */
	readonly notes: readonly { readonly call: string; readonly html: string }[];
	/** Ids of elements whose paragraph must not be split between pages. */
	readonly keepWhole?: readonly string[];
	/** Page rules for Paged.js: size, margins, breaks, footnotes. */
	readonly css: string;
}

export interface LayoutResult {
	readonly pages: readonly LaidPage[];
	readonly geometry: Geometry;
}

export interface LaidPage {
	readonly body: string;
	readonly notes: string;
	readonly ids: readonly string[];
	/** Text of the body and of the notes, for the proof that nothing was lost. */
	readonly text: string;
	readonly noteText: string;
	/** Something is wider or taller than the text block. */
	readonly overflow: boolean;
	/** Text stands where it would not be printed. */
	readonly cut: boolean;
}

/** What of Paged.js is used, as its classes have it. */
interface PagedHandler {
	readonly chunker: PagedChunker;
	/** Of footnotes: what found no room on its page. */
	needsLayout?: unknown[];
	afterParsed?(source: DocumentFragment): void;
	afterPageLayout?(element: Element, page: PagedPage, token: unknown, chunker: unknown): void;
}

type PagedHandlerClass = new (...args: readonly unknown[]) => PagedHandler;

interface PagedPage {
	readonly element: Element;
	readonly footnotesArea: Element;
}

interface PagedHook {
	clear(): void;
	trigger(...args: readonly unknown[]): Promise<unknown>;
	triggerSync(...args: readonly unknown[]): unknown;
}

/** Where a page begins or ends in the source. */
interface BreakToken {
	readonly node: Node;
	readonly offset: number;
}

interface PagedChunker {
	source: DocumentFragment;
	readonly pages: readonly PagedPage[];
	readonly pageTemplate: HTMLTemplateElement;
	readonly hooks: Readonly<Record<'filter' | 'afterParsed' | 'finalizePage', PagedHook>>;
	setup(target: Element): void;
	loadFonts(): Promise<unknown>;
	/** Yields after each page where the next begins; nothing after the last. */
	layout(source: DocumentFragment, start: BreakToken | undefined): AsyncGenerator<BreakToken | undefined>;
	removePages(): void;
}

interface PagedPolisher {
	readonly styleSheet: CSSStyleSheet;
	setup(): void;
	add(style: Readonly<Record<string, string>>): Promise<unknown>;
	destroy(): void;
}

interface PagedPreviewer {
	readonly chunker: PagedChunker;
	readonly polisher: PagedPolisher;
	initializeHandlers(): void;
}

/** Paged.js made ready for units under one set of page rules: press.js. */
interface Press {
	open(css: string): Promise<void>;
	load(source: DocumentFragment): Promise<void>;
	lay(): AsyncGenerator<Element>;
	isClear(): boolean;
	clear(): void;
	close(): void;
}

type Measured = Pick<LaidPage, 'overflow' | 'cut'>;

declare global {
	var Paged: {
		readonly Handler: PagedHandlerClass;
		readonly Previewer: new (settings: { hyphenGlyph: string; maxChars: number }) => PagedPreviewer;
		readonly registeredHandlers: PagedHandlerClass[];
		registerHandlers(...handlers: readonly unknown[]): void;
	};
	/** The page's own code; each file adds its part. */
	var diglot: {
		Press: new () => Press;
		measurePage(page: Element): Measured;
		readPage(page: Element): Omit<LaidPage, keyof Measured>;
		measureBlock(page: Element): Geometry;
		paginate(request: LayoutRequest): Promise<LayoutResult>;
	};
}
