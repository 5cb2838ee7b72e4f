import { inflateSync } from 'node:zlib';
import { decodePDFRawStream, PDFArray, PDFName, type PDFRawStream } from '@cantoo/pdf-lib';

const filter = PDFName.of('Filter');
const parameters = PDFName.of('DecodeParms');
const flate = PDFName.of('FlateDecode');

/**
 * What a stream holds; by zlib where nothing but it is needed, for that is many times faster.
 * @throws Error where it is damaged
 */
export function contentOf(stream: PDFRawStream): Uint8Array {
	if (!stream.dict.has(filter)) return stream.contents;
	return isDeflated(stream) ? inflateSync(stream.contents) : decodePDFRawStream(stream).decode();
}

/** Whether nothing but Flate packs a stream, without a predictor (ISO 32000-1, 7.4.4). */
export function isDeflated({ dict }: PDFRawStream): boolean {
	const filters = dict.lookup(filter);
	const only = filters instanceof PDFArray && filters.size() === 1 ? filters.lookup(0) : filters;
	return only === flate && !dict.has(parameters);
}
