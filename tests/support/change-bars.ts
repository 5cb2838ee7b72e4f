import { PDFArray, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { contentOf } from '../../scripts/pdf/stream-content.ts';

/** A bar in the margin, in pt from the lower left corner of the page. */
export interface Bar {
	readonly left: number;
	readonly right: number;
	readonly lower: number;
	readonly upper: number;
}

const drawing = /\/Artifact BMC q 0 g ((?:-?[\d.]+ -?[\d.]+ -?[\d.]+ -?[\d.]+ re )+)f Q EMC/;

/** The bars beside what changed, page by page, read from the content streams. */
export async function readBars(bytes: Uint8Array): Promise<readonly (readonly Bar[])[]> {
	const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
	return pdf.getPages().map(({ node }) => {
		const contents = node.lookup(PDFName.of('Contents'));
		const streams = contents instanceof PDFArray ? contents.asArray() : contents ? [contents] : [];
		const text = streams
			.map((one) => pdf.context.lookup(one))
			.filter((one) => one instanceof PDFRawStream)
			.map((one) => Buffer.from(contentOf(one)).toString('latin1'))
			.join('\n');
		const [, rectangles = ''] = drawing.exec(text) ?? [];
		return [...rectangles.matchAll(/(\S+) (\S+) (\S+) (\S+) re/g)].map(([, ...operands]): Bar => {
			const [left = 0, lower = 0, width = 0, height = 0] = operands.map(Number);
			return { left, right: left + width, lower, upper: lower + height };
		});
	});
}
