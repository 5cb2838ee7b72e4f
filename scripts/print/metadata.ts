import { createHash } from 'node:crypto';
import { type PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import type { Edition } from '../model/index.ts';
import { authorsOf, creatorTool, fullTitle, producer } from './document-xmp.ts';

/** Fills the information dictionary (ISO 32000-1, 14.3.3) and what a reader's window shows. */
export function setMetadata(pdf: PDFDocument, edition: Edition): void {
	const { metadata, languages } = edition;
	pdf.setTitle(fullTitle(edition), { showInWindowTitleBar: true });
	pdf.setAuthor(authorsOf(edition));
	if (metadata.description) pdf.setSubject(metadata.description);
	pdf.setKeywords([...metadata.subjects]);
	pdf.setCreator(creatorTool);
	pdf.setProducer(producer);
	pdf.setCreationDate(metadata.modified);
	pdf.setModificationDate(metadata.modified);
	pdf.setLanguage(languages[0] ?? 'und');
	// The file's identity follows from what it is, not from when it was made.
	const id = createHash('md5')
		.update(`${metadata.identifier} ${metadata.modified.toISOString()}`)
		.digest('hex');
	const half = PDFHexString.of(id);
	pdf.context.trailerInfo.ID = pdf.context.obj([half, half]);
	pdf.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}
