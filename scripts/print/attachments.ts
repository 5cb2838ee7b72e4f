import { createHash } from 'node:crypto';
import { type PDFDocument, PDFHexString, PDFName, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import type { SourceText } from '../model/index.ts';

/** RFC 7763 and RFC 9512. */
const mediaTypes: Readonly<Record<string, string>> = { md: 'text/markdown', yaml: 'application/yaml' };

/**
 * Embeds texts as the sources of the file (ISO 19005-3, 6.8; ISO 32000-1, 7.11.4): under their
 * paths, in the order of these, and associated with the document.
 * @param modified the moment that each of them shows
 */
export function attach(pdf: PDFDocument, sources: readonly SourceText[], modified: Date): void {
	const { catalog, context } = pdf;
	const date = PDFString.fromDate(modified);
	// Names of several parts are refused by programs that take files out: their folders are told in the description.
	const files = [...sources]
		.sort((a, b) => (a.file < b.file ? -1 : 1))
		.map(({ file, text }): readonly [path: PDFHexString, specification: PDFRef] => {
			const bytes = Buffer.from(text);
			const stream = context.flateStream(bytes, {
				Type: 'EmbeddedFile',
				Subtype: mediaTypes[file.split('.').at(-1) ?? ''] ?? 'text/plain',
				Params: {
					Size: bytes.length,
					ModDate: date,
					// What the standard asks for: a checksum, no seal (table 46).
					CheckSum: PDFHexString.of(createHash('md5').update(bytes).digest('hex')),
				},
			});
			const embedded = context.register(stream);
			const path = PDFHexString.fromText(file);
			const name = PDFHexString.fromText(file.replaceAll('/', '__'));
			const specification = context.obj({
				Type: 'Filespec',
				F: name,
				UF: name,
				Desc: path,
				AFRelationship: 'Source',
				EF: { F: embedded, UF: embedded },
			});
			return [path, context.register(specification)];
		});
	const names = context.register(context.obj({ Names: context.obj(files.flat()) }));
	catalog.set(PDFName.of('Names'), context.obj({ EmbeddedFiles: names }));
	catalog.set(PDFName.of('AF'), context.obj(files.map(([, specification]) => specification)));
}
