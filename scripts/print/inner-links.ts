import { PDFDict, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';

/**
 * Address under which the printing tab writes links inside the book; the id follows, and the name of the link behind
 * a `?`. A scheme of its own, for style sheets tell links into the web by theirs.
 */
export const innerAddress = 'book:';

/** What stands between the address of another link and its name; the `#` is there where the address has none. */
const nameMark = /#?--name--/;

/** Where a link leads and what it is called, as the printing tab wrote them into its address. */
export interface ReadLink {
	readonly target?: string;
	readonly address?: string;
	readonly name: string;
}

export function readLink(link: PDFDict): ReadLink {
	const action = link.lookup(PDFName.of('A'));
	const uri = action instanceof PDFDict ? action.lookup(PDFName.of('URI')) : undefined;
	if (!(uri instanceof PDFString || uri instanceof PDFHexString)) return { name: '' };
	const text = Buffer.from(uri.asBytes()).toString('latin1');
	if (text.startsWith(innerAddress)) {
		const [id = '', name = ''] = text.slice(innerAddress.length).split('?');
		return { target: decodeURIComponent(id), name: decodeURIComponent(name) };
	}
	const [address = '', name = ''] = text.split(nameMark);
	return { address, name: decodeURIComponent(name) };
}
