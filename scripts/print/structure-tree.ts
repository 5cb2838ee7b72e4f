import { type Numbering, nameOf, referTo } from './numbering.ts';
import { writeString } from './pdf-syntax.ts';
import type { PdfWriter } from './pdf-writer.ts';
import type { Sheet } from './sheet.ts';
import { addTree, type TreeEntry } from './trees.ts';

export interface TreeOptions {
	readonly sheets: readonly Sheet[];
	readonly lang: string;
	/** Key of an annotation in the parent tree, from the number of its object. */
	readonly annotationKey: (number: number) => number;
}

/**
 * Writes the structure tree of a book (ISO 32000-1, 14.7): below the document stand the elements of all parts, in the
 * order of the pages.
 * @returns the number of its root
 */
export function addStructure(writer: PdfWriter, numbering: Numbering, options: TreeOptions): number {
	const { sheets, lang, annotationKey } = options;
	const root = writer.reserve();
	const kids: string[] = [];
	const named: TreeEntry[] = [];
	const owners: [key: number, value: string][] = sheets.flatMap(({ text }, index) => {
		if (!text) return [];
		const { objects } = numbering.of(text.part);
		const parents = text.part.pages[text.page]?.parents ?? [];
		const list = parents.map((parent) => referTo(parent === null ? undefined : objects[parent]));
		return [[index, referTo(writer.add(`[${list.join(' ')}]`))]];
	});
	for (const part of numbering.textParts) {
		const { objects, annotations, names } = numbering.of(part);
		kids.push(...part.roots.map((index) => referTo(objects[index])));
		part.named.forEach((index, nth) => void named.push([nameOf(names + nth), referTo(objects[index])]));
		part.annotations.forEach(({ parent }, index) => {
			if (parent !== undefined) owners.push([annotationKey(annotations + index), referTo(objects[parent])]);
		});
	}
	owners.sort(([a], [b]) => a - b);
	const nextKey = (owners.at(-1)?.[0] ?? -1) + 1;
	const parentTree = addTree(
		writer,
		'Nums',
		owners.map(([key, value]) => [String(key), value]),
	);
	const ids = named.length > 0 ? ` /IDTree ${referTo(addTree(writer, 'Names', named))}` : '';
	const document = referTo(numbering.document);
	writer.object(
		numbering.document,
		`<</Type /StructElem /S /Document /P ${referTo(root)} /Lang ${writeString(Buffer.from(lang))} /K [${kids.join(' ')}]>>`,
	);
	writer.object(
		root,
		`<</Type /StructTreeRoot /K ${document} /ParentTree ${referTo(parentTree)} /ParentTreeNextKey ${nextKey}${ids}>>`,
	);
	return root;
}
