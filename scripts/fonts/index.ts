import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { create } from 'fontkitten';
import subsetFont from 'subset-font';
import type { Reporter } from '../diagnostics/index.ts';
import type { Edition, FontFace, FontSet, Place } from '../model/index.ts';
import { collectCharacters, spaces } from './characters.ts';
import { type FaceSource, hanFaces, latinFaces, sharedMarks } from './faces.ts';
import { readGlyphText } from './glyph-text.ts';

export { fillShelf } from './shelf.ts';

/** Tables for vertical setting and signatures, which a cut face for horizontal setting does not need. */
const unneeded = ['DSIG', 'VORG', 'vhea', 'vmtx', 'BASE'];

/**
 * Cuts the typefaces to the characters of an edition. A cut font has one code point per glyph, so Chromium
 * cannot store a Han character as the Kangxi radical that shares its shape. Faces that would be empty are left
 * out. A character that no face has is reported as `character-missing`.
 */
export async function cutFonts(edition: Edition, report: Reporter): Promise<FontSet> {
	const characters = collectCharacters(edition);
	const text = [...characters.keys()].sort().join('');
	const latin = await cutFaces(latinFaces, text);
	const rest = [...text].filter((character) => !covers(latin, character)).join('');
	// In a run of Chinese the Han face also sets the marks that both scripts have.
	const marks = [...sharedMarks].filter((mark) => characters.has(mark)).join('');
	const han = rest === '' ? [] : await cutFaces(hanFaces, rest + marks);
	const cut = [...latin, ...han];
	reportMissing(characters, cut, report);
	return cut.map(({ face: { source: _source, features: _features, ...face }, file }) => {
		const { bytes, postScriptName, glyphText } = file;
		return { ...face, bytes, postScriptName, glyphText };
	});
}

interface CutFace {
	readonly face: FaceSource;
	readonly file: CutFile;
}

/** Cuts faces to a text; those that have none of it are left out, and those that share a file share its cut. */
async function cutFaces(faces: readonly FaceSource[], text: string): Promise<readonly CutFace[]> {
	const files = new Map<string, Promise<CutFile>>();
	const cut = await Promise.all(
		faces.map(async (face) => {
			const file = files.get(face.file) ?? cutFile(face, text + spaces);
			files.set(face.file, file);
			return { face, file: await file };
		}),
	);
	return cut.filter(({ file }) =>
		[...text].some((character) => file.points.has(character.codePointAt(0) ?? 0)),
	);
}

function covers(cut: readonly CutFace[], character: string): boolean {
	const point = character.codePointAt(0) ?? 0;
	return cut.some(({ file }) => file.points.has(point));
}

interface CutFile extends Pick<FontFace, 'bytes' | 'postScriptName' | 'glyphText'> {
	readonly points: ReadonlySet<number>;
}

async function cutFile(face: FaceSource, text: string): Promise<CutFile> {
	const whole = await readFile(createRequire(import.meta.url).resolve(face.source));
	const bytes = await subsetFont(whole, text, {
		targetFormat: 'truetype',
		keepFeatures: face.features,
		noHinting: true,
		dropTables: unneeded,
	});
	const font = create(bytes);
	if (font.isCollection) throw new Error(`${face.source} holds several fonts.`);
	const points = new Set(font.characterSet);
	return { bytes, points, postScriptName: font.postscriptName, glyphText: readGlyphText(font) };
}

function reportMissing(
	characters: ReadonlyMap<string, Place | string>,
	cut: readonly CutFace[],
	report: Reporter,
): void {
	for (const [character, place] of characters) {
		if (covers(cut, character)) continue;
		const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
		report('character-missing', `No font of the book has "${character}" (U+${code}).`, place);
	}
}
