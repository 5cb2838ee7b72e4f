import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { create } from 'fontkitten';
import subsetFont from 'subset-font';
import type { Reporter } from '../diagnostics/index.ts';
import type { Edition, FontFace, FontSet, Place } from '../model/index.ts';
import { collectCharacters, spaces } from './characters.ts';
import { type FaceSource, faces } from './faces.ts';
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
	const text = [...characters.keys()].sort().join('') + spaces;
	const cuts = new Map<string, Promise<CutFile | undefined>>();
	const cut = await Promise.all(
		faces.map(async (face) => {
			const file = cuts.get(face.file) ?? cutFile(face, text);
			cuts.set(face.file, file);
			return { face, file: await file };
		}),
	);
	const covered = new Set<number>();
	const set: FontFace[] = [];
	for (const { face, file } of cut) {
		if (!file) continue;
		for (const point of file.points) covered.add(point);
		const { source: _source, features: _features, ...rest } = face;
		const { bytes, postScriptName, glyphText } = file;
		set.push({ ...rest, bytes, postScriptName, glyphText });
	}
	reportMissing(characters, covered, report);
	return set;
}

interface CutFile extends Pick<FontFace, 'bytes' | 'postScriptName' | 'glyphText'> {
	readonly points: readonly number[];
}

async function cutFile(face: FaceSource, text: string): Promise<CutFile | undefined> {
	const whole = await readFile(createRequire(import.meta.url).resolve(face.source));
	const bytes = await subsetFont(whole, text, {
		targetFormat: 'truetype',
		keepFeatures: face.features,
		noHinting: true,
		dropTables: unneeded,
	});
	const font = create(bytes);
	if (font.isCollection) throw new Error(`${face.source} holds several fonts.`);
	const points = font.characterSet;
	// A face with spaces alone serves nobody.
	const serves = points.some((point) => !spaces.includes(String.fromCodePoint(point)));
	if (!serves) return undefined;
	return { bytes, points, postScriptName: font.postscriptName, glyphText: readGlyphText(font) };
}

function reportMissing(
	characters: ReadonlyMap<string, Place | string>,
	covered: ReadonlySet<number>,
	report: Reporter,
): void {
	for (const [character, place] of characters) {
		const point = character.codePointAt(0) ?? 0;
		if (covered.has(point)) continue;
		const code = point.toString(16).toUpperCase().padStart(4, '0');
		report('character-missing', `No font of the book has "${character}" (U+${code}).`, place);
	}
}
