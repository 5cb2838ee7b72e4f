import { expect, test } from 'vitest';
import type { FontFace } from '../../scripts/model/index.ts';
import { addFont } from '../../scripts/print/font-objects.ts';
import { PdfWriter } from '../../scripts/print/pdf-writer.ts';

const face: FontFace = {
	family: 'Serif',
	weight: 400,
	style: 'normal',
	file: 'serif-400.ttf',
	bytes: new Uint8Array(),
	postScriptName: 'Serif-Regular',
	digest: '',
	shape: '',
	glyphText: () => ({ coded: new Map(), derived: new Map() }),
};

/** The objects that are written for these widths. */
async function written(widths: Readonly<Record<string, number>>, name = 'Serif-Regular'): Promise<string> {
	const objects: string[] = [];
	class Watched extends PdfWriter {
		override object(number: number, text: string): void {
			objects.push(text);
			super.object(number, text);
		}
	}
	const writer = new Watched();
	const used = { widths, descriptor: '/Type /FontDescriptor' };
	await addFont(writer, writer.reserve(), { ...face, postScriptName: name }, used, async () => ({
		length: 0,
		file: new Uint8Array(),
		toUnicode: new Uint8Array(),
	}));
	return objects.join('\n');
}

const widthsOf = async (widths: Readonly<Record<string, number>>) =>
	/\/W \[(.*)\]>>/.exec(await written(widths))?.[1];

test('widths stand in runs of glyphs in a row, in rising order whatever order they were found in', async () => {
	expect(await widthsOf({ 9: 250, 1: 500, 2: 600.5, 10: 0, 300: 1000 })).toBe(
		'1 [500 600.5] 9 [250 0] 300 [1000]',
	);
	expect(await widthsOf({ 0: 1 })).toBe('0 [1]');
	expect(await widthsOf({})).toBe('');
});

test('the tag of the subset follows from face and glyphs, and is the same in all objects', async () => {
	const tags = async (...given: Parameters<typeof written>) => [
		...new Set([...(await written(...given)).matchAll(/\/([A-Z]{6})\+Serif/g)].map(([, tag]) => tag)),
	];
	const [first, ...rest] = await tags({ 1: 500, 2: 600 });
	expect(rest).toEqual([]);
	expect(await tags({ 2: 600, 1: 500 })).toEqual([first]);
	expect(await tags({ 1: 500 })).not.toEqual([first]);
	expect(await tags({ 1: 500, 2: 600 }, 'Serif-Bold')).not.toEqual([first]);
});
