import {
	decodePDFRawStream,
	PDFDict,
	PDFDocument,
	PDFName,
	PDFNumber,
	PDFRawStream,
	PDFRef,
} from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { PdfWriter } from '../../scripts/print/pdf-writer.ts';
import { openPdf } from '../support/make-pdf.ts';

const id = '[<00> <00>]';

/** A file of so many pages, each with a content of its own. */
async function write(count: number, shuffle: <T>(list: T[]) => T[] = (list) => list): Promise<Uint8Array> {
	const writer = new PdfWriter();
	const [root, info, tree] = [writer.reserve(), writer.reserve(), writer.reserve()];
	const pages = writer.reserve(count);
	const contents = writer.reserve(count);
	const unused = writer.reserve();
	expect(unused).toBe(3 + 2 * count + 1);
	const steps = Array.from({ length: count }, (_, page) => () => {
		writer.object(
			pages + page,
			`<</Type /Page /Parent ${tree} 0 R /MediaBox [0 0 10 ${page + 10}] /Contents ${contents + page} 0 R>>`,
		);
		writer.stream(contents + page, '', Buffer.from(`% ${page}\nendstream`));
	});
	for (const step of shuffle(steps)) step();
	const kids = Array.from({ length: count }, (_, page) => `${pages + page} 0 R`);
	writer.object(tree, `<</Type /Pages /Count ${count} /Kids [${kids.join(' ')}]>>`);
	writer.object(root, `<</Type /Catalog /Pages ${tree} 0 R>>`);
	writer.object(info, '<</Title <41>>>');
	return await writer.finish({ root, info, id });
}

test('two readers find every object and every stream', async () => {
	const bytes = await write(450);
	const read = await openPdf(bytes);
	expect(read.numPages).toBe(450);
	expect((await read.getPage(450)).view).toEqual([0, 0, 10, 459]);
	expect((await read.getMetadata()).info).toMatchObject({ Title: 'A', PDFFormatVersion: '1.7' });
	const pdf = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
	const contents = pdf.getPages().map(({ node }) => {
		const stream = pdf.context.lookup(node.get(PDFName.of('Contents')));
		if (!(stream instanceof PDFRawStream)) throw new Error('A page has lost its content.');
		return Buffer.from(decodePDFRawStream(stream).decode()).toString();
	});
	expect(contents).toEqual(contents.map((_, page) => `% ${page}\nendstream`));
});

test('object streams hold no more than readers like, and no stream', async () => {
	const pdf = await PDFDocument.load(await write(450), { updateMetadata: false });
	const raw = Buffer.from(await write(450)).toString('latin1');
	const counts = [...raw.matchAll(/\/Type \/ObjStm \/N (\d+)/g)].map(([, count]) => Number(count));
	// 450 pages, catalogue, information and page tree.
	expect(counts).toEqual([200, 200, 53]);
	expect(pdf.context.lookup(PDFRef.of(1), PDFDict).get(PDFName.of('Type'))).toBe(PDFName.of('Catalog'));
});

test('more objects than two bytes can count', async () => {
	const writer = new PdfWriter();
	const [root, info, tree] = [writer.reserve(), writer.reserve(), writer.reserve()];
	const first = writer.reserve(70_000);
	for (let nth = 0; nth < 70_000; nth++) writer.object(first + nth, String(nth));
	writer.object(tree, '<</Type /Pages /Count 0 /Kids []>>');
	writer.object(root, `<</Type /Catalog /Pages ${tree} 0 R>>`);
	writer.object(info, '<<>>');
	const pdf = await PDFDocument.load(await writer.finish({ root, info, id }), { updateMetadata: false });
	expect(pdf.context.lookup(PDFRef.of(first + 69_999), PDFNumber).asNumber()).toBe(69_999);
	expect(pdf.context.lookup(PDFRef.of(first + 65_536), PDFNumber).asNumber()).toBe(65_536);
});

test('the order in which objects come does not show', async () => {
	const [first, second] = [await write(30), await write(30, (list) => list.reverse())];
	expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
});

test('the table is where the file says, and its own entry too', async () => {
	const bytes = Buffer.from(await write(3));
	const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(bytes.toString('latin1'))?.[1]);
	expect(bytes.toString('latin1', start, start + 20)).toMatch(/^\d+ 0 obj\n<<\/Type \/XR/);
});
