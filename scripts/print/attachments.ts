import { createHash } from 'node:crypto';
import { type PDFDocument, PDFHexString, PDFName, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import type { SourceText } from '../model/index.ts';

/** RFC 7763 and RFC 9512. */
const mediaTypes: Readonly<Record<string, string>> = { md: 'text/markdown', yaml: 'application/yaml' };

/**
 * Embeds texts as the sources of the file (ISO 19005-3, 6.8; ISO 32000-1, 7.11.4): by name, in the order of their
 * names, and associated with the document.
 * @param modified the moment that each of them shows
 */
export function attach(pdf: PDFDocument, sources: readonly SourceText[], modified: Date): void {
	const { catalog, context } = pdf;
	const date = PDFString.fromDate(modified);
	const files = [...sources]
		.sort((a, b) => (a.file < b.file ? -1 : 1))
		.map(({ file, text }): readonly [name: PDFHexString, specification: PDFRef] => {
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
			const name = PDFHexString.fromText(file);
			const specification = context.obj({
				Type: 'Filespec',
				F: name,
				UF: name,
				AFRelationship: 'Source',
				EF: { F: embedded, UF: embedded },
			});
			return [name, context.register(specification)];
		});
	const names = context.register(context.obj({ Names: context.obj(files.flat()) }));
	catalog.set(PDFName.of('Names'), context.obj({ EmbeddedFiles: names }));
	catalog.set(PDFName.of('AF'), context.obj(files.map(([, specification]) => specification)));
}
