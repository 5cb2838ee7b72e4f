import { PDFDict, PDFName } from '@cantoo/pdf-lib';

/**
 * Address under which the printing tab writes links inside the book; the id follows. A scheme of its own, for style
 * sheets tell links into the web by theirs.
 */
export const innerAddress = 'book:';

/** Id that a link leads to, where it leads to a place in the book. */
export function innerTarget(link: PDFDict): string | undefined {
	const action = link.lookup(PDFName.of('A'));
	const uri = action instanceof PDFDict ? action.lookup(PDFName.of('URI')) : undefined;
	const address =
		uri && 'asBytes' in uri ? Buffer.from((uri as { asBytes(): Uint8Array }).asBytes()) : undefined;
	const text = address?.toString('latin1');
	return text?.startsWith(innerAddress) ? decodeURIComponent(text.slice(innerAddress.length)) : undefined;
}
