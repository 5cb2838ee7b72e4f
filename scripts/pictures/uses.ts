import type { Nodes } from 'hast';
import type { Edition, Place } from '../model/index.ts';

/** The images that the text of an EPUB shows, in order, with the place of the first use of each. */
export function usesOf({ units }: Edition): ReadonlyMap<string, Place> {
	const uses = new Map<string, Place>();
	const walk = (node: Nodes, file: string): void => {
		if (node.type === 'element' && node.tagName === 'img') {
			const { src } = node.properties;
			const { line = 0, column = 0 } = node.position?.start ?? {};
			if (typeof src === 'string' && !uses.has(src)) uses.set(src, { file, line, column });
		}
		if (!('children' in node)) return;
		for (const child of node.children) walk(child, file);
	};
	for (const unit of units) {
		if (unit.media !== 'all' || unit.kind === 'cover') continue;
		walk(unit.body, unit.file ?? unit.id);
		for (const note of unit.notes) for (const child of note.children) walk(child, unit.file ?? unit.id);
	}
	return uses;
}
