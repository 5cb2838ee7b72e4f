import type { Reporter } from '../diagnostics/index.ts';
import { where } from './say.ts';
import type { PieceUses, Use } from './uses.ts';

/**
 * Reports images that a block has and its translation has not, or the other way round (`translation-image`). Which
 * image it is does not matter, for each language may have its own. An image that moved to another block of the piece
 * is no fault.
 */
export function checkImages({ pairs, loose }: PieceUses, report: Reporter): void {
	const count = (side: 'source' | 'target') =>
		[...pairs.flatMap((pair) => pair[side]), ...loose[side]].filter(isImage).length;
	if (count('source') === count('target')) return;
	for (const { source, target, place, sourcePlace } of pairs) {
		const [ours, theirs] = [source.filter(isImage), target.filter(isImage)];
		for (const image of beyond(ours, theirs)) {
			const message = `${told(image)} (${where(image.place)}) is not in the translation`;
			report('translation-image', message, place);
		}
		for (const image of beyond(theirs, ours)) {
			const message = `${told(image)} is not in the text that it translates (${where(sourcePlace)})`;
			report('translation-image', message, image.place);
		}
	}
}

function isImage({ kind }: Use): boolean {
	return kind === 'image';
}

/** Those that are over on a side: first of all what the other side does not have. */
function beyond(images: readonly Use[], others: readonly Use[]): readonly Use[] {
	const surplus = images.length - others.length;
	if (surplus <= 0) return [];
	const known = new Set(others.map(({ to }) => to));
	const own = images.filter(({ to }) => !known.has(to));
	return (own.length >= surplus ? own : images).slice(-surplus);
}

function told({ to }: Use): string {
	return to === '' ? 'the drawing' : `the image ${to}`;
}
