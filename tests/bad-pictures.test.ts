import sharp from 'sharp';
import { expect, test } from 'vitest';
import { complaints, readEpub } from './package/read-epub.ts';
import { flat, moving } from './pictures/made.ts';
import { temporaryFolder } from './support/folder.ts';
import { bookFile, packManuscript, piece, writeManuscript } from './support/pack-manuscript.ts';

/** What becomes of a book of the given files: its EPUB, what EPUBCheck says of it, and what the editor is told. */
async function make(files: Readonly<Record<string, string | Uint8Array>>) {
	const folder = await temporaryFolder();
	const pieces = Object.keys(files).filter((path) => path.endsWith('.zh.md'));
	const config = bookFile(pieces.map((path) => path.slice(0, -'.zh.md'.length)));
	await writeManuscript(folder, { 'book.yaml': config, ...files });
	const { bytes, found } = await packManuscript(folder);
	const said = found.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`);
	if (!bytes) return { said, epub: undefined };
	expect(await complaints(bytes)).toEqual([]);
	return { said, epub: readEpub(bytes) };
}

const png = await flat(20, 20, 'blue').png().toBuffer();
const jpeg = await flat(20, 20, 'red').jpeg().toBuffer();

test('the same name in two folders, Chinese names, blanks and signs, an ending that is not true', async () => {
	const { said, epub } = await make({
		'一/文 章.zh.md': piece(
			'![一](图.png) ![二](../二/图.png) ![三](<a%20b%2520%23%3F.png>)\n\n![四](错名.png)',
		),
		'二/文 章.zh.md': piece('![一](../一/图.png)'),
		'一/图.png': png,
		'二/图.png': await flat(20, 20, 'green').png().toBuffer(),
		'一/a b%20#?.png': png,
		'一/错名.png': jpeg,
	});
	expect(said).toEqual(['一/文 章.zh.md:7:1 image-misnamed']);
	const images = epub?.paths.filter((path) => /images\/\d/.test(path)) ?? [];
	expect(images.map((path) => path.split('/').pop())).toEqual(['01.png', '02.png', '03.png', '04.jpg']);
	expect(epub?.paths.every((path) => /^[\w./-]+$/.test(path))).toBe(true);
});

test.each([
	['a script', '<script>alert(1)</script>'],
	['an event handler', '<rect width="9" height="9" onclick="x()"/>'],
	['an image from elsewhere', '<image href="https://example.org/a.png" width="9" height="9"/>'],
	['a style from elsewhere', '<style>@import url(https://example.org/a.css);</style>'],
	['a fill from elsewhere', '<rect width="9" height="9" fill="url(https://example.org/a.svg#b)"/>'],
	[
		'HTML',
		'<foreignObject width="9" height="9"><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
	],
])('a drawing with %s is an error with its place', async (_name, inside) => {
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`;
	const made = await make({ 'a.zh.md': piece('文\n\n![图](a.svg)'), 'a.svg': svg });
	expect(made).toEqual({ said: ['a.zh.md:7:1 image-svg-unsafe'], epub: undefined });
});

test('a drawing that no name space names, and one with the notes of its editor', async () => {
	const { said, epub } = await make({
		'a.zh.md': piece('![一](a.svg)\n\n![二](b.svg)'),
		'a.svg': '<svg viewBox="0 0 9 9"><style>rect { fill: red }</style><rect width="9" height="9"/></svg>',
		'b.svg':
			'<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://www.inkscape.org/namespaces/inkscape" viewBox="0 0 9 9"><style>rect { fill: red }</style><rect i:label="r" width="9" height="9"/></svg>',
	});
	expect(said).toEqual([]);
	expect(epub?.paths.filter((path) => path.endsWith('.svg'))).toHaveLength(2);
});

test('moving, CMYK, WebP and 100-megapixel images become what all can show', async () => {
	const { said, epub } = await make({
		'a.zh.md': piece('![动](m.gif)\n\n![印](c.jpg)\n\n![网](w.webp)\n\n![大](big.png)'),
		'm.gif': await moving('gif'),
		'c.jpg': await flat(30, 20, 'red').toColourspace('cmyk').jpeg().toBuffer(),
		'w.webp': await flat(30, 20).webp().toBuffer(),
		'big.png': await flat(12_500, 8000).png({ compressionLevel: 1 }).toBuffer(),
	});
	expect(said).toEqual([
		'a.zh.md:5:1 image-still',
		'a.zh.md:5:1 image-converted',
		'a.zh.md:7:1 image-converted',
		'a.zh.md:9:1 image-converted',
		'a.zh.md:11:1 image-scaled',
	]);
	const images = epub?.paths.filter((path) => /images\/\d/.test(path)) ?? [];
	expect(images).toHaveLength(4);
	for (const path of images) {
		const { width, height, space, pages = 1 } = await sharp(epub?.bytes(path), { animated: true }).metadata();
		expect({ space, pages, isSmall: width * height <= 4_000_000 }).toEqual({
			space: 'srgb',
			pages: 1,
			isSmall: true,
		});
	}
});

test('damaged and mistaken image files are errors with their places, all in one run', async () => {
	const made = await make({
		'a.zh.md': piece('![假](f.png)\n\n![空](e.png)\n\n![文](t.jpg)'),
		'f.png': '<html>no image</html>',
		'e.png': '',
		't.jpg': 'Just text.',
	});
	const rule = 'image-unreadable';
	expect(made).toEqual({
		said: [`a.zh.md:5:1 ${rule}`, `a.zh.md:7:1 ${rule}`, `a.zh.md:9:1 ${rule}`],
		epub: undefined,
	});
	const cut = await make({ 'a.zh.md': piece('![破](b.png)'), 'b.png': png.subarray(0, 60) });
	expect(cut).toEqual({ said: [`a.zh.md:5:1 ${rule}`], epub: undefined });
});
