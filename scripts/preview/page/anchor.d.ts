import type { EditionView } from './messages.d.ts';

export interface Anchor {
	readonly index: number;
	readonly hash: string;
	readonly unit: string | undefined;
	readonly nth: number;
	readonly block: { readonly text: string; readonly top: number } | undefined;
}

export function takeAnchor(view: EditionView, index: number, element: Element | undefined): Anchor;
export function findAnchorPage(
	view: EditionView,
	anchor: Anchor,
): { readonly index: number; readonly same: boolean };
export function findAnchorBlock(pages: readonly Element[], anchor: Anchor): Element | undefined;
