import { createHash } from 'node:crypto';
import { noMemo, type Reporter } from '../diagnostics/index.ts';
import type { Edition, FontFace, FontSet, GlyphText, Memo, Pause, Unit } from '../model/index.ts';
import { type Allotment, type Allotted, allot } from './allot.ts';
import {
	collectCharacters,
	collectPlain,
	isVisible,
	placeOf,
	pointsOf,
	spaces,
	type UnitCharacters,
} from './characters.ts';
import type { FaceSource } from './faces.ts';
import { type Foundry, lazily, openFoundry } from './foundry.ts';
import { readGlyphText } from './glyph-text.ts';

export { cutToGlyphs } from './cut-to-glyphs.ts';
export { fillShelf } from './shelf.ts';

export interface FontOptions {
	/** Without it nothing is taken over from earlier builds. */
	readonly memo?: Memo;
	/** Called between faces. */
	readonly pause?: Pause;
	/** More characters to cut along, as code points: with those that `cutAhead` was given its faces come back. */
	readonly along?: readonly number[];
	/** Whether lines may run downwards: the faces keep their vertical forms and measures. */
	readonly vertical?: boolean;
}

/** What of a face survives the cut beside its glyphs, and what does not. */
interface Form {
	readonly features: readonly string[];
	readonly drop: readonly string[];
}

/** Tables for vertical setting and signatures, which a cut face for horizontal setting does not need. */
const horizontal: Form = { features: [], drop: ['DSIG', 'VORG', 'vhea', 'vmtx', 'BASE'] };

/** Brackets and marks have other forms in vertical lines (OpenType `vert`). */
const vertical: Form = { features: ['vert'], drop: ['DSIG', 'BASE'] };

/**
 * Cuts the typefaces to the characters of an edition. A cut font has one code point per glyph, so Chromium
 * cannot store a Han character as the Kangxi radical that shares its shape. Faces that would be empty are left
 * out. A character that no face has is reported as `character-missing`.
 */
export async function cutFonts(
	edition: Edition,
	report: Reporter,
	{ memo = noMemo, pause, along = [], vertical: isVertical = false }: FontOptions = {},
): Promise<FontSet> {
	const foundry = memo.recall('fonts', 'foundry', openFoundry);
	const characters = mindMissing(edition, report, foundry, memo);
	const cutter = { foundry, form: isVertical ? vertical : horizontal, memo, pause };
	return await cutAll([...characters, ...along], cutter);
}

/**
 * Cuts the typefaces before the text of a book is known, to the characters of its sources, so that a browser can take
 * them up meanwhile. Hands back the characters too: where the book needs no others, `cutFonts` along with them gives
 * the same faces.
 */
export async function cutAhead(
	texts: readonly string[],
	{ memo = noMemo, pause }: Pick<FontOptions, 'memo' | 'pause'> = {},
): Promise<{ readonly fonts: FontSet; readonly along: readonly number[] }> {
	const foundry = memo.recall('fonts', 'foundry', openFoundry);
	const along = collectPlain(texts);
	const cutter = { foundry, form: horizontal, memo, pause };
	return { fonts: await cutAll(along, cutter), along };
}

interface Cutter {
	readonly foundry: Foundry;
	readonly form: Form;
	readonly memo: Memo;
	readonly pause: Pause | undefined;
}

async function cutAll(characters: readonly number[], cutter: Cutter): Promise<FontSet> {
	const { foundry, form, memo, pause } = cutter;
	const { faces } = allotTo([...new Set(characters)], foundry, memo);
	// Faces that share a file share its cut.
	const files = new Map<string, CutFile>();
	const cut: FontFace[] = [];
	for (const allotment of faces) {
		const { face } = allotment;
		const file = files.get(face.file) ?? cutFile(allotment, cutter);
		files.set(face.file, file);
		cut.push(toFontFace(face, foundry, form, file));
		await pause?.();
	}
	return cut;
}

function allotTo(characters: readonly number[], foundry: Foundry, memo: Memo): Allotted {
	const text = [...characters].sort((a, b) => a - b);
	return memo.recall('fonts', `allotted ${text.join()}`, () => allot(text, foundry));
}

/** Reports the characters that no face has, as `cutFonts` does, and cuts nothing. */
export function checkCharacters(
	edition: Edition,
	report: Reporter,
	{ memo = noMemo }: FontOptions = {},
): void {
	mindMissing(edition, report, memo.recall('fonts', 'foundry', openFoundry), memo);
}

/** Characters of some texts that no face has. */
export function missingCharacters(
	texts: readonly string[],
	{ memo = noMemo }: FontOptions = {},
): ReadonlySet<string> {
	const points = new Set(texts.flatMap(pointsOf));
	const { missing } = allotTo(
		[...points].filter(isVisible),
		memo.recall('fonts', 'foundry', openFoundry),
		memo,
	);
	return new Set([...missing].map((point) => String.fromCodePoint(point)));
}

/** The characters of an edition; reports those that no face has. */
function mindMissing(edition: Edition, report: Reporter, foundry: Foundry, memo: Memo): readonly number[] {
	const known = memo.recall('fonts', 'characters', () => new WeakMap<Unit, UnitCharacters>());
	const characters = collectCharacters(edition, known);
	const { missing } = allotTo([...characters.keys()], foundry, memo);
	if (missing.size > 0) {
		for (const [point, mention] of characters) {
			if (!missing.has(point)) continue;
			const character = String.fromCodePoint(point);
			const code = point.toString(16).toUpperCase().padStart(4, '0');
			const message = `No font of the book has "${character}" (U+${code}).`;
			report('character-missing', message, placeOf(character, mention));
		}
	}
	return [...characters.keys()];
}

interface CutFile {
	readonly bytes: Uint8Array;
	readonly digest: string;
	readonly glyphText: () => GlyphText;
}

function cutFile({ face, points }: Allotment, { foundry, form, memo }: Cutter): CutFile {
	const { drop } = form;
	const features = [...face.features, ...form.features];
	return memo.recall('fonts', `cut ${face.file} ${features.join()} ${drop.join()} ${points.join()}`, () => {
		const whole = [...points, ...pointsOf(spaces)];
		const bytes = foundry.cut(face, { points: whole, features, drop });
		return { bytes, digest: hash(bytes), glyphText: lazily(() => readGlyphText(bytes)) };
	});
}

function toFontFace(face: FaceSource, foundry: Foundry, form: Form, cut: CutFile): FontFace {
	const { family, weight, style, unicodeRange, file, features } = face;
	const { origin, postScriptName } = foundry.look(face);
	const shape = hash(
		JSON.stringify([family, weight, style, unicodeRange, origin, [...features, ...form.features], form.drop]),
	);
	return {
		family,
		weight,
		style,
		...(unicodeRange ? { unicodeRange } : {}),
		file,
		postScriptName,
		shape,
		...cut,
	};
}

function hash(content: string | Uint8Array): string {
	return createHash('sha256').update(content).digest('hex');
}
