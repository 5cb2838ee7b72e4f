import { create } from 'fontkitten';
import { expect, test } from 'vitest';
import { cutFonts } from '../../scripts/fonts/index.ts';
import type { FontSet, Unit } from '../../scripts/model/index.ts';
import { edition, element, inline, text, tree, unit } from '../support/edition.ts';
import { createReport, placesOf } from '../support/report.ts';

const prose = '第一章人工智能的风险，与AI治理：“欧盟”的《条例》——见第2页。';

async function cut(...units: readonly Unit[]) {
	const report = createReport();
	const fonts = await cutFonts(edition({ units, metadata: {} }), report.add);
	return { fonts, report };
}

function pointsOf(fonts: FontSet, family: string, weight = 400): readonly number[] {
	const face = fonts.find((one) => one.family === family && one.weight === weight);
	const font = face && create(Buffer.from(face.bytes));
	return font && 'characterSet' in font ? font.characterSet : [];
}

function allPoints(fonts: FontSet): ReadonlySet<number> {
	return new Set(fonts.flatMap((face) => pointsOf(fonts, face.family, face.weight)));
}

const sound = await cut(unit('a', { title: inline('题'), body: tree(`<p>${prose}</p>`), file: 'a.md' }));

test('the cut faces have every character of the edition, and report none', () => {
	const covered = allPoints(sound.fonts);
	for (const character of `${prose}题`) expect(covered).toContain(character.codePointAt(0));
	expect(sound.report.list()).toEqual([]);
});

test('Han text is in both Han families, with its marks; Latin text in the Latin ones', () => {
	for (const family of ['Diglot Serif Han', 'Diglot Serif Han Marks']) {
		for (const character of '人工智能，《“')
			expect(pointsOf(sound.fonts, family)).toContain(character.codePointAt(0));
	}
	expect(pointsOf(sound.fonts, 'Diglot Sans Han', 500)).toContain('人'.codePointAt(0));
	for (const character of 'AI2')
		expect(pointsOf(sound.fonts, 'Diglot Serif')).toContain(character.codePointAt(0));
	expect(pointsOf(sound.fonts, 'Diglot Serif')).not.toContain('人'.codePointAt(0));
});

test('no face keeps a Kangxi radical, a compatibility ideograph or anything that was not asked for', () => {
	const strange: string[] = [];
	const asked = new Set(`${prose}题0123456789ivxlcdm-‐•◦▪.,()`);
	for (const point of allPoints(sound.fonts)) {
		const character = String.fromCodePoint(point);
		expect(character).not.toMatch(/[\u2e80-\u2fdf\uf900-\ufaff]/u);
		const isSpace = /[\p{White_Space}\p{Default_Ignorable_Code_Point}]/u.test(character);
		// U+FFFF ends every character map of format 4 (OpenType 1.9, cmap).
		if (!asked.has(character) && !isSpace && point !== 0xffff) strange.push(character);
	}
	expect(strange).toEqual([]);
});

test('faces that share a file share its bytes, all are TrueType and small', () => {
	const han = sound.fonts.filter((face) => face.file === 'serif-han-400.ttf');
	expect(han).toHaveLength(2);
	expect(han[0]?.bytes).toBe(han[1]?.bytes);
	for (const { bytes } of sound.fonts) {
		expect([...bytes.slice(0, 4)]).toEqual([0, 1, 0, 0]);
		expect(bytes.length).toBeLessThan(40_000);
	}
	expect(sound.fonts[0]).not.toHaveProperty('source');
});

test('an edition without Han text takes no Han characters', async () => {
	const { fonts } = await cut(
		unit('a', { lang: 'en', title: inline('Plain', 'en'), body: tree('<p>Plain text</p>') }),
	);
	const families = new Set(fonts.map((face) => face.family));
	expect(families).toContain('Diglot Serif');
	for (const point of allPoints(fonts)) expect(String.fromCodePoint(point)).not.toMatch(/\p{Script=Han}/u);
});

test('a character that no face has is an error with character, code point, file, line and column', async () => {
	const body = {
		type: 'root' as const,
		children: [element('p', [text('治理', 3, 1)]), element('p', [text('雪😀与𓀀', 5, 3)])],
	};
	const { report } = await cut(unit('a', { body, title: inline('题'), file: 'a.zh.md' }));
	expect(placesOf(report)).toEqual(['a.zh.md:5:4 character-missing', 'a.zh.md:5:7 character-missing']);
	expect(report.list().map((one) => one.message)).toEqual([
		'No font of the book has "😀" (U+1F600).',
		'No font of the book has "𓀀" (U+13000).',
	]);
	expect(new Set(report.list().map((one) => one.rule))).toEqual(new Set(['character-missing']));
	expect(report.hasErrors()).toBe(true);
});
