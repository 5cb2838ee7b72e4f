import { inflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { afterAll, describe, expect, test } from 'vitest';
import { build } from '../scripts/pipeline.ts';
import { flat, noise } from './pictures/made.ts';
import { temporaryFolder } from './support/folder.ts';
import { bookFile, piece, writeManuscript } from './support/pack-manuscript.ts';
import { placedImages } from './support/placed-images.ts';
import { createWorld } from './support/world.ts';

/** Wide enough for 300 pixels to the inch on any page. */
const width = 2400;

const red = '#c02020';
const clear = { r: 192, g: 32, b: 32, alpha: 0.5 };

const pictures: Readonly<Record<string, Uint8Array>> = {
	'transparent.png': await flat(width, 60, clear).ensureAlpha(0.5).png().toBuffer(),
	'gray-transparent.png': await flat(width, 61, '#808080')
		.toColourspace('b-w')
		.ensureAlpha(0.5)
		.png()
		.toBuffer(),
	'deep.png': await flat(width, 62, red).toColourspace('rgb16').png().toBuffer(),
	'deep-gray.png': await flat(width, 63, '#808080').toColourspace('grey16').png().toBuffer(),
	'cmyk.jpg': await flat(width, 64, red).toColourspace('cmyk').jpeg().toBuffer(),
	'cmyk-profile.jpg': await flat(width, 65, red)
		.withIccProfile('cmyk')
		.toColourspace('cmyk')
		.jpeg()
		.toBuffer(),
	'p3.jpg': await flat(width, 66, red).withIccProfile('p3').jpeg().toBuffer(),
	'gray.jpg': await flat(width, 67, '#808080').toColourspace('b-w').jpeg().toBuffer(),
	'noise.jpg': await noise(width, 68).jpeg().toBuffer(),
	'dark.png': await flat(width, 69, '#000010').png().toBuffer(),
	'palette.png': await flat(width, 70, red).png({ palette: true }).toBuffer(),
	'turned.jpg': await flat(71, width, red).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
};

const { world, report, session } = await createWorld();
afterAll(() => session.close());

async function print(color: string, files: Readonly<Record<string, Uint8Array>>) {
	const manuscript = await temporaryFolder();
	const text = Object.keys(files).map((name) => `![${name}](${name})`);
	await writeManuscript(manuscript, {
		'book.yaml': `${bookFile(['a'])}\nprint:\n  color: ${color}\n`,
		'a.zh.md': piece(text.join('\n\n')),
		...files,
	});
	const before = report.list().length;
	const { artifacts } = await build({ manuscript, formats: ['print'] }, world);
	return { artifacts, found: report.list().slice(before) };
}

describe.each(['cmyk', 'gray'])('pictures of all kinds in a press edition in %s', async (color) => {
	test('become inks that the checks of the file accept', async () => {
		const { artifacts, found } = await print(color, pictures);
		expect(found).toEqual([]);
		const images = await imagesOf(artifacts[0]?.bytes ?? new Uint8Array());
		const bySide = new Map(images.map((image) => [image.side, image]));
		for (const [index, name] of Object.keys(pictures).entries()) {
			const image = bySide.get(60 + index);
			const isGray = color === 'gray' || name.includes('gray');
			expect(image?.space, name).toBe(isGray ? 'DeviceGray' : 'DeviceCMYK');
			expect(image?.mask, name).toBe(name.includes('transparent'));
			const [first = 0, magenta = 0, yellow = 0, black = 0] = image?.pixel ?? [];
			// Half of the light in gray is far from both ends; red is magenta and yellow.
			if (isGray) expect(first, name).toBeLessThan(250);
			else if (name === 'dark.png') expect(first + magenta + yellow + black, name).toBeGreaterThan(300);
			else if (name !== 'noise.jpg') expect(Math.min(magenta, yellow), name).toBeGreaterThan(first + 60);
		}
	});
});

test('a picture has the size that its density says, or the width that its author gave', async () => {
	const dense = await noise(450, 300).withMetadata({ density: 300 }).png().toBuffer();
	const plain = await flat(450, 300).png().toBuffer();
	const manuscript = await temporaryFolder();
	const given = '<img src="plain.png" alt="x" width="144">';
	await writeManuscript(manuscript, {
		'book.yaml': bookFile(['a']),
		'a.zh.md': piece(`![x](dense.png)\n\n${given}`),
		'dense.png': dense,
		'plain.png': plain,
	});
	const before = report.list().length;
	const { artifacts } = await build({ manuscript, formats: ['print'] }, world);
	expect(report.list().slice(before)).toEqual([]);
	const sizes = await placedImages(artifacts[0]?.bytes ?? new Uint8Array());
	// 450 pixels at 300 to the inch, and 144 CSS px: 108 pt.
	expect(sizes).toEqual([
		[108, 72],
		[108, 72],
	]);
});

test('a tall picture keeps its proportions where the page is too low for it', async () => {
	const tall = await flat(600, 2400).png().toBuffer();
	const { artifacts, found } = await print('cmyk', { 'tall.png': tall });
	expect(found).toEqual([]);
	const [[width = 0, height = 0] = []] = await placedImages(artifacts[0]?.bytes ?? new Uint8Array());
	expect(height / width).toBeCloseTo(4, 1);
	expect(height).toBeCloseTo((150 * 72) / 25.4, 0);
});

// The last: after an error nothing more is made.
test('pictures of too few pixels are told of at their place, and nothing is made', async () => {
	const { artifacts, found } = await print('cmyk', {
		'small.png': await noise(300, 30).png().toBuffer(),
		'same.png': await noise(450, 300).png().toBuffer(),
		'fair.png': await noise(1500, 30).png().toBuffer(),
	});
	expect(artifacts).toEqual([]);
	expect(found.map(({ file, line, rule }) => `${file}:${line} ${rule}`)).toEqual([
		'a.zh.md:5 print-resolution-low',
		'a.zh.md:7 print-resolution-low',
		'a.zh.md:9 print-resolution',
	]);
	expect(found[1]?.message).toBe(
		'the image "same.png" is printed 119 mm wide at 96 pixels to the inch; up to 38 mm wide (width="144") it would have 300',
	);
});

interface ReadImage {
	/** The shorter one, in px. */
	readonly side: number;
	readonly space: string;
	readonly mask: boolean;
	/** The first pixel. */
	readonly pixel: readonly number[];
}

async function imagesOf(bytes: Uint8Array): Promise<readonly ReadImage[]> {
	const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
	const objects = pdf.context.enumerateIndirectObjects().map(([, object]) => object);
	const streams = objects.filter((object) => object instanceof PDFRawStream);
	const masks = new Set(streams.map(({ dict }) => dict.lookup(PDFName.of('SMask'))));
	return streams.flatMap((object): ReadImage[] => {
		const { dict } = object;
		if (masks.has(object) || dict.get(PDFName.of('Subtype')) !== PDFName.of('Image')) return [];
		const isFlate = dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode');
		return [
			{
				side: Math.min(
					...['Width', 'Height'].map((key) => dict.lookup(PDFName.of(key), PDFNumber).asNumber()),
				),
				space: dict.lookup(PDFName.of('ColorSpace'), PDFName).decodeText(),
				mask: dict.has(PDFName.of('SMask')),
				pixel: isFlate ? firstPixel(object) : [],
			},
		];
	});
}

/** In rows of differences a byte stands before the pixels, and the first pixel is as it is. */
function firstPixel({ dict, contents }: PDFRawStream): readonly number[] {
	const start = dict.has(PDFName.of('DecodeParms')) ? 1 : 0;
	return [...inflateSync(contents).subarray(start, start + 4)];
}
