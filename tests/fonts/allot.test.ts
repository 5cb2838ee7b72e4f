import { expect, test } from 'vitest';
import { allot } from '../../scripts/fonts/allot.ts';
import { pointsOf } from '../../scripts/fonts/characters.ts';
import { openFoundry } from '../../scripts/fonts/foundry.ts';

const foundry = openFoundry();

function textOf(text: string): Record<string, string> {
	const { faces } = allot(pointsOf(text), foundry);
	return Object.fromEntries(
		faces.map(({ face, points }) => [`${face.family} ${face.weight}`, String.fromCodePoint(...points)]),
	);
}

test('Latin faces get what they have, Han faces the rest and the marks of both', () => {
	const given = textOf('人A“');
	expect(given['Diglot Serif 400']).toBe('A“');
	expect(given['Diglot Serif Han 400']).toBe('“人');
	expect(given['Diglot Serif Han Marks 700']).toBe('“人');
});

test('without Han text there are no Han faces, marks or not', () => {
	expect(Object.keys(textOf('A“')).filter((name) => name.includes('Han'))).toEqual([]);
});

test('what no face has is missing', () => {
	expect([...allot(pointsOf('A人😀'), foundry).missing]).toEqual([0x1f600]);
});

test('a letter and a mark bring what a shaper makes of them, two marks too', () => {
	expect(textOf('e\u0301')['Diglot Serif 400']).toBe('e\u00e9\u0301');
	expect(textOf('e\u0302\u0301')['Diglot Serif 400']).toContain('\u1ebf');
	expect([...allot(pointsOf('x\u0301'), foundry).missing]).toEqual([]);
});

test('who gets a character does not depend on the others', () => {
	const [small, large] = [textOf('e\u0301人“'), textOf('ab人工e\u0301“”…éž')];
	for (const [name, text] of Object.entries(small)) {
		for (const character of text) expect(large[name]).toContain(character);
	}
});
