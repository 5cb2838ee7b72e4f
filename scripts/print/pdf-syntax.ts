import {
	PDFArray,
	PDFBool,
	PDFDict,
	PDFHexString,
	PDFName,
	PDFNull,
	PDFNumber,
	type PDFObject,
	PDFRef,
	PDFString,
} from '@cantoo/pdf-lib';

/** Says what stands for a reference, or for a string that another object is known by. */
export interface Replace {
	readonly ref: (ref: PDFRef) => string;
	readonly string?: (bytes: Uint8Array) => string | undefined;
}

/**
 * Writes an object in PDF syntax (ISO 32000-1, 7.3), shorter than by hand: strings in hex, names without `@`.
 */
export function writeObject(object: PDFObject, replace: Replace): string {
	if (object instanceof PDFRef) return replace.ref(object);
	if (object instanceof PDFName) return writeName(object);
	if (object instanceof PDFNumber) return writeNumber(object.asNumber());
	if (object instanceof PDFString || object instanceof PDFHexString) {
		const bytes = object.asBytes();
		return replace.string?.(bytes) ?? writeString(bytes);
	}
	if (object instanceof PDFArray) {
		return `[${object
			.asArray()
			.map((one) => writeObject(one, replace))
			.join(' ')}]`;
	}
	if (object instanceof PDFDict) return `<<${writeEntries(object, replace)}>>`;
	if (object instanceof PDFBool || object === PDFNull) return object.toString();
	throw new Error(`An object of the kind ${object.constructor.name} cannot stand inside another.`);
}

/** The entries of a dictionary without its brackets, and without some, named as they are written: `/Length`. */
export function writeEntries(dict: PDFDict, replace: Replace, without: ReadonlySet<string> = none): string {
	let text = '';
	for (const [key, value] of dict.entries()) {
		const name = writeName(key);
		if (!without.has(name)) text += `${name} ${writeObject(value, replace)} `;
	}
	return text.trimEnd();
}

const none: ReadonlySet<string> = new Set();

/** A name (7.3.5) as it stands in a file. */
export function writeName(name: PDFName): string {
	return name.toString().replaceAll('@', '#40');
}

/** A string in hexadecimal (7.3.4.3). */
export function writeString(bytes: Uint8Array): string {
	return `<${Buffer.from(bytes).toString('hex')}>`;
}

/** A text string: ASCII as it is, all else in UTF-16 with a byte order mark (7.9.2.2). */
export function writeText(text: string): string {
	if (/^[\x20-\x7e]*$/.test(text)) return writeString(Buffer.from(text, 'latin1'));
	return writeString(Buffer.from(`\ufeff${text}`, 'utf16le').swap16());
}

/** A number (7.3.3) with nine significant digits, as many as the browser writes, and without an exponent. */
export function writeNumber(value: number): string {
	if (Number.isInteger(value)) return String(value);
	const text = String(Number(value.toPrecision(9)));
	return text.includes('e') ? String(Number(value.toFixed(6))) : text;
}
