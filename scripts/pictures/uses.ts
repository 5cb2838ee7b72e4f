import type { Nodes } from 'hast';
import type { Edition, Place, Unit } from '../model/index.ts';

/** An image in the text of a unit. */
export interface Use {
	readonly source: string;
	readonly place: Place;
}

/** The images that the text of an EPUB shows, in order, with the place of the first use of each. */
export function usesOf({ units }: Edition): ReadonlyMap<string, Place> {
	const uses = new Map<string, Place>();
	for (const unit of units) {
		if (unit.media !== 'all' || unit.kind === 'cover') continue;
		for (const { source, place } of usesIn(unit)) if (!uses.has(source)) uses.set(source, place);
	}
	return uses;
}

/** The images of a unit in the order of its text, and then those of its notes. */
export function usesIn({ id, file = id, body, notes }: Unit): readonly Use[] {
	const uses: Use[] = [];
	const walk = (node: Nodes): void => {
		if (node.type === 'element' && node.tagName === 'img') {
			const { src } = node.properties;
			const { line = 0, column = 0 } = node.position?.start ?? {};
			if (typeof src === 'string') uses.push({ source: src, place: { file, line, column } });
		}
		if (!('children' in node)) return;
		for (const child of node.children) walk(child);
	};
	walk(body);
	for (const note of notes) for (const child of note.children) walk(child);
	return uses;
}
