import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { textOf } from '../../../scripts/check/press/objects.ts';

export { dictAt, dictOf, entry, itemsOf, nameOf, textOf } from '../../../scripts/check/press/objects.ts';

/** An entry as a whole number. */
export function numberAt(dict: PDFDict | undefined, key: string): number | undefined {
	const value = dict?.lookup(PDFName.of(key));
	return value instanceof PDFNumber ? value.asNumber() : undefined;
}

export function textAt(dict: PDFDict | undefined, key: string): string {
	return textOf(dict?.lookup(PDFName.of(key))) ?? '';
}

/** A value as a list: an array's items, or the value alone. */
export function listAt(dict: PDFDict, key: string): readonly PDFObject[] {
	const value = dict.lookup(PDFName.of(key));
	if (!(value instanceof PDFArray)) return value ? [value] : [];
	return Array.from({ length: value.size() }, (_, index) => value.lookup(index)).filter(
		(one) => one !== undefined,
	);
}

/** A number tree (ISO 32000-1, 7.9.7) as a map. */
export function numberTree(
	node: PDFDict | undefined,
	found = new Map<number, PDFObject>(),
): Map<number, PDFObject> {
	if (!node) return found;
	const numbers = listAt(node, 'Nums');
	for (let at = 0; at + 1 < numbers.length; at += 2) {
		const [key, value] = [numbers[at], numbers[at + 1]];
		if (key instanceof PDFNumber && value) found.set(key.asNumber(), value);
	}
	for (const kid of listAt(node, 'Kids')) if (kid instanceof PDFDict) numberTree(kid, found);
	return found;
}

export function isStream(object: PDFObject | undefined): object is PDFRawStream {
	return object instanceof PDFRawStream;
}
