import type { PDFDict } from '@cantoo/pdf-lib';
import type { Fault } from './dictionaries.ts';
import { dictAt, entry, itemsOf, nameOf } from './objects.ts';

/** What PDF/X-4 takes no objects of: they would bring something else in place of what the page shows. */
export function faultOfObject(dict: PDFDict): Fault | undefined {
	const kind = nameOf(entry(dict, 'Subtype'));
	if (kind === 'PS' || nameOf(entry(dict, 'Subtype2')) === 'PS')
		return ['press-object', 'The file holds PostScript'];
	if (dictAt(dict, 'OPI')) return ['press-object', 'An image or form is a stand-in for another (OPI)'];
	if (kind === 'Image' && itemsOf(entry(dict, 'Alternates')).length > 0)
		return ['press-object', 'An image has alternates'];
	if (kind === 'Form' && dictAt(dict, 'Ref'))
		return ['press-object', 'A form stands for a page of another file'];
	const type = nameOf(entry(dict, 'Type'));
	if (dictAt(dict, 'EmbeddedFiles') || dictAt(dict, 'EF'))
		return ['press-external', 'Other files are embedded'];
	return type === 'Filespec' ? ['press-external', 'The file speaks of other files'] : undefined;
}

/** Streams lie in the file, packed by what every printer unpacks. */
export function faultOfStream(dict: PDFDict): Fault | undefined {
	if (entry(dict, 'F')) return ['press-external', 'A stream lies in another file'];
	const filter = entry(dict, 'Filter');
	const filters = [nameOf(filter), ...itemsOf(filter).map(nameOf)];
	const wrong = filters.find((name) => name === 'LZWDecode' || name === 'LZW' || name === 'Crypt');
	return wrong ? ['press-object', `A stream is packed by ${wrong}`] : undefined;
}
