import { PDFDict, PDFDocument, PDFName, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import type { OutlinePages } from './outline.ts';
import { writeEntries, writeObject, writeString } from './pdf-syntax.ts';
import type { PdfWriter } from './pdf-writer.ts';

export interface ShellPages {
	/** Number of the first page's object; the others follow. */
	readonly first: number;
	readonly count: number;
	/** In pt. */
	readonly height: number;
}

/** Entries of the catalogue in PDF syntax, and of the dictionary of name trees in it. */
export interface ShellEntries {
	readonly catalog: string;
	readonly names?: string;
}

/**
 * Adds what belongs to the file as a whole and not to a page: `finish` fills a document that has no pages, whose
 * catalogue and information dictionary become the file's.
 */
export async function addShell(
	writer: PdfWriter,
	{ catalog, names = '' }: ShellEntries,
	pages: ShellPages,
	finish: (shell: PDFDocument, pages: OutlinePages) => void,
) {
	const shell = await PDFDocument.create({ updateMetadata: false });
	const tree = shell.catalog.get(PDFName.of('Pages'));
	const refs = Array.from({ length: pages.count }, () => shell.context.nextRef());
	finish(shell, { refs, height: pages.height });
	const numbers = new Map<PDFRef, number>(refs.map((ref, index) => [ref, pages.first + index]));
	const objects = shell.context.enumerateIndirectObjects().filter(([ref]) => ref !== tree);
	for (const [ref] of objects) numbers.set(ref, writer.reserve());
	const replace = { ref: (ref: PDFRef) => `${numbers.get(ref) ?? 0} 0 R` };
	const { Root, Info, ID } = shell.context.trailerInfo;
	const named = shell.catalog.lookupMaybe(PDFName.of('Names'), PDFDict);
	const trees = [names, named ? writeEntries(named, replace) : ''].filter((text) => text !== '').join(' ');
	for (const [ref, object] of objects) {
		const number = numbers.get(ref) ?? 0;
		if (object === shell.catalog) {
			const own = writeEntries(shell.catalog, replace, new Set(['/Pages', '/Names']));
			writer.object(number, `<<${own} ${catalog}${trees && ` /Names <<${trees}>>`}>>`);
		} else if (object instanceof PDFRawStream) {
			writer.stream(number, writeEntries(object.dict, replace, new Set(['/Length'])), object.contents);
		} else writer.object(number, writeObject(object, replace));
	}
	const numberOf = (ref: unknown) => numbers.get(ref as PDFRef) ?? 0;
	return {
		root: numberOf(Root),
		info: numberOf(Info),
		id: ID
			? writeObject(ID, replace)
			: `[${writeString(new Uint8Array(16))} ${writeString(new Uint8Array(16))}]`,
	};
}
