import { createHash } from 'node:crypto';
import { type PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import type { Edition } from '../model/index.ts';
import type { FileKind } from './document-properties.ts';

export const creator = 'Diglot';
export const producer = 'Diglot (Chromium, pdf-lib)';

/** The title with its subtitle. */
export function fullTitle({ title, subtitle }: Edition['metadata']): string {
	return subtitle ? `${title}: ${subtitle}` : title;
}

/** Fills the information dictionary (ISO 32000-1, 14.3.3) and what a reader's window shows. */
export function setMetadata(pdf: PDFDocument, edition: Edition, kind: FileKind = 'screen'): void {
	const { metadata, languages } = edition;
	pdf.setTitle(fullTitle(metadata), { showInWindowTitleBar: true });
	pdf.setAuthor(metadata.creators.map((creator) => creator.name).join('; '));
	if (metadata.description) pdf.setSubject(metadata.description);
	pdf.setKeywords([...metadata.subjects]);
	pdf.setCreator(creator);
	pdf.setProducer(producer);
	pdf.setCreationDate(metadata.modified);
	pdf.setModificationDate(metadata.modified);
	pdf.setLanguage(languages[0] ?? 'und');
	// The file's identity follows from what it is, not from when it was made.
	const name = [metadata.identifier, metadata.modified.toISOString(), ...(kind === 'screen' ? [] : [kind])];
	const id = createHash('md5').update(name.join(' ')).digest('hex');
	const half = PDFHexString.of(id);
	pdf.context.trailerInfo.ID = pdf.context.obj([half, half]);
	if (kind !== 'print' && kind !== 'cover')
		pdf.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}
