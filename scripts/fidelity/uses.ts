import type { Element, ElementContent } from 'hast';
import type { Block, BlockPair, PiecePairing, Place } from '../model/index.ts';

/** A link, an image or the call of a note in a text. */
export interface Use {
	readonly kind: 'link' | 'image' | 'note';
	/** The address, the path of the image, the id of the note; empty for a drawing. */
	readonly to: string;
	readonly place: Place;
}

/** What stands in a block and in its translation. */
export interface UsePair {
	readonly source: readonly Use[];
	readonly target: readonly Use[];
	/** Where the translation begins. */
	readonly place: Place;
	readonly sourcePlace: Place;
}

/** What the two texts of a piece use, pair by pair; `loose` is what stands in blocks without a partner. */
export interface PieceUses {
	readonly pairs: readonly UsePair[];
	readonly loose: { readonly source: readonly Use[]; readonly target: readonly Use[] };
	/** Ids of places in the translation by those of the same places in the source: headings, notes, anchors. */
	readonly samePlaces: readonly (readonly [source: string, target: string])[];
}

/** Collects the links, images and calls of notes of a piece. */
export function collectUses({ title, body, notes }: PiecePairing): PieceUses {
	const collected: Collected = { pairs: [], loose: { source: [], target: [] }, samePlaces: [] };
	for (const pair of [title, ...body, ...notes]) collect(pair, collected);
	return collected;
}

interface Collected {
	readonly pairs: UsePair[];
	readonly loose: { readonly source: Use[]; readonly target: Use[] };
	readonly samePlaces: (readonly [string, string])[];
}

function collect(pair: BlockPair, collected: Collected): void {
	const { source, target } = pair;
	if (source && target) {
		const isWhole = pair.inner.length === 0;
		const uses = { source: usesIn(source, isWhole), target: usesIn(target, isWhole) };
		if (uses.source.length + uses.target.length > 0)
			collected.pairs.push({ ...uses, place: target.place, sourcePlace: source.place });
		const [ours, theirs] = [source.node?.properties.id, target.node?.properties.id];
		if (typeof ours === 'string' && typeof theirs === 'string') collected.samePlaces.push([ours, theirs]);
		for (const inner of pair.inner) collect(inner, collected);
	} else if (source) collected.loose.source.push(...usesIn(source, true));
	else if (target) collected.loose.target.push(...usesIn(target, true));
}

function usesIn(block: Block, isWhole: boolean): readonly Use[] {
	const uses: Use[] = [];
	const read = (one: Block): void => {
		for (const node of one.content) visit(node, one.place, uses);
		if (isWhole) for (const inner of one.blocks) read(inner);
	};
	read(block);
	return uses;
}

function visit(node: ElementContent, around: Place, uses: Use[]): void {
	if (node.type !== 'element') return;
	const use = useOf(node);
	const start = node.position?.start;
	if (use) {
		const place = start ? { file: around.file, line: start.line, column: start.column } : around;
		uses.push({ ...use, place });
		if (use.kind !== 'link') return;
	}
	for (const child of node.children) visit(child, around, uses);
}

function useOf({ tagName, properties }: Element): Pick<Use, 'kind' | 'to'> | undefined {
	if (tagName === 'img') return { kind: 'image', to: String(properties.src ?? '') };
	if (tagName === 'svg') return { kind: 'image', to: '' };
	if (tagName !== 'a') return undefined;
	if (typeof properties.dataNote === 'string') return { kind: 'note', to: properties.dataNote };
	return typeof properties.href === 'string' ? { kind: 'link', to: properties.href } : undefined;
}
