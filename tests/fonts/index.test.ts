import { gzipSync } from 'node:zlib';
import { create } from 'fontkitten';
import { expect, test } from 'vitest';
import { checkCharacters, cutFonts, missingCharacters } from '../../scripts/fonts/index.ts';
import type { FontSet, Memo, Unit } from '../../scripts/model/index.ts';
import { edition, element, inline, text, tree, unit } from '../support/edition.ts';
import { createReport, placesOf } from '../support/report.ts';
import { shapeWith } from './shape-with.ts';

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
		// Glyph ids are kept, and each that is not used costs some bytes, which are zero.
		expect(gzipSync(bytes).length).toBeLessThan(20_000);
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

/** A session: what it was asked for, and how often something was made. */
function session() {
	const values = new Map<string, unknown>();
	const made: string[] = [];
	const memo: Memo = {
		nameOf: () => '',
		recall: <T>(room: string, key: string, make: () => T): T => {
			if (!values.has(`${room} ${key}`)) {
				made.push(key);
				values.set(`${room} ${key}`, make());
			}
			return values.get(`${room} ${key}`) as T;
		},
	};
	return { memo, made };
}

const first = unit('a', { title: inline('题'), body: tree('<p>第一章 AI 治理</p>'), file: 'a.md' });

async function build(units: readonly Unit[], memo?: Memo) {
	const report = createReport();
	const fonts = await cutFonts(edition({ units }), report.add, memo ? { memo } : {});
	return { fonts, found: report.list() };
}

const plain = (fonts: FontSet) =>
	fonts.map(({ glyphText, bytes, ...face }) => ({
		...face,
		size: bytes.length,
		coded: [...glyphText().coded],
	}));

test('a build that has a session gives what one without gives, and cuts nothing twice', async () => {
	const { memo, made } = session();
	const cold = await build([first]);
	expect(plain((await build([first], memo)).fonts)).toEqual(plain(cold.fonts));
	const before = made.length;
	const again = await build([first], memo);
	expect(made.length).toBe(before);
	for (const [index, face] of again.fonts.entries()) {
		expect(face.digest).toBe(cold.fonts[index]?.digest);
		expect(face.glyphText()).toBe(face.glyphText());
	}
});

test('one new Han character cuts the Han faces anew and keeps the Latin ones; shapes stay', async () => {
	const { memo, made } = session();
	const before = await build([first], memo);
	made.length = 0;
	const units = [first, unit('b', { title: inline('题'), body: tree('<p>龘</p>') })];
	const after = await build(units, memo);
	const cuts = made.filter((key) => key.startsWith('cut ')).map((key) => key.split(' ')[1]);
	expect(cuts).toEqual(['serif-han-400.ttf', 'serif-han-700.ttf', 'sans-han-500.ttf']);
	expect(plain(after.fonts)).toEqual(plain((await build(units)).fonts));
	expect(after.fonts.map((face) => face.shape)).toEqual(before.fonts.map((face) => face.shape));
	expect(after.fonts.map((face) => face.digest)).not.toEqual(before.fonts.map((face) => face.digest));
});

test('a text is set with the same glyphs, whatever else stands in the book', async () => {
	const text = 'e\u0301 office “治”';
	const small = await build([unit('a', { title: inline('题'), body: tree(`<p>${text}</p>`) })]);
	const large = await build([
		unit('a', { title: inline('题'), body: tree(`<p>${text}</p>`) }),
		unit('b', { body: tree('<p>é fl ffl 人工……——</p>') }),
	]);
	for (const [index, { bytes, file }] of small.fonts.entries()) {
		expect(large.fonts[index]?.file).toBe(file);
		expect(shapeWith(large.fonts[index]?.bytes ?? bytes, text)).toEqual(shapeWith(bytes, text));
	}
});

test('no two faces have the same shape, even where they share a file', () => {
	expect(new Set(sound.fonts.map((face) => face.shape)).size).toBe(sound.fonts.length);
});

test('a missing character is reported in every build, at its place', async () => {
	const { memo } = session();
	const faulty = unit('b', { body: { type: 'root', children: [text('雪😀', 5, 3)] }, file: 'b.md' });
	const cold = await build([first, faulty]);
	expect(cold.found).toHaveLength(1);
	expect((await build([first, faulty], memo)).found).toEqual(cold.found);
	expect((await build([first, faulty], memo)).found).toEqual(cold.found);
	expect((await build([first], memo)).found).toEqual([]);
});

test('a check reports what a cut reports', async () => {
	const units = [unit('b', { body: { type: 'root', children: [text('雪😀𓀀', 5, 3)] }, file: 'b.md' })];
	const report = createReport();
	checkCharacters(edition({ units }), report.add);
	expect(report.list()).toHaveLength(2);
	expect(report.list()).toEqual((await build(units)).found);
});

test('characters that no face has are found in any text', () => {
	expect(missingCharacters(['雪😀 a\n', '𓀀\u00ad😀'])).toEqual(new Set(['😀', '𓀀']));
	// What stands for a character that is missing must be there itself.
	expect(missingCharacters(['\u3013']).size).toBe(0);
});

test('faces for lines that run downwards keep the vertical forms of marks, and have a shape of their own', async () => {
	const units = [unit('a', { body: tree(`<p>${prose}</p>`) })];
	const report = createReport();
	const downwards = await cutFonts(edition({ units }), report.add, { vertical: true });
	const level = await cutFonts(edition({ units }), report.add);
	const han = (fonts: FontSet) => fonts.find((face) => face.family === 'Diglot Sans Han');
	const [one, other] = [han(downwards), han(level)];
	if (!one || !other) throw new Error('There is no Han face.');
	expect(one.shape).not.toBe(other.shape);
	const [mark] = shapeWith(one.bytes, '《');
	expect(shapeWith(one.bytes, '《', 'vert')).not.toEqual([mark]);
	expect(shapeWith(other.bytes, '《', 'vert')).toEqual(shapeWith(other.bytes, '《'));
	const turned = shapeWith(one.bytes, '《', 'vert')[0] ?? 0;
	const { coded, derived } = one.glyphText();
	expect(derived.get(turned) ?? coded.get(turned)).toMatch(/^[《︽]$/);
});
