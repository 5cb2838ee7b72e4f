import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../support/world.ts';

const sheet = readFileSync(join(root, 'styles/epub.css'), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
const declarations = [...sheet.matchAll(/^\t([\w-]+):\s*([^;]+);/gm)].map(([, name = '', value = '']) => ({
	name,
	value,
}));

test('the sheet leaves size, colour and alignment to the reader', () => {
	expect(declarations.length).toBeGreaterThan(100);
	for (const { name, value } of declarations) {
		expect(value, name).not.toMatch(/\d(?:px|pt|pc|cm|mm|in|q)\b|justify|!important/i);
	}
	const coloured = declarations.filter(({ name }) => /color|^background|^fill$/.test(name));
	// Links in the colour of the text, and the paper behind pictures.
	expect(coloured).toEqual([
		{ name: 'color', value: 'inherit' },
		{ name: 'background-color', value: '#ffffff' },
	]);
	// The root keeps the reader's size.
	expect(sheet).not.toMatch(/^(?:html|body|:root)[^{]*\{[^}]*font-size/m);
});

test('every list of typefaces ends in a general one, and names those of the platforms', () => {
	const families = declarations.filter(({ name }) => name === 'font-family').map(({ value }) => value);
	expect(families.length).toBeGreaterThan(4);
	for (const family of families) {
		expect(family).toMatch(/(?:serif|sans-serif|monospace)$/);
		expect(family).toMatch(/Songti|PingFang/);
		expect(family).toMatch(/AR UDJingxihei/);
		expect(family).toMatch(/Noto/);
	}
});

test('selectors are plain, for old engines drop a rule that they do not know', () => {
	expect(sheet).not.toMatch(/:is\(|:where\(|:has\(|var\(|^@layer|&/m);
});
