import { PDFArray, PDFDict, type PDFDocument, PDFName } from '@cantoo/pdf-lib';

/** Every link inside the document must lead to a destination that it has (ISO 32000-1, 12.3.2). */
export function checkLinks(pdf: PDFDocument): readonly string[] {
	const known = pdf.catalog.lookup(PDFName.of('Dests'));
	const destinations =
		known instanceof PDFDict ? new Set(known.keys().map((key) => key.decodeText())) : new Set();
	const faults = new Set<string>();
	for (const page of pdf.getPages()) {
		for (const name of targets(page.node.Annots(), pdf)) {
			if (!destinations.has(name)) faults.add(`A link leads to "${name}", which is not in the document.`);
		}
	}
	return [...faults];
}

function targets(annotations: PDFArray | undefined, pdf: PDFDocument): readonly string[] {
	const links = annotations instanceof PDFArray ? annotations.asArray() : [];
	return links.flatMap((reference) => {
		const link = pdf.context.lookup(reference);
		if (!(link instanceof PDFDict)) return [];
		// A link has a destination or an action that has one (12.5.6.5).
		const action = link.lookup(PDFName.of('A'));
		const target = link.get(PDFName.of('Dest')) ?? (action instanceof PDFDict && action.get(PDFName.of('D')));
		return target instanceof PDFName ? [target.decodeText()] : [];
	});
}
