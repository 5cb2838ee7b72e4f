import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { capHeightOf } from '../../scripts/print/cap-height.ts';

const { resolve } = createRequire(import.meta.url);
const serif = await readFile(
	resolve('@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf'),
);

test('capitals of Source Serif are two thirds of an em high, as its designers drew them', () => {
	expect(capHeightOf(serif)).toBe(670);
	// A view into the middle of a larger buffer.
	const larger = new Uint8Array(serif.length + 3);
	larger.set(serif, 3);
	expect(capHeightOf(larger.subarray(3))).toBe(670);
});

test('a font that does not say has none', () => {
	expect(capHeightOf(new Uint8Array())).toBeUndefined();
	expect(capHeightOf(new Uint8Array(12))).toBeUndefined();
});
