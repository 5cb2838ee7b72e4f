import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { contentOf, isDeflated } from '../../scripts/pdf/stream-content.ts';

const text = Buffer.from('BT /F4 12 Tf <0001> Tj ET');

async function stream(entries: Record<string, unknown>, bytes: Uint8Array): Promise<PDFRawStream> {
	const { context } = await PDFDocument.create();
	return PDFRawStream.of(context.obj(entries as Parameters<typeof context.obj>[0]) as never, bytes);
}

test('a deflated stream, a plain one and one with two filters give what they hold', async () => {
	const packed = deflateSync(text);
	const hex = Buffer.from(`${packed.toString('hex')}>`);
	const streams = [
		await stream({ Filter: 'FlateDecode' }, packed),
		await stream({}, text),
		await stream({ Filter: [PDFName.of('ASCIIHexDecode'), PDFName.of('FlateDecode')] }, hex),
		await stream({ Filter: [PDFName.of('FlateDecode')] }, packed),
	];
	for (const one of streams) expect(Buffer.from(contentOf(one)).toString()).toBe(text.toString());
	expect(streams.map(isDeflated)).toEqual([true, false, false, true]);
});

test('what was predicted before it was deflated is not taken for deflated alone', async () => {
	const parms = { Predictor: 12, Columns: 4 };
	expect(isDeflated(await stream({ Filter: 'FlateDecode', DecodeParms: parms }, deflateSync(text)))).toBe(
		false,
	);
});
