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
import { hole } from './holes.ts';

/** The structure tree of one printed PDF (ISO 32000-1, 14.7). */
export interface Structure {
	/** The element of the document, in place of which the book has its own. */
	readonly document: PDFRef | undefined;
	/** The elements right below it. */
	readonly roots: readonly PDFRef[];
	/** Elements that have an identifier, in order. */
	readonly named: readonly PDFRef[];
	/** A hole for a string that is such an identifier: the browser's own are not the same from print to print. */
	readonly nameHole: (text: Uint8Array) => string | undefined;
	/** The elements that own the marked content of a page, by its number. */
	readonly parentsOf: (page: PDFDict) => readonly (PDFRef | null)[];
	readonly parentOfAnnotation: (annotation: PDFDict) => PDFRef | undefined;
}

export function readStructure(pdf: PDFDocument): Structure {
	const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
	const top = root?.get(PDFName.of('K'));
	const document = top instanceof PDFRef ? top : undefined;
	const roots = document ? kidsOf(pdf.context.lookup(document, PDFDict)) : [];
	const parents = readNumbers(root?.lookupMaybe(PDFName.of('ParentTree'), PDFDict));
	const named = findNamed(pdf, roots);
	const numbers = new Map([...named.keys()].map((id, index) => [id, index]));
	return {
		document,
		roots,
		named: [...named.values()],
		nameHole: (text) => {
			const number = numbers.get(Buffer.from(text).toString('latin1'));
			return number === undefined ? undefined : hole('name', number);
		},
		parentsOf: (page) => {
			const key = page.lookupMaybe(PDFName.of('StructParents'), PDFNumber)?.asNumber();
			const list = key === undefined ? undefined : parents.get(key);
			const array = list && pdf.context.lookup(list);
			return array instanceof PDFArray
				? array.asArray().map((one) => (one instanceof PDFRef ? one : null))
				: [];
		},
		parentOfAnnotation: (annotation) => {
			const key = annotation.lookupMaybe(PDFName.of('StructParent'), PDFNumber)?.asNumber();
			return key === undefined ? undefined : parents.get(key);
		},
	};
}

function kidsOf(element: PDFDict): readonly PDFRef[] {
	const kids = element.lookup(PDFName.of('K'));
	if (kids instanceof PDFArray) return kids.asArray().filter((one) => one instanceof PDFRef);
	const only = element.get(PDFName.of('K'));
	return only instanceof PDFRef ? [only] : [];
}

/** A number tree without levels, as the browser writes it (7.9.7). */
function readNumbers(tree: PDFDict | undefined): ReadonlyMap<number, PDFRef> {
	const numbers = new Map<number, PDFRef>();
	const flat = tree?.lookupMaybe(PDFName.of('Nums'), PDFArray)?.asArray() ?? [];
	for (let index = 0; index < flat.length; index += 2) {
		const [key, value] = [flat[index], flat[index + 1]];
		if (key instanceof PDFNumber && value instanceof PDFRef) numbers.set(key.asNumber(), value);
	}
	for (const kid of tree?.lookupMaybe(PDFName.of('Kids'), PDFArray)?.asArray() ?? []) {
		const below = tree?.context.lookup(kid);
		if (below instanceof PDFDict) for (const [key, value] of readNumbers(below)) numbers.set(key, value);
	}
	return numbers;
}

function findNamed(pdf: PDFDocument, roots: readonly PDFRef[]): ReadonlyMap<string, PDFRef> {
	const named = new Map<string, PDFRef>();
	const open = [...roots].reverse();
	for (let ref = open.pop(); ref; ref = open.pop()) {
		const element = pdf.context.lookup(ref);
		if (!(element instanceof PDFDict)) continue;
		const id = element.lookup(PDFName.of('ID'));
		if (id instanceof PDFString || id instanceof PDFHexString) {
			named.set(Buffer.from(id.asBytes()).toString('latin1'), ref);
		}
		open.push(...[...kidsOf(element)].reverse());
	}
	return named;
}
