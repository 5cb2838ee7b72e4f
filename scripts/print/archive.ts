import { type PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { Archive } from '../model/index.ts';
import { attach } from './attachments.ts';
import { srgbProfile } from './srgb-profile.ts';

/**
 * Makes of the file of a screen edition one that holds to PDF/A as well (ISO 19005-2 or -3, level A): says what its
 * colours mean, and in PDF/A-3 attaches the sources that it was made from.
 * @param modified the moment that each source shows
 */
export function setArchive(pdf: PDFDocument, { sources }: Archive, modified: Date): void {
	setIntent(pdf);
	if (sources.length > 0) attach(pdf, sources, modified);
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
