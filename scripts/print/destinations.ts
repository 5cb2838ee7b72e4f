import type { PageFrame } from './frame.ts';
import { type Numbering, referTo } from './numbering.ts';
import { writeNumber, writeString } from './pdf-syntax.ts';
import type { PdfWriter } from './pdf-writer.ts';
import type { Sheet } from './sheet.ts';
import { addTree, type TreeEntry } from './trees.ts';

export interface DestinationOptions {
	readonly sheets: readonly Sheet[];
	readonly frame: PageFrame;
	/** Ids that links lead to; no other needs a destination. */
	readonly targets: ReadonlySet<string>;
}

export interface Destinations {
	/** Number of the name tree. */
	readonly tree: number;
	/** Ids that no page has. */
	readonly dead: readonly string[];
}

/**
 * Writes the places that links lead to, by id (ISO 32000-1, 12.3.2.3). Where an element goes on overleaf and its id
 * stands there too, the first place counts.
 */
export function addDestinations(
	writer: PdfWriter,
	numbering: Numbering,
	options: DestinationOptions,
): Destinations {
	const { sheets, frame, targets } = options;
	const [left, , , top] = frame.trim;
	const places = new Map<string, string>();
	sheets.forEach(({ text, shift }, index) => {
		if (!text) return;
		for (const [id, [x, y]] of Object.entries(text.part.pages[text.page]?.anchors ?? {})) {
			if (!targets.has(id) || places.has(id)) continue;
			const at = `${writeNumber(left + x + shift)} ${writeNumber(top - y)} 0`;
			places.set(id, `[${referTo(numbering.pages + index)} /XYZ ${at}]`);
		}
	});
	const entries = [...places]
		.map(([id, place]) => [Buffer.from(id), place] as const)
		// As bytes: an id goes before those that it begins (7.9.6).
		.sort(([a], [b]) => Buffer.compare(a, b))
		.map(([id, place]): TreeEntry => [writeString(id), place]);
	return { tree: addTree(writer, 'Names', entries), dead: [...targets].filter((id) => !places.has(id)) };
}
