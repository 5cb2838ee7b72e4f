// What crosses the border between Node and the paginating tab.

import type { Geometry } from '../model/index.ts';
import type { FlowMemory, Galley, LevelFlow, LevelPage, PairRequest, PairResult } from './level.d.ts';

export type * from './level.d.ts';

/** A unit as the paginating tab takes it. */
export interface UnitRequest {
	/** The unit's body. */
	readonly html: string;
	readonly lang: string;
	/** Footnotes by the id of their call. */
	readonly notes: readonly { readonly call: string; readonly html: string }[];
	/** Ids of elements whose paragraph must not be split between pages. */
	readonly keepWhole?: readonly string[];
}

export interface LayoutRequest extends UnitRequest {
	/** Page rules for Paged.js: size, margins, breaks, footnotes. */
	readonly css: string;
	/** An earlier layout of the unit under the same page rules, style and faces. */
	readonly earlier?: LayoutMemory;
}

export interface LayoutResult {
	/** A number is the page of the earlier layout that stands here as it was. */
	readonly pages: readonly (LaidPage | number)[];
	/** Missing where no page was laid out. */
	readonly geometry?: Geometry;
	/** How many pages were laid out for it. */
	readonly laid: number;
	/** Of a long unit. */
	readonly memory?: LayoutMemory;
}

/** What a layout must remember so that a later one needs to lay out only what has changed. */
export interface LayoutMemory {
	/** The source, entry by entry, as numbers of 53 bits: outline.js. */
	readonly entries: readonly number[];
	readonly pages: readonly PageMark[];
}

/** A place in the source that a page may begin at. */
export interface PageStart {
	readonly entry: number;
	/** The element in the entry: 0 is the entry itself. */
	readonly inner: number;
	/** The child of that element, or -1 for the element. */
	readonly child: number;
	/** Characters of it that stand on the page before. */
	readonly offset: number;
	/** The elements around it, as a number of 53 bits. */
	readonly around: number;
}

export interface PageMark extends PageStart {
	/** Nothing but the text goes on from the page before: no rest of a note. */
	readonly isClean: boolean;
	/** The last entry that had a say in the page. */
	readonly reach: number;
	/** The page itself, as a number of 53 bits. */
	readonly print: number;
	readonly overflow: boolean;
	readonly cut: boolean;
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
	register(task: (node: Node) => void): void;
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
	readonly hooks: Readonly<Record<'filter' | 'afterParsed' | 'layoutNode' | 'finalizePage', PagedHook>>;
	/** Put there by press.js. */
	footnotes?: PagedHandler;
	setup(target: Element): void;
	loadFonts(): Promise<unknown>;
	/** Yields after each page where the next begins; nothing after the last. */
	layout(source: DocumentFragment, start: BreakToken | undefined): AsyncGenerator<BreakToken | undefined>;
	addPage(): PagedPage;
	removePages(): void;
}

interface PagedPolisher {
	readonly inserted: readonly HTMLStyleElement[];
	readonly styleEl: HTMLStyleElement;
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

/** A page that Paged.js has laid out. */
interface FreshPage {
	readonly element: Element;
	/** Missing on the first page of a source, and where a page only takes the rest of a note. */
	readonly start?: BreakToken | undefined;
	readonly isClean: boolean;
	/** The last node of the source that was looked at. */
	readonly reached: Node;
}

/** One page, and more where the rest of notes needs them. */
interface Step {
	readonly laid: readonly FreshPage[];
	/** Pages to which nothing more happens; they may leave the document. */
	readonly done: readonly FreshPage[];
	/** Where the next page begins. */
	readonly next: BreakToken | undefined;
	/** No rest of a note goes on there. */
	readonly isClean: boolean;
}

/** Paged.js made ready for units under one set of page rules: press.js. */
interface Press {
	open(css: string): Promise<void>;
	load(source: DocumentFragment): Promise<void>;
	lay(start?: BreakToken): AsyncGenerator<Step>;
	galley(source: DocumentFragment): Galley;
	isClear(): boolean;
	clear(): void;
	close(): void;
}

/** outline.js */
interface Outline {
	readonly hashes: readonly number[];
	reachOf(node: Node): number;
	/** Without a token: the beginning. */
	startOf(token: BreakToken | undefined): PageStart;
	tokenOf(start: PageStart): BreakToken;
}

/** earlier-pages.js */
export interface EarlierPages {
	readonly marks: readonly PageMark[];
	readonly beginsAlike: boolean;
	endOfKept(page: number): number;
	cleanBefore(least: number, end: number): number;
	pageAt(start: PageStart): number | undefined;
	markOf(page: number): PageMark;
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
		firstBeyond(text: Text, right: number): number;
		lineStart(block: Element, top: number): { readonly text: Text; readonly offset: number } | undefined;
		linesOf(block: Element): readonly { readonly left: number; readonly top: number }[];
		Press: new () => Press;
		Outline: new (source: DocumentFragment) => Outline;
		EarlierPages: new (earlier: LayoutMemory, entries: readonly number[]) => EarlierPages;
		hashOf(text: string): number;
		measurePage(page: Element): Measured;
		readPage(page: Element): Omit<LaidPage, keyof Measured>;
		measureBlock(page: Element): Geometry;
		layOut(
			press: Press,
			source: DocumentFragment,
			css: string,
			earlier?: LayoutMemory,
		): Promise<LayoutResult>;
		lookAtPage(page: Element, galley: Galley): LevelPage;
		measureGalley(page: Element, source: DocumentFragment): Galley;
		Flow: new (press: Press, source: DocumentFragment) => LevelFlow;
		KeptFlow: new (memory: FlowMemory) => LevelFlow;
		Unfrozen: new () => Error;
		layPair(
			open: (index: number) => Promise<LevelFlow>,
			kept: readonly (FlowMemory | null)[],
		): Promise<PairResult>;
		paginate(request: LayoutRequest): Promise<LayoutResult>;
		paginatePair(request: PairRequest): Promise<PairResult>;
		markTags(
			pages: readonly Element[],
		): readonly { readonly alt: string; readonly box: readonly [number, number, number, number] }[];
		nameOfLink(link: Element): string;
		boxOf(element: Element, page: Element): [number, number, number, number];
	};
}
