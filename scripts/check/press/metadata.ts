import { type PDFContext, type PDFDict, PDFRawStream } from '@cantoo/pdf-lib';
import { contentOf } from '../../pdf/stream-content.ts';
import type { Findings } from './findings.ts';
import { dictOf, entry, nameOf, textOf } from './objects.ts';
import { readXmp, type Xmp, xmpKey } from './xmp.ts';

const pdfx = xmpKey('http://www.npes.org/pdfx/ns/id/', 'GTS_PDFXVersion');
const pdf = 'http://ns.adobe.com/pdf/1.3/';
const basic = 'http://ns.adobe.com/xap/1.0/';
const media = 'http://ns.adobe.com/xap/1.0/mm/';
const dublinCore = 'http://purl.org/dc/elements/1.1/';

/** What an XMP packet of PDF/X-4 says (ISO 15930-7), apart from version and trapping. */
const required: readonly (readonly [namespace: string, name: string])[] = [
	[dublinCore, 'title'],
	[basic, 'CreateDate'],
	[basic, 'ModifyDate'],
	[basic, 'MetadataDate'],
	[media, 'DocumentID'],
	[media, 'VersionID'],
	[media, 'RenditionClass'],
];

/** Entries of the information dictionary that say the same as a property (ISO 16684-2 and ISO 32000-1, 14.3). */
const twins: readonly (readonly [key: string, namespace: string, name: string])[] = [
	['Title', dublinCore, 'title'],
	['CreationDate', basic, 'CreateDate'],
	['ModDate', basic, 'ModifyDate'],
	['Producer', pdf, 'Producer'],
	['Creator', basic, 'CreatorTool'],
];

/** Looks at what the file says of itself as XMP, and whether the information dictionary says the same. */
export function checkMetadata(catalog: PDFDict, context: PDFContext, findings: Findings): void {
	const xmp = xmpOf(catalog, findings);
	if (!xmp) return;
	const version = xmp.get(pdfx);
	if (version !== 'PDF/X-4')
		findings.add('press-identity', `The XMP metadata say ${version ?? 'nothing'} of PDF/X, not PDF/X-4`);
	for (const [namespace, name] of required) {
		if (!xmp.get(xmpKey(namespace, name))) findings.add('press-metadata', `The XMP metadata lack ${name}`);
	}
	const info = dictOf(context.lookup(context.trailerInfo.Info));
	for (const [key, namespace, name] of twins) {
		const [said, meant] = [textOf(entry(info, key)), xmp.get(xmpKey(namespace, name))];
		if (said === undefined || meant === undefined || comparable(said) === comparable(meant)) continue;
		findings.add('press-metadata', `${key} is "${said}", and the XMP metadata say "${meant}"`);
	}
	checkTrapped(xmp.get(xmpKey(pdf, 'Trapped')), nameOf(entry(info, 'Trapped')), findings);
}

/** A printer must know whether the colours have been trapped; `Unknown` is no answer. */
function checkTrapped(meant: string | undefined, said: string | undefined, findings: Findings): void {
	if (meant !== 'True' && meant !== 'False')
		findings.add('press-trapped', `Trapped is ${meant ?? 'missing'}, not True or False`);
	else if (said !== undefined && said !== meant)
		findings.add('press-trapped', `Trapped is ${said}, and the XMP metadata say ${meant}`);
}

function xmpOf(catalog: PDFDict, findings: Findings): Xmp | undefined {
	const stream = entry(catalog, 'Metadata');
	try {
		if (stream instanceof PDFRawStream) return readXmp(contentOf(stream));
		findings.add('press-metadata', 'The file has no XMP metadata');
	} catch {
		findings.add('press-metadata', 'The XMP metadata are no well-formed XML');
	}
	return undefined;
}

/** Dates are written in two ways (ISO 32000-1, 7.9.4; ISO 8601), and may be given in any time zone. */
function comparable(text: string): string {
	const pdfDate = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:([+-]\d\d)'?(\d\d)'?|Z.*)?$/.exec(text);
	if (pdfDate) {
		const [, year, month, day, hours, minutes, seconds, offset, rest] = pdfDate;
		const zone = offset ? `${offset}:${rest}` : 'Z';
		return String(Date.parse(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}${zone}`));
	}
	const isDate = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text);
	return isDate ? String(Math.floor(Date.parse(text) / 1000) * 1000) : text;
}
