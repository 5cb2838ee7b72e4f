import type { Memo } from '../model/index.ts';
import { openFoundry } from './foundry.ts';
import { readTables } from './tables.ts';

/** What a PDF reads of an embedded TrueType font (ISO 32000-1, 9.9); hinting is gone already. */
const needed = ['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp'];

/**
 * Cuts a face to glyphs, for a PDF to embed; ids stay as they are. The same glyphs give the same bytes, whatever else
 * the given cut of the face had. Parts of a composite glyph are kept with it.
 */
export async function cutToGlyphs(
	bytes: Uint8Array,
	glyphs: Iterable<number>,
	{ memo }: { readonly memo?: Memo } = {},
): Promise<Uint8Array> {
	const foundry = memo?.recall('fonts', 'foundry', openFoundry) ?? openFoundry();
	const drop = [...readTables(bytes).keys()].filter((tag) => !needed.includes(tag));
	return foundry.cutBytes(bytes, { glyphs, features: [], drop }, 'of a PDF');
}
