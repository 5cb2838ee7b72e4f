import { createHash } from 'node:crypto';
import { type PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { Archive, Edition } from '../model/index.ts';
import { archiveProperties } from './archive-xmp.ts';
import { attach } from './attachments.ts';
import { srgbProfile } from './srgb-profile.ts';
import { writeXmp } from './xmp.ts';

/**
 * Makes of a file that holds a screen edition one that holds to PDF/A (ISO 19005-2 or -3, level A) as well: metadata
 * that says so, what its colours mean, and in PDF/A-3 the sources that it was made from. Comes after `setMetadata`.
 */
export function setArchive(pdf: PDFDocument, edition: Edition, { level, sources }: Archive): void {
	const { metadata } = edition;
	const facts = {
		title: pdf.getTitle() ?? '',
		authors: metadata.creators.map((creator) => creator.name),
		...(metadata.description ? { subject: metadata.description } : {}),
		keywords: pdf.getKeywords() ?? '',
		creator: pdf.getCreator() ?? '',
		producer: pdf.getProducer() ?? '',
		date: metadata.modified,
		languages: edition.languages,
	};
	const { catalog, context } = pdf;
	// Uncompressed, so that programs find it which know no PDF.
	const packet = context.stream(writeXmp(archiveProperties(facts, level)), {
		Type: 'Metadata',
		Subtype: 'XML',
	});
	catalog.set(PDFName.of('Metadata'), context.register(packet));
	setIntent(pdf);
	if (sources.length > 0) attach(pdf, sources, metadata.modified);
	// The screen edition beside it is another file.
	const half = PDFHexString.of(
		createHash('md5')
			.update(`${level} ${metadata.identifier} ${metadata.modified.toISOString()}`)
			.digest('hex'),
	);
	context.trailerInfo.ID = context.obj([half, half]);
}

/** Browsers write device colours and mean sRGB (ISO 19005-2, 6.2.3). */
function setIntent({ catalog, context }: PDFDocument): void {
	const profile = context.register(context.flateStream(srgbProfile(), { N: 3, Alternate: 'DeviceRGB' }));
	const name = PDFString.of('sRGB IEC61966-2.1');
	const intent = context.register(
		context.obj({
			Type: 'OutputIntent',
			S: 'GTS_PDFA1',
			OutputConditionIdentifier: name,
			Info: name,
			RegistryName: PDFString.of('http://www.color.org'),
			DestOutputProfile: profile,
		}),
	);
	catalog.set(PDFName.of('OutputIntents'), context.obj([intent]));
}
