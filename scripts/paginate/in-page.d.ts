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

interface PagedHandler {
	readonly chunker: { readonly source: DocumentFragment };
}

interface PagedPreviewer {
	readonly chunker: { removePages(): void };
	readonly polisher: { destroy(): void };
	preview(
		content: DocumentFragment,
		styles: readonly Record<string, string>[],
		target: Element,
	): Promise<unknown>;
}

declare global {
	var Paged: {
		readonly Handler: new (...args: readonly unknown[]) => PagedHandler;
		readonly Previewer: new (settings: { hyphenGlyph: string; maxChars: number }) => PagedPreviewer;
		registerHandlers(...handlers: readonly unknown[]): void;
	};
	var diglot: { paginate(request: LayoutRequest): Promise<LayoutResult> };
}
