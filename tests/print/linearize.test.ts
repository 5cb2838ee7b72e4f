import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { expect, onTestFinished, test } from 'vitest';
import { linearize } from '../../scripts/print/linearize.ts';
import { openPdf } from '../support/make-pdf.ts';

async function book(pages: number): Promise<Uint8Array> {
	const pdf = await PDFDocument.create({ updateMetadata: false });
	const font = await pdf.embedFont(StandardFonts.Helvetica);
	for (let page = 1; page <= pages; page++)
		pdf.addPage([200, 200]).drawText(`page ${page}`, { font, size: 9 });
	return await pdf.save({ useObjectStreams: true });
}

/** The numbers of the dictionary at the start of the file (ISO 32000-1, F.3.3). */
function parameters(bytes: Uint8Array): Readonly<Record<string, number>> {
	const [, dictionary = ''] =
		/<<(.*?)>>/s.exec(Buffer.from(bytes.subarray(0, 1024)).toString('latin1')) ?? [];
	expect(dictionary).toContain('/Linearized 1');
	return Object.fromEntries(
		[...dictionary.matchAll(/\/([LONET]) (\d+)/g)].map(([, key = '', value]) => [key, Number(value)]),
	);
}

test('the first page and all that it needs stand in front', async () => {
	const bytes = await linearize(await book(30));
	const { L, N, O, E = 0 } = parameters(bytes);
	expect([L, N]).toEqual([bytes.length, 30]);
	const front = Buffer.from(bytes.subarray(0, E)).toString('latin1');
	expect(front).toMatch(new RegExp(`\\n${O} 0 obj\\n`));
	// Of the thirty pages one.
	expect(E).toBeLessThan(bytes.length / 2);
});

test('the pages are the same', async () => {
	const read = await openPdf(await linearize(await book(3)));
	const texts = [1, 2, 3].map(async (number) => {
		const { items } = await (await read.getPage(number)).getTextContent();
		return items.map((item) => ('str' in item ? item.str : '')).join('');
	});
	expect(await Promise.all(texts)).toEqual(['page 1', 'page 2', 'page 3']);
});

test('the bytes are the same each time, and end every stream with a line end, as PDF/A asks', async () => {
	const source = await book(3);
	const [one, two] = [await linearize(source), await linearize(source)];
	expect(Buffer.from(one).equals(two)).toBe(true);
	const text = Buffer.from(one).toString('latin1');
	expect(text.match(/endstream/g)?.length).toBeGreaterThan(3);
	expect(text).not.toMatch(/[^\n]endstream/);
});

test('what is no PDF is refused', async () => {
	// The package sets it, as it would where it is a command.
	const code = process.exitCode;
	onTestFinished(() => {
		process.exitCode = code;
	});
	await expect(linearize(Buffer.from('no file'))).rejects.toThrow(
		/cannot be linearized: .*can't find PDF header/,
	);
});
