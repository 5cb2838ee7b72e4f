import { expect, test } from 'vitest';
import type { Part } from '../../scripts/print/part.ts';
import { decodePart, encodePart } from '../../scripts/print/part-file.ts';
import { printedPart } from './printed.ts';

async function somePart() {
	const part = await printedPart([
		{ glyphs: [1], picture: 'bytes', links: ['#甲'] },
		{ glyphs: [2], gradient: 3 },
	]);
	const tile = { matrix: [1, 0, 0, 1, 0, 0], entries: '/PatternType 1', bytes: Buffer.from([0, 255, 10]) };
	const [first, second] = part.pages;
	if (!first || !second) throw new Error('There are no pages.');
	return { ...part, pages: [{ ...first, patterns: { P9: tile } }, second] };
}

/** With bytes of one kind, for a Buffer does not equal an array of the same bytes. */
function plain(part: Part | undefined): unknown {
	return {
		...part,
		streams: part?.streams.map((stream) => ({ ...stream, bytes: Uint8Array.from(stream.bytes) })),
		pages: part?.pages.map((page) => ({
			...page,
			patterns: Object.entries(page.patterns).map(([name, { bytes, ...pattern }]) => [
				name,
				{ ...pattern, bytes: bytes && Uint8Array.from(bytes) },
			]),
		})),
	};
}

test('a part comes back as it was', async () => {
	const part = await somePart();
	const again = decodePart(encodePart(part));
	expect(plain(again)).toEqual(plain(part));
});

test('it comes back from bytes that lie inside others', async () => {
	const part = await somePart();
	const bytes = encodePart(part);
	const around = Buffer.concat([Buffer.from('head'), bytes, Buffer.from('tail')]);
	expect(plain(decodePart(around.subarray(4, 4 + bytes.length)))).toEqual(plain(part));
});

test('bytes that end too early, or too late, are no part', async () => {
	const bytes = encodePart(await somePart());
	for (const length of [0, 3, 4, 50, bytes.length - 1]) {
		expect(decodePart(bytes.subarray(0, length)), `${length} bytes`).toBeUndefined();
	}
	expect(decodePart(Buffer.concat([bytes, Buffer.from([0])]))).toBeUndefined();
});

test('what is no head is refused', () => {
	const head = (text: string) => {
		const bytes = Buffer.from(text);
		const length = Buffer.alloc(4);
		length.writeUInt32BE(bytes.length);
		return Buffer.concat([length, bytes]);
	};
	for (const text of ['', '{', 'null', '{}', '[]', '"a"'])
		expect(decodePart(head(text)), text).toBeUndefined();
});
