import { access } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { hanFaces, latinFaces } from '../../scripts/fonts/faces.ts';

const faces = [...latinFaces, ...hanFaces];

test.each([...new Set(faces.map((face) => face.source))])(
	'%s is a static TrueType file of a package',
	async (source) => {
		expect(source).toMatch(/\.ttf$/);
		expect(source).not.toMatch(/variable|wght/i);
		await access(createRequire(import.meta.url).resolve(source));
	},
);

test('no two faces answer to the same family, weight and style', () => {
	const names = faces.map(({ family, weight, style }) => `${family} ${weight} ${style}`);
	expect(new Set(names).size).toBe(names.length);
});

test('faces that share a file share its source, and only those', () => {
	const bySource = new Map(faces.map((face) => [face.source, face.file]));
	for (const face of faces) expect(bySource.get(face.source)).toBe(face.file);
	expect(new Set(bySource.values()).size).toBe(bySource.size);
});

test('file names are ASCII, fit for an EPUB', () => {
	for (const { file } of faces) expect(file).toMatch(/^[a-z0-9-]+\.ttf$/);
});

test('each Han face has a twin for the marks that Latin shares with it', () => {
	const marks = faces.filter((face) => face.unicodeRange !== undefined);
	expect(marks.map((face) => face.family)).toEqual(
		faces.filter((face) => / Han$/.test(face.family)).map((face) => `${face.family} Marks`),
	);
	for (const face of marks) expect(face.unicodeRange).toContain('U+201c, U+201d');
});
