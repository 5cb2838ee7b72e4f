import { PDFDict, type PDFDocument, PDFName } from '@cantoo/pdf-lib';

const fontFiles = ['FontFile', 'FontFile2', 'FontFile3'];

/**
 * Every font must be embedded (ISO 32000-1, 9.9), none be Type 3, which printers refuse, and none come from the
 * machine: `own` are the PostScript names of the book's faces.
 */
export function checkFonts(pdf: PDFDocument, own: ReadonlySet<string>): readonly string[] {
	const faults = new Set<string>();
	for (const [, object] of pdf.context.enumerateIndirectObjects()) {
		if (!(object instanceof PDFDict)) continue;
		const type = nameOf(object, 'Type');
		if (type === 'Font' && nameOf(object, 'Subtype') === 'Type3') faults.add('A font is of Type 3.');
		const base = type === 'Font' ? nameOf(object, 'BaseFont')?.replace(/^[A-Z]{6}\+/, '') : undefined;
		if (base !== undefined && !own.has(base)) faults.add(`The font ${base} is none of the book's.`);
		if (type === 'Font' && lacksDescriptor(object)) faults.add(notEmbedded(nameOf(object, 'BaseFont')));
		if (type === 'FontDescriptor' && !fontFiles.some((key) => object.has(PDFName.of(key)))) {
			faults.add(notEmbedded(nameOf(object, 'FontName')));
		}
	}
	return [...faults];
}

/** A standard font has no descriptor: the reader's program is to bring it. A composite one has its descendant's. */
function lacksDescriptor(font: PDFDict): boolean {
	const type = nameOf(font, 'Subtype');
	return type !== 'Type3' && type !== 'Type0' && !font.has(PDFName.of('FontDescriptor'));
}

function notEmbedded(name: string | undefined): string {
	return `The font ${name ?? 'without a name'} is not embedded.`;
}

function nameOf(dict: PDFDict, key: string): string | undefined {
	const value = dict.get(PDFName.of(key));
	return value instanceof PDFName ? value.decodeText() : undefined;
}
