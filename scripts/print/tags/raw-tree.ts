import {
	PDFArray,
	PDFDict,
	type PDFDocument,
	PDFHexString,
	PDFName,
	PDFNumber,
	PDFRef,
	PDFString,
} from '@cantoo/pdf-lib';
import { type Mark, readMark } from './marks.ts';

/** An element as the browser tags it (ISO 32000-1, 14.7.2). */
export interface RawTag {
	/** The page that it stands on, where it names one (14.7.2). */
	readonly page?: PDFRef;
	/** Structure type without its slash. */
	readonly type: string;
	readonly mark: Mark;
	readonly alt?: string;
	/** Attributes by name, of all owners (14.7.5). */
	readonly attributes: Readonly<Record<string, string | number>>;
	readonly kids: readonly RawKid[];
}

/** An element, a run of marked content by its number, or an annotation. */
export type RawKid =
	| RawTag
	| { readonly mcid: number; readonly page?: PDFRef }
	| { readonly annotation: PDFRef };

/** Looked up once: a book has tens of thousands of elements. */
const keys = {
	A: PDFName.of('A'),
	Alt: PDFName.of('Alt'),
	K: PDFName.of('K'),
	Lang: PDFName.of('Lang'),
	MCID: PDFName.of('MCID'),
	Obj: PDFName.of('Obj'),
	Pg: PDFName.of('Pg'),
	S: PDFName.of('S'),
	StructTreeRoot: PDFName.of('StructTreeRoot'),
};

/** The elements right below the document's own. */
export function readRawTags(pdf: PDFDocument): readonly RawTag[] {
	const root = pdf.catalog.lookupMaybe(keys.StructTreeRoot, PDFDict);
	const document = root?.lookup(keys.K);
	if (!(document instanceof PDFDict)) return [];
	return readKids(document).filter((kid) => 'type' in kid);
}

function readTag(element: PDFDict): RawTag {
	const alt = textOf(element.lookup(keys.Alt));
	const page = element.get(keys.Pg);
	return {
		...(page instanceof PDFRef ? { page } : {}),
		type: nameOf(element.lookup(keys.S)) ?? '',
		mark: readMark(textOf(element.lookup(keys.Lang))),
		...(alt === undefined ? {} : { alt }),
		attributes: readAttributes(element.lookup(keys.A)),
		kids: readKids(element),
	};
}

function readKids(element: PDFDict): readonly RawKid[] {
	const found = element.lookup(keys.K);
	const kids = found instanceof PDFArray ? found.asArray() : found ? [found] : [];
	return kids.flatMap((kid): RawKid[] => {
		const object = kid instanceof PDFRef ? element.context.lookup(kid) : kid;
		if (object instanceof PDFNumber) return [{ mcid: object.asNumber() }];
		if (!(object instanceof PDFDict)) return [];
		if (object.has(keys.S)) return [readTag(object)];
		const mcid = object.lookup(keys.MCID);
		const page = object.get(keys.Pg);
		if (mcid instanceof PDFNumber)
			return [{ mcid: mcid.asNumber(), ...(page instanceof PDFRef ? { page } : {}) }];
		const annotation = object.get(keys.Obj);
		return annotation instanceof PDFRef ? [{ annotation }] : [];
	});
}

function readAttributes(found: unknown): Readonly<Record<string, string | number>> {
	const owners = found instanceof PDFArray ? found.asArray().map((_, index) => found.lookup(index)) : [found];
	const attributes: Record<string, string | number> = {};
	for (const owner of owners) {
		if (!(owner instanceof PDFDict)) continue;
		for (const [key, value] of owner.entries()) {
			if (value instanceof PDFNumber) attributes[key.decodeText()] = value.asNumber();
			else if (value instanceof PDFName) attributes[key.decodeText()] = value.decodeText();
		}
	}
	return attributes;
}

function textOf(object: unknown): string | undefined {
	return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined;
}

function nameOf(object: unknown): string | undefined {
	return object instanceof PDFName ? object.decodeText() : undefined;
}
