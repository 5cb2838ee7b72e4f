import { createHash } from 'node:crypto';
import { type PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import type { Edition, OtherTitle } from '../model/index.ts';
import type { FileKind } from './document-properties.ts';

export const creator = 'Diglot';
export const producer = 'Diglot (Chromium, pdf-lib)';

/** The title with its subtitle. */
export function fullTitle({ title, subtitle }: Pick<OtherTitle, 'title' | 'subtitle'>): string {
	return subtitle ? `${title}: ${subtitle}` : title;
}

/** Subjects, in both languages of an edition in two. */
export function keywordsOf({ subjects, second }: Edition['metadata']): readonly string[] {
	return [...subjects, ...(second?.subjects ?? [])];
}

/** Fills the information dictionary (ISO 32000-1, 14.3.3) and what a reader's window shows. */
export function setMetadata(pdf: PDFDocument, edition: Edition, kind: FileKind = 'screen'): void {
	const { metadata, languages, layout } = edition;
	pdf.setTitle(fullTitle(metadata), { showInWindowTitleBar: true });
	pdf.setAuthor(metadata.creators.map((creator) => creator.name).join('; '));
	if (metadata.description) pdf.setSubject(metadata.description);
	pdf.setKeywords([...keywordsOf(metadata)]);
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
	if (kind !== 'print' && kind !== 'cover') {
		pdf.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
		// Page 1 is a recto (ISO 32000-1, 7.7.2), so a text stands beside its translation.
		if (layout === 'facing') pdf.catalog.set(PDFName.of('PageLayout'), PDFName.of('TwoPageRight'));
	}
}
