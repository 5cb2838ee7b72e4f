import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRef } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { writeString } from '../../scripts/print/pdf-syntax.ts';
import { PdfWriter } from '../../scripts/print/pdf-writer.ts';
import { addTree, type TreeEntry } from '../../scripts/print/trees.ts';
import { openPdf } from '../support/make-pdf.ts';

/** A file of one page with a tree of destinations. */
async function write(entries: (page: number) => readonly TreeEntry[]) {
	const writer = new PdfWriter();
	const [root, info, tree, page] = [writer.reserve(), writer.reserve(), writer.reserve(), writer.reserve()];
	writer.object(page, `<</Type /Page /Parent ${tree} 0 R /MediaBox [0 0 10 10]>>`);
	writer.object(tree, `<</Type /Pages /Count 1 /Kids [${page} 0 R]>>`);
	const names = addTree(writer, 'Names', entries(page));
	writer.object(root, `<</Type /Catalog /Pages ${tree} 0 R /Names <</Dests ${names} 0 R>>>>`);
	writer.object(info, '<<>>');
	return { names, bytes: await writer.finish({ root, info, id: '[<00> <00>]' }) };
}

const keys = Array.from({ length: 1201 }, (_, nth) => `k${String(nth).padStart(5, '0')}`);

test('a reader finds the first, the last and all between', async () => {
	const { bytes } = await write((page) =>
		keys.map((key, nth) => [writeString(Buffer.from(key)), `[${page} 0 R /XYZ ${nth} 0 0]`]),
	);
	const read = await openPdf(bytes);
	for (const nth of [0, 499, 500, 999, 1000, 1200]) {
		expect((await read.getDestination(keys[nth] ?? ''))?.[2], keys[nth]).toBe(nth);
	}
	expect(await read.getDestination('k')).toBeNull();
});

test('each leaf says from where to where it goes', async () => {
	const { bytes, names } = await write(() => keys.map((key) => [writeString(Buffer.from(key)), 'null']));
	const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
	const leaves = pdf.context.lookup(PDFRef.of(names), PDFDict).lookup(PDFName.of('Kids'), PDFArray);
	const limits = leaves.asArray().map((leaf) => {
		const list = pdf.context.lookup(leaf, PDFDict).lookup(PDFName.of('Limits'), PDFArray);
		return [0, 1].map((at) => Buffer.from(list.lookup(at, PDFHexString).asBytes()).toString());
	});
	expect(limits).toEqual([
		['k00000', 'k00499'],
		['k00500', 'k00999'],
		['k01000', 'k01200'],
	]);
});

test('a tree without entries is one all the same', async () => {
	const { bytes } = await write(() => []);
	expect(await (await openPdf(bytes)).getDestination('a')).toBeNull();
});
