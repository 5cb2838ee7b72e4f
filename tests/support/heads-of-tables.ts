import {
	PDFArray,
	PDFDict,
	PDFDocument,
	PDFHexString,
	PDFName,
	type PDFObject,
	PDFRef,
	PDFString,
} from '@cantoo/pdf-lib';

/** Each cell that names its heads (ISO 32000-1, table 349), with the places of those heads in the structure tree. */
export async function headsOfTables(bytes: Uint8Array): Promise<readonly string[]> {
	const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
	const root = pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
	const elements: PDFRef[] = [];
	const walk = (object: PDFObject | undefined): void => {
		const found = object && pdf.context.lookup(object);
		if (found instanceof PDFArray) for (const kid of found.asArray()) walk(kid);
		if (!(found instanceof PDFDict) || !(object instanceof PDFRef)) return;
		elements.push(object);
		walk(found.get(PDFName.of('K')));
	};
	walk(root.get(PDFName.of('K')));
	const named = new Map<string, number>();
	const ids = root.lookupMaybe(PDFName.of('IDTree'), PDFDict);
	for (const [id, ref] of ids ? leavesOf(ids) : []) {
		named.set(id, elements.indexOf(ref));
	}
	return elements.flatMap((ref, place) => {
		const element = pdf.context.lookup(ref, PDFDict);
		const attributes = element.lookup(PDFName.of('A'));
		const all = attributes instanceof PDFArray ? attributes.asArray() : [attributes];
		return all.flatMap((one) => {
			const dict = one && pdf.context.lookup(one);
			const heads = dict instanceof PDFDict ? dict.lookup(PDFName.of('Headers')) : undefined;
			if (!(heads instanceof PDFArray)) return [];
			const places = heads.asArray().map((head) => named.get(textOf(head)) ?? 'none');
			return [`${element.get(PDFName.of('S'))} ${place}: ${places.join(' ')}`];
		});
	});
}

function leavesOf(tree: PDFDict): [string, PDFRef][] {
	const found: [string, PDFRef][] = [];
	const names = tree.lookupMaybe(PDFName.of('Names'), PDFArray)?.asArray() ?? [];
	for (let at = 0; at < names.length; at += 2) {
		const [key, ref] = [names[at], names[at + 1]];
		if (ref instanceof PDFRef) found.push([textOf(key), ref]);
	}
	for (const kid of tree.lookupMaybe(PDFName.of('Kids'), PDFArray)?.asArray() ?? []) {
		found.push(...leavesOf(tree.context.lookup(kid, PDFDict)));
	}
	return found;
}

function textOf(object: PDFObject | undefined): string {
	return object instanceof PDFString || object instanceof PDFHexString
		? Buffer.from(object.asBytes()).toString('latin1')
		: '';
}
