import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { create } from 'fontkitten';
import { expect, test } from 'vitest';
import { readCharacterMap } from '../../scripts/fonts/character-map.ts';
import { hanFaces, latinFaces } from '../../scripts/fonts/faces.ts';
import { readTables } from '../../scripts/fonts/tables.ts';
import { lookAtFace } from '../../scripts/fonts/whole-face.ts';

// Another reader of fonts must see the same in every face of the house.
test.each([...new Set([...latinFaces, ...hanFaces].map((face) => face.source))])('%s', async (source) => {
	const { path, origin, has, postScriptName } = lookAtFace(source);
	const bytes = readFileSync(path);
	const font = create(bytes);
	if (font.isCollection) throw new Error('one font was expected');
	expect(postScriptName).toBe(font.postscriptName);
	const expected = new Map<number, number>();
	// U+FFFF only ends the list of segments.
	for (const point of font.characterSet.filter((one) => one !== 0xffff)) {
		const { id } = font.glyphForCodePoint(point);
		if (id !== 0) expected.set(point, id);
	}
	const wrong = Array.from({ length: 0x110000 }, (_, point) => point).filter(
		(point) => has(point) !== expected.has(point),
	);
	expect(wrong).toEqual([]);
	const cmap = readTables(bytes).get('cmap');
	const points = [...(cmap ? readCharacterMap(cmap) : [])];
	expect(points).toHaveLength(expected.size);
	expect(points.filter(([point, glyph]) => expected.get(point) !== glyph)).toEqual([]);
	expect(points).toEqual(points.toSorted(([a], [b]) => a - b));
	expect(origin).toMatch(/^@expo-google-fonts\/[a-z0-9-]+@\d+\.\d+\.\d+\/.+\.ttf \d+$/);
	expect(origin).toContain(` ${(await stat(path)).size}`);
});

test('a face that is not installed is named', () => {
	expect(() => lookAtFace('@expo-google-fonts/none/400Regular/None.ttf')).toThrow('@expo-google-fonts/none');
});
