import type { PdfWriter } from './pdf-writer.ts';

export type TreeEntry = readonly [key: string, value: string];

/** Entries of one leaf: readers search leaf by leaf. */
const leafSize = 500;

/**
 * Writes a name tree or a number tree (ISO 32000-1, 7.9.6 and 7.9.7) whose keys are sorted, and hands back the number
 * of its root.
 */
export function addTree(writer: PdfWriter, kind: 'Names' | 'Nums', entries: readonly TreeEntry[]): number {
	const leaves: number[] = [];
	for (let start = 0; start < entries.length; start += leafSize) {
		const leaf = entries.slice(start, start + leafSize);
		const list = leaf.map(([key, value]) => `${key} ${value}`).join(' ');
		const limits = `/Limits [${leaf[0]?.[0]} ${leaf.at(-1)?.[0]}]`;
		leaves.push(writer.add(`<<${limits} /${kind} [${list}]>>`));
	}
	if (leaves.length === 0) return writer.add(`<</${kind} []>>`);
	return writer.add(`<</Kids [${leaves.map((leaf) => `${leaf} 0 R`).join(' ')}]>>`);
}
