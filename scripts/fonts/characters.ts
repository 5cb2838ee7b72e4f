import type { Nodes, Text } from 'hast';
import { visit } from 'unist-util-visit';
import type { Edition, Inline, Place, TocEntry, Unit } from '../model/index.ts';

/** Characters that the layout itself sets: folios, hyphens, list marks. */
const own = '0123456789ivxlcdm-\u2010\u2022\u25e6\u25aa.,()';

/** Spaces are cut into every face that has them, though none need have them. */
export const spaces = ' \u00a0\u2002\u2003\u2009\u200a\u200b\u202f\u2060\u3000';

/** Characters that show nothing, and need no glyph. */
const invisible = /[\p{White_Space}\p{Default_Ignorable_Code_Point}]/u;

/** Radicals and compatibility ideographs, which have the shape of another character (Unicode, CJK blocks). */
const double = /[\u2e80-\u2fdf\uf900-\ufaff\u{2f800}-\u{2fa1f}]/u;

/** Where a character stands first: a text of a unit, or what a place in no text is called. */
export type Mention = { readonly node: Text; readonly unit: Unit } | string;

/** The visible characters of a unit as code points, in the order in which they come, and the first text with each. */
export interface UnitCharacters {
	readonly points: readonly number[];
	readonly nodes: readonly Text[];
	/** Names of what the unit holds that an EPUB lists by itself: `figure`, `caption`. */
	readonly listed: ReadonlySet<string>;
}

/** Labels over the lists of an EPUB, by the elements that make one. */
const listLabels = new Map([
	['figure', 'list-of-figures'],
	['caption', 'list-of-tables'],
]);

/**
 * Every visible character of the edition by code point, with its first mention. What was found in a unit is kept in
 * `known`: a unit that is the same object as in an earlier build is not walked again.
 */
export function collectCharacters(
	edition: Edition,
	known: WeakMap<Unit, UnitCharacters> = new WeakMap(),
): ReadonlyMap<number, Mention> {
	const found = new Map<number, Mention>();
	const isNew = createSieve();
	const walk = createWalker();
	const add = (text: string, mention: string) => {
		for (const point of pointsOf(text)) if (isVisible(point) && isNew(point)) found.set(point, mention);
	};
	add(own, 'styles');
	for (const unit of edition.units) {
		const { points, nodes, listed } = known.get(unit) ?? walk(unit);
		known.set(unit, { points, nodes, listed });
		points.forEach((point, index) => {
			const node = nodes[index];
			if (node && isNew(point)) found.set(point, { node, unit });
		});
		for (const name of listed) {
			const label = listLabels.get(name) ?? name;
			add(edition.labels[label] ?? label, `templates/labels.${unit.lang}.yaml`);
		}
	}
	const addEntry = ({ id, title, byline, children }: TocEntry) => {
		add(title.text + (byline?.text ?? ''), id);
		children.forEach(addEntry);
	};
	edition.toc.forEach(addEntry);
	return found;
}

/**
 * The visible characters of sources, as rising code points, with those that the layout sets. Characters that stand for
 * others, such as the radical ⼈ for 人, are left out: a glyph must say what stands in the text, not in its source.
 */
export function collectPlain(texts: readonly string[]): readonly number[] {
	const isNew = createSieve();
	const found: number[] = [];
	for (const text of [own, ...texts]) {
		for (const point of pointsOf(text)) {
			if (!isNew(point) || !isVisible(point)) continue;
			if (!double.test(String.fromCodePoint(point))) found.push(point);
		}
	}
	return found.sort((a, b) => a - b);
}

/** The place of a character's first mention, for messages. */
export function placeOf(character: string, mention: Mention): Place | string {
	return typeof mention === 'string' ? mention : placeIn(mention.node, character, mention.unit);
}

/** The code points of a text. */
export function pointsOf(text: string): number[] {
	return Array.from(text, (character) => character.codePointAt(0) ?? 0);
}

/** Whether a character shows anything, and so needs a glyph. */
export function isVisible(point: number): boolean {
	return !invisible.test(String.fromCodePoint(point));
}

/** Tells of each code point whether it comes for the first time; `next` starts anew. */
function createSieve(): ((point: number) => boolean) & { next: () => void } {
	const seen = new Uint32Array(0x110000);
	let round = 1;
	const isNew = (point: number) => {
		if (seen[point] === round) return false;
		seen[point] = round;
		return true;
	};
	return Object.assign(isNew, { next: () => void round++ });
}

/** One sieve serves all units: a book has a million characters, and few different ones. */
function createWalker(): (unit: Unit) => UnitCharacters {
	let sieve: ReturnType<typeof createSieve> | undefined;
	return (unit) => {
		sieve ??= createSieve();
		sieve.next();
		const isNew = sieve;
		const points: number[] = [];
		const nodes: Text[] = [];
		const listed = new Set<string>();
		const addText = (node: Text) => {
			const { value } = node;
			for (let at = 0; at < value.length; at++) {
				const point = value.codePointAt(at) ?? 0;
				if (point > 0xffff) at++;
				if (!isNew(point) || !isVisible(point)) continue;
				points.push(point);
				nodes.push(node);
			}
		};
		const addNodes = (tree: Nodes) =>
			visit(tree, (node) => {
				if (node.type === 'text') addText(node);
				else if (node.type === 'element' && listLabels.has(node.tagName)) listed.add(node.tagName);
			});
		for (const inline of inlinesOf(unit)) inline.children.forEach(addNodes);
		addNodes(unit.body);
		for (const note of unit.notes) note.children.forEach(addNodes);
		return { points, nodes, listed };
	};
}

function inlinesOf(unit: Unit): readonly Inline[] {
	return unit.runningHeads ? [unit.title, unit.runningHeads.verso, unit.runningHeads.recto] : [unit.title];
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
