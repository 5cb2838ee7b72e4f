import {
	PDFArray,
	PDFBool,
	PDFDict,
	PDFHexString,
	PDFName,
	PDFNumber,
	type PDFObject,
	PDFRawStream,
	PDFString,
} from '@cantoo/pdf-lib';

/** The dictionary that an object is, or that its stream has. */
export function dictOf(object: PDFObject | undefined): PDFDict | undefined {
	if (object instanceof PDFDict) return object;
	return object instanceof PDFRawStream ? object.dict : undefined;
}

/** An entry of a dictionary, followed where it leads. */
export function entry(dict: PDFDict | undefined, key: string): PDFObject | undefined {
	const value = dict?.get(PDFName.of(key));
	return value && dict?.context.lookup(value);
}

export function dictAt(dict: PDFDict | undefined, key: string): PDFDict | undefined {
	return dictOf(entry(dict, key));
}

/** An entry that is a number. */
export function numberAt(dict: PDFDict | undefined, key: string): number | undefined {
	const value = entry(dict, key);
	return value instanceof PDFNumber ? value.asNumber() : undefined;
}

/** Items of an array, followed where they lead; none where it is no array. */
export function itemsOf(object: PDFObject | undefined): readonly (PDFObject | undefined)[] {
	if (!(object instanceof PDFArray)) return [];
	return Array.from({ length: object.size() }, (_, index) => object.lookup(index));
}

/** The numbers of an array; none where it holds anything else. */
export function numbersOf(object: PDFObject | undefined): readonly number[] {
	const items = itemsOf(object);
	const numbers = items.flatMap((item) => (item instanceof PDFNumber ? [item.asNumber()] : []));
	return numbers.length === items.length ? numbers : [];
}

/** The name without its slash. */
export function nameOf(object: PDFObject | undefined): string | undefined {
	return object instanceof PDFName ? object.decodeText() : undefined;
}

/** A text string, a name or a boolean as text. */
export function textOf(object: PDFObject | undefined): string | undefined {
	if (object instanceof PDFString || object instanceof PDFHexString) return object.decodeText();
	return object instanceof PDFBool ? String(object.asBoolean()) : nameOf(object);
}
