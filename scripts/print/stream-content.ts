import { inflateSync } from 'node:zlib';
import { decodePDFRawStream, PDFName, type PDFRawStream } from '@cantoo/pdf-lib';

/** What a stream holds; by zlib where nothing but it is needed, for that is many times faster. */
export function contentOf(stream: PDFRawStream): Uint8Array {
	return isDeflated(stream) ? inflateSync(stream.contents) : decodePDFRawStream(stream).decode();
}

export function isDeflated({ dict }: PDFRawStream): boolean {
	return dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode') && !dict.has(PDFName.of('DecodeParms'));
}
