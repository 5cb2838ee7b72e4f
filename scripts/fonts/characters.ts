import type { Nodes, Text } from 'hast';
import { visit } from 'unist-util-visit';
import type { Edition, Inline, Place, TocEntry, Unit } from '../model/index.ts';

/** Characters that the layout itself sets: folios, hyphens, list marks. */
const own = '0123456789ivxlcdm-\u2010\u2022\u25e6\u25aa.,()';

/** Spaces are cut into every face that has them, though none need have them. */
export const spaces = ' \u00a0\u2002\u2003\u2009\u200a\u200b\u202f\u2060\u3000';

/** Characters that show nothing, and need no glyph. */
const invisible = /[\p{White_Space}\p{Default_Ignorable_Code_Point}]/u;

/** Every visible character of the edition, with the place where it stands first. */
export function collectCharacters(edition: Edition): ReadonlyMap<string, Place | string> {
	const found = new Map<string, Place | string>();
	for (const character of own) if (!invisible.test(character)) found.set(character, 'styles');
	for (const unit of edition.units) {
		for (const inline of inlinesOf(unit)) addInline(found, inline, unit);
		addNodes(found, unit.body, unit);
		for (const note of unit.notes) for (const child of note.children) addNodes(found, child, unit);
	}
	for (const entry of edition.toc) addEntry(found, entry);
	return found;
}

function inlinesOf(unit: Unit): readonly Inline[] {
	return unit.runningHeads ? [unit.title, unit.runningHeads.verso, unit.runningHeads.recto] : [unit.title];
}

function addEntry(found: Map<string, Place | string>, entry: TocEntry): void {
	for (const character of entry.title.text + (entry.byline?.text ?? '')) {
		if (!found.has(character) && !invisible.test(character)) found.set(character, entry.id);
	}
	for (const child of entry.children) addEntry(found, child);
}

function addInline(found: Map<string, Place | string>, inline: Inline, unit: Unit): void {
	for (const child of inline.children) addNodes(found, child, unit);
}

function addNodes(found: Map<string, Place | string>, tree: Nodes, unit: Unit): void {
	visit(tree, 'text', (node) => {
		for (const character of node.value) {
			if (!found.has(character) && !invisible.test(character))
				found.set(character, placeIn(node, character, unit));
		}
	});
}

/** The character's own place, where the node's text still stands as it does in the source. */
function placeIn(node: Text, character: string, unit: Unit): Place | string {
	const file = node.data?.file ?? unit.file ?? `templates/${unit.kind}.liquid`;
	const start = node.position?.start;
	if (!start) return file;
	const before = node.value.slice(0, node.value.indexOf(character)).replaceAll('\u00ad', '').split('\n');
	const last = before.at(-1) ?? '';
	return {
		file,
		line: start.line + before.length - 1,
		column: before.length === 1 ? start.column + last.length : last.length + 1,
	};
}
