import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { setMetadata } from '../../scripts/print/metadata.ts';
import { setOutline } from '../../scripts/print/outline.ts';
import { PdfWriter } from '../../scripts/print/pdf-writer.ts';
import { addShell, type ShellPages } from '../../scripts/print/shell.ts';
import { edition, tocEntry } from '../support/edition.ts';
import { openPdf } from '../support/make-pdf.ts';

type Finish = Parameters<typeof addShell>[3];

/** A file of two empty pages with this shell. */
async function write(finish: Finish): Promise<Uint8Array> {
	const writer = new PdfWriter();
	const tree = writer.reserve();
	const pages: ShellPages = { first: writer.reserve(2), count: 2, height: 10 };
	for (const page of [0, 1]) {
		writer.object(pages.first + page, `<</Type /Page /Parent ${tree} 0 R /MediaBox [0 0 10 10]>>`);
	}
	writer.object(tree, `<</Type /Pages /Count 2 /Kids [${pages.first} 0 R ${pages.first + 1} 0 R]>>`);
	return await writer.finish(
		await addShell(writer, { catalog: `/Pages ${tree} 0 R /Mark true` }, pages, finish),
	);
}

const made = edition({ toc: [tocEntry('a', '甲'), tocEntry('b', '乙')], metadata: { title: '报告' } });

const finish: Finish = (shell, pages) => {
	setMetadata(shell, made);
	const pageOf = new Map([
		['a', 1],
		['b', 0],
	]);
	setOutline(shell, made, { labels: [], pageOf }, pages);
};

test('what the shell says, the file says, and its outline leads to the pages of the file', async () => {
	const read = await openPdf(await write(finish));
	expect(read.numPages).toBe(2);
	expect((await read.getMetadata()).info).toMatchObject({ Title: '报告', Language: 'zh' });
	const outline = await read.getOutline();
	const pages = outline.map(({ dest }) => (Array.isArray(dest) ? read.getPageIndex(dest[0]) : undefined));
	expect(await Promise.all(pages)).toEqual([1, 0]);
	expect(read.fingerprints[0]).toMatch(/^[0-9a-f]{32}$/);
	expect(Number.parseInt(read.fingerprints[0] ?? '', 16)).toBeGreaterThan(0);
});

test('there is one catalogue, with the entries of both', async () => {
	const pdf = await PDFDocument.load(await write(finish), { updateMetadata: false });
	const of = (type: string) =>
		pdf.context
			.enumerateIndirectObjects()
			.filter(([, one]) => one instanceof PDFDict && one.get(PDFName.of('Type')) === PDFName.of(type));
	expect(of('Catalog')).toHaveLength(1);
	expect(of('Pages')).toHaveLength(1);
	expect(pdf.catalog.get(PDFName.of('Mark'))?.toString()).toBe('true');
	expect(pdf.catalog.keys().filter((key) => key === PDFName.of('Pages'))).toHaveLength(1);
});

test('a shell that says nothing makes a sound file', async () => {
	const read = await openPdf(await write((shell) => void shell.setTitle('')));
	expect(read.numPages).toBe(2);
});
