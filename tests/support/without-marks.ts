import { decodePDFRawStream, PDFArray, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';

/** In the content streams that the browser writes every string is in hex, so no operator stands in one. */
const marks = /\/\w+\s*(?:<<(?:[^<>]|<[0-9a-f]*>)*>>\s*BDC|BMC)|\bEMC\b/gi;

/** A PDF without marked content, for readers cut runs of text where it begins and ends. */
export async function withoutMarks(bytes: Uint8Array): Promise<Uint8Array> {
	const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
	const { context } = pdf;
	const contents = pdf.getPages().flatMap(({ node }) => {
		const found = node.get(PDFName.of('Contents'));
		const whole = found && context.lookup(found);
		return whole instanceof PDFArray ? whole.asArray() : [found];
	});
	const shown = new Set(contents);
	for (const [ref, stream] of context.enumerateIndirectObjects()) {
		if (!(stream instanceof PDFRawStream)) continue;
		const isForm = stream.dict.get(PDFName.of('Subtype')) === PDFName.of('Form');
		if (!isForm && !shown.has(ref)) continue;
		const content = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
		const entries = stream.dict.entries().filter(([key]) => !packing.has(key.decodeText()));
		const bare = context.flateStream(Buffer.from(content.replaceAll(marks, ' '), 'latin1'));
		for (const [key, value] of entries) bare.dict.set(key, value);
		context.assign(ref, bare);
	}
	return await pdf.save();
}

const packing: ReadonlySet<string> = new Set(['Length', 'Filter', 'DecodeParms']);
