import type { PDFContext, PDFDict } from '@cantoo/pdf-lib';
import type { Findings } from './findings.ts';
import { entry, itemsOf, textOf } from './objects.ts';

/** The latest version that PDF/X-4 builds on (ISO 15930-7:2010). */
const latest = 1.6;

/** The version in the head of a file (ISO 32000-1, 7.5.2) and the one in its catalogue, which replaces it (7.7.2). */
export function checkVersion(bytes: Uint8Array, catalog: PDFDict, findings: Findings): void {
	const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
	const [, version = ''] = /^%PDF-(\d\.\d)[\r\n]/.exec(head) ?? [];
	const later = textOf(entry(catalog, 'Version')) ?? version;
	if (version === '' || Number(version) > latest || Number(later) > latest)
		findings.add(
			'press-version',
			`The file is PDF ${later || 'of no version'}, not PDF ${latest} or earlier`,
		);
}

/** The identifier of the file: two strings (ISO 32000-1, 14.4). */
export function checkFileId({ trailerInfo }: PDFContext, findings: Findings): void {
	const halves = trailerInfo.ID ? itemsOf(trailerInfo.ID) : [];
	if (halves.length !== 2 || halves.some((half) => !textOf(half)))
		findings.add('press-file-id', 'The file has no identifier');
}
