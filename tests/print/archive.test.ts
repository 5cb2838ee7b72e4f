import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import type { Archive } from '../../scripts/model/index.ts';
import { setArchive } from '../../scripts/print/archive.ts';
import { setMetadata } from '../../scripts/print/metadata.ts';
import { PdfWriter } from '../../scripts/print/pdf-writer.ts';
import { addShell } from '../../scripts/print/shell.ts';
import { srgbProfile } from '../../scripts/print/srgb-profile.ts';
import { edition } from '../support/edition.ts';
import { openPdf } from '../support/make-pdf.ts';

const sources = [
	{ file: 'book.yaml', text: 'slug: 书\n' },
	{ file: 'back/contact.zh.md', text: '# 联系\n' },
];

/** A file of one empty page that is an archive edition. */
async function write(archive: Archive): Promise<Uint8Array> {
	const writer = new PdfWriter();
	const tree = writer.reserve();
	const first = writer.reserve();
	writer.object(first, `<</Type /Page /Parent ${tree} 0 R /MediaBox [0 0 10 10]>>`);
	writer.object(tree, `<</Type /Pages /Count 1 /Kids [${first} 0 R]>>`);
	const made = edition({ metadata: { modified: new Date('2024-05-06T07:08:09Z') } });
	const dests = writer.add('<</Names []>>');
	const entries = { catalog: `/Pages ${tree} 0 R`, names: `/Dests ${dests} 0 R` };
	const trailer = await addShell(writer, entries, { first, count: 1, height: 10 }, (shell) => {
		setMetadata(shell, made, 'archive');
		setArchive(shell, archive, made.metadata.modified);
	});
	return await writer.finish(trailer);
}

async function catalogOf(archive: Archive): Promise<PDFDict> {
	return (await PDFDocument.load(await write(archive), { updateMetadata: false })).catalog;
}

const name = (text: string) => PDFName.of(text);

test('colours mean sRGB', async () => {
	const catalog = await catalogOf({ level: '2a', sources: [] });
	const intents = catalog.lookup(name('OutputIntents'), PDFArray);
	expect(intents.size()).toBe(1);
	const intent = intents.lookup(0, PDFDict);
	expect(intent.get(name('S'))).toBe(name('GTS_PDFA1'));
	const profile = intent.lookup(name('DestOutputProfile'));
	if (!(profile instanceof PDFRawStream)) throw new Error('There is no profile.');
	expect(profile.dict.get(name('N'))?.toString()).toBe('3');
	expect(Buffer.from(decodePDFRawStream(profile).decode()).equals(srgbProfile())).toBe(true);
});

test('sources are attached byte for byte, under names without folders', async () => {
	const read = await openPdf(await write({ level: '3a', sources }));
	const attachments = (await read.getAttachments()) as Record<
		string,
		{ readonly filename: string; readonly content: Uint8Array; readonly description: string }
	>;
	const found = Object.values(attachments).map((one) => [
		one.filename,
		one.description,
		Buffer.from(one.content).toString(),
	]);
	expect(found).toEqual([
		['back__contact.zh.md', 'back/contact.zh.md', '# 联系\n'],
		['book.yaml', 'book.yaml', 'slug: 书\n'],
	]);
});

test('they are the sources of the document, each with its kind, size, date and checksum', async () => {
	const catalog = await catalogOf({ level: '3a', sources });
	expect(catalog.lookup(name('Names'), PDFDict).has(name('Dests'))).toBe(true);
	const associated = catalog.lookup(name('AF'), PDFArray);
	const files = [0, 1].map((index) => {
		const specification = associated.lookup(index, PDFDict);
		expect(specification.get(name('AFRelationship'))).toBe(name('Source'));
		const file = specification.lookup(name('EF'), PDFDict).lookup(name('F'));
		if (!(file instanceof PDFRawStream)) throw new Error('There is no file.');
		const parameters = file.dict.lookup(name('Params'), PDFDict);
		return [
			file.dict.get(name('Subtype'))?.toString(),
			...['Size', 'ModDate', 'CheckSum'].map((key) => parameters.get(name(key))?.toString()),
		];
	});
	const date = `<${Buffer.from('D:20240506070809Z').toString('hex')}>`;
	expect(files).toEqual([
		['/text#2Fmarkdown', '9', date, '<f1775fbd056d2bf1b379e12efa9fbe74>'],
		['/application#2Fyaml', '10', date, '<728860cd2b5b633b1f792c96cd6f6334>'],
	]);
});

test('PDF/A-2 may hold nothing, so nothing is attached', async () => {
	const catalog = await catalogOf({ level: '2a', sources: [] });
	expect(catalog.has(name('AF'))).toBe(false);
	expect(catalog.lookup(name('Names'), PDFDict).keys()).toEqual([name('Dests')]);
});

test('the file is the same each time', async () => {
	const [one, two] = await Promise.all([write({ level: '3a', sources }), write({ level: '3a', sources })]);
	expect(Buffer.from(one).equals(two)).toBe(true);
});
