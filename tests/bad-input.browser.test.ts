import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { build } from '../scripts/pipeline.ts';
import { all, complaints, readEpub } from './package/read-epub.ts';
import { flat, moving } from './pictures/made.ts';
import { temporaryFolder } from './support/folder.ts';
import { placesOf } from './support/report.ts';
import { createWorld } from './support/world.ts';

/** What becomes of a book of the given files: its EPUB, what EPUBCheck says of it, and what the editor is told. */
async function make(files: Readonly<Record<string, string | Uint8Array>>, bookYaml = '') {
	const folder = await temporaryFolder();
	const pieces = Object.keys(files).filter((path) => path.endsWith('.zh.md'));
	const contents = pieces.map((path) => `  - ${path.slice(0, -'.zh.md'.length)}\n`).join('');
	const config = `title: 书\ndate: 2024\nlanguages: [zh]\n${bookYaml}contents:\n${contents}`;
	for (const [path, content] of Object.entries({
		'book.yaml': config,
		'contributors.yaml': '{}',
		...files,
	})) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), content);
	}
	const { world, report, session } = await createWorld();
	try {
		const { artifacts } = await build({ manuscript: folder, formats: ['epub'] }, world);
		const said = placesOf(report);
		const [artifact] = artifacts;
		if (!artifact) return { said, epub: undefined };
		expect(await complaints(artifact.bytes)).toEqual([]);
		return { said, epub: readEpub(artifact.bytes) };
	} finally {
		await session.close();
	}
}

function piece(body: string, title = '题'): string {
	return `---\ntitle: ${title}\n---\n${body}\n`;
}

const png = await flat(20, 20, 'blue').png().toBuffer();
const jpeg = await flat(20, 20, 'red').jpeg().toBuffer();

test('control characters and noncharacters are left out, wherever they stand', async () => {
	const body =
		'正\u0000文\u0001字\u0008\u000b\u000c\u001f与\ufffe\uffff尾\n\n![图\u0002](a.png "说\u0003")\n\n[链](https://example.org/\u0004)';
	const { said, epub } = await make({ 'a.zh.md': piece(body, '"控\\u0007制"'), 'a.png': png });
	expect(said.every((one) => one.endsWith('character-control'))).toBe(true);
	expect(said[0]).toBe('a.zh.md:2:9 character-control');
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
	const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
	const pages = epub?.paths.filter((path) => path.endsWith('.xhtml')) ?? [];
	expect(pages.length).toBeGreaterThan(1);
	for (const path of pages) expect(epub?.text(path)).not.toMatch(forbidden);
});

test('half of a character is dropped where an escape makes it, and is no UTF-8 in a file', async () => {
	const escaped = await make({ 'a.zh.md': piece('正&#xD800;文&#0;', '"题\\uD800"') });
	expect(escaped.said).toContain('a.zh.md:2:9 character-control');
	expect(escaped.epub).toBeDefined();
	const bytes = Buffer.concat([Buffer.from(piece('正')), Buffer.from([0xed, 0xa0, 0x80])]);
	const raw = await make({ 'a.zh.md': bytes });
	expect(raw).toEqual({ said: ['a.zh.md:5:1 file-encoding'], epub: undefined });
});

test('a paragraph of 2 MB, 5,000 notes, lists and quotations within each other 64 times', async () => {
	const numbers = Array.from({ length: 5000 }, (_, index) => index);
	const notes = numbers.map((n) => `句。[^n${n}]\n\n[^n${n}]: 注${n}。`).join('\n\n');
	const list = numbers
		.slice(0, 64)
		.map((n) => `${'  '.repeat(n)}- 层`)
		.join('\n');
	const { said, epub } = await make({
		'a.zh.md': piece('这是一段极长的文字，没有分段。'.repeat(47_000)),
		'b.zh.md': piece(notes),
		'c.zh.md': piece(`${list}\n\n${'> '.repeat(64)}引`),
	});
	expect(said).toEqual([]);
	const [long = '', many = '', deep = ''] = ['-a', '-b', '-c'].map(
		(end) => epub?.paths.find((path) => path.endsWith(`${end}.xhtml`)) ?? '',
	);
	expect(epub?.text(long).length).toBeGreaterThan(700_000);
	const noted = epub?.xml(many);
	expect(noted && all(noted, 'aside')).toHaveLength(5000);
	const nested = epub?.xml(deep);
	expect(nested && all(nested, 'ul')).toHaveLength(64);
}, 60_000);

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
	expect(said).toEqual([]);
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
	expect(made).toEqual({ said: ['a.zh.md:6:1 image-svg-unsafe'], epub: undefined });
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
		'a.zh.md:4:1 image-still',
		'a.zh.md:4:1 image-converted',
		'a.zh.md:6:1 image-converted',
		'a.zh.md:8:1 image-converted',
		'a.zh.md:10:1 image-scaled',
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
		said: [`a.zh.md:4:1 ${rule}`, `a.zh.md:6:1 ${rule}`, `a.zh.md:8:1 ${rule}`],
		epub: undefined,
	});
	const cut = await make({ 'a.zh.md': piece('![破](b.png)'), 'b.png': png.subarray(0, 60) });
	expect(cut).toEqual({ said: [`a.zh.md:4:1 ${rule}`], epub: undefined });
});
