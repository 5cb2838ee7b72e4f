import { PDFDict, PDFName, PDFNumber, type PDFObject } from '@cantoo/pdf-lib';
import type { Runs } from './content.ts';
import { dictAt, entry, listAt, nameOf, numberAt } from './objects.ts';

/** A structure element with what it holds. */
export interface Tag {
	readonly dict: PDFDict;
	/** Standard type (ISO 32000-1, 14.8.4), as the role map has it. */
	readonly type: string;
	readonly kids: readonly Tag[];
	/** How many runs of content and objects it holds itself. */
	readonly content: number;
	/** Objects it holds. */
	readonly objects: readonly PDFObject[];
}

const standard: ReadonlySet<string> = new Set([
	...[
		'Document',
		'Part',
		'Art',
		'Sect',
		'Div',
		'BlockQuote',
		'Caption',
		'TOC',
		'TOCI',
		'Index',
		'NonStruct',
		'Private',
	],
	...[
		'P',
		'H',
		'H1',
		'H2',
		'H3',
		'H4',
		'H5',
		'H6',
		'L',
		'LI',
		'Lbl',
		'LBody',
		'Table',
		'TR',
		'TH',
		'TD',
		'THead',
	],
	...[
		'TBody',
		'TFoot',
		'Span',
		'Quote',
		'Note',
		'Reference',
		'BibEntry',
		'Code',
		'Link',
		'Annot',
		'Ruby',
		'RB',
		'RT',
	],
	...['RP', 'Warichu', 'WT', 'WP', 'Figure', 'Formula', 'Form'],
]);

export interface ReadTree {
	readonly roots: readonly Tag[];
	readonly faults: readonly string[];
}

/** Reads the structure tree, and holds it against its parent tree and the runs of the pages. */
export function readTree(root: PDFDict, parents: ReadonlyMap<number, PDFObject>, runs: Runs): ReadTree {
	const reader = new TreeReader(root, parents);
	const roots = listAt(root, 'K').flatMap((kid) =>
		kid instanceof PDFDict ? [reader.read(kid, undefined, root)] : [],
	);
	for (const [owner, numbers] of runs)
		for (const run of numbers)
			if (!reader.held.has(`${owner} ${run}`))
				reader.faults.push(`run ${run} of owner ${owner} is in no element`);
	for (const held of reader.held) {
		const [owner, run] = held.split(' ').map(Number);
		if (!runs.get(owner ?? 0)?.has(run ?? 0))
			reader.faults.push(`run ${run} of owner ${owner} is on no page`);
	}
	return { roots, faults: reader.faults };
}

class TreeReader {
	readonly faults: string[] = [];
	readonly held = new Set<string>();
	readonly #roles: PDFDict | undefined;
	readonly #parents: ReadonlyMap<number, PDFObject>;
	readonly #seen = new Set<PDFDict>();

	constructor(root: PDFDict, parents: ReadonlyMap<number, PDFObject>) {
		this.#roles = dictAt(root, 'RoleMap');
		this.#parents = parents;
	}

	read(dict: PDFDict, page: PDFDict | undefined, parent: PDFDict): Tag {
		const type = this.#typeOf(nameOf(entry(dict, 'S')) ?? '');
		if (this.#seen.has(dict)) {
			this.faults.push(`${type} stands in the tree twice`);
			return { dict, type, kids: [], content: 0, objects: [] };
		}
		this.#seen.add(dict);
		if (entry(dict, 'P') !== parent) this.faults.push(`${type} names another parent`);
		const own = dictAt(dict, 'Pg') ?? page;
		const kids: Tag[] = [];
		const objects: PDFObject[] = [];
		let content = 0;
		for (const kid of listAt(dict, 'K')) {
			const kind = kid instanceof PDFDict ? nameOf(entry(kid, 'Type')) : undefined;
			if (kid instanceof PDFNumber) content += this.#hold(dict, type, own, kid.asNumber());
			else if (!(kid instanceof PDFDict)) this.faults.push(`${type} holds what is no element`);
			else if (kind === 'MCR') {
				const owner = dictAt(kid, 'Stm') ?? dictAt(kid, 'Pg') ?? own;
				content += this.#hold(dict, type, owner, numberAt(kid, 'MCID') ?? -1);
			} else if (kind === 'OBJR') objects.push(entry(kid, 'Obj') ?? kid);
			else kids.push(this.read(kid, own, dict));
		}
		return { dict, type, kids, content: content + objects.length, objects };
	}

	#hold(dict: PDFDict, type: string, page: PDFDict | undefined, run: number): number {
		const owner = numberAt(page, 'StructParents');
		if (owner === undefined) this.faults.push(`${type} holds run ${run} of no page`);
		else {
			this.held.add(`${owner} ${run}`);
			const list = this.#parents.get(owner);
			const found =
				list && 'lookup' in list ? (list as { lookup(index: number): unknown }).lookup(run) : undefined;
			if (found !== dict)
				this.faults.push(`the parent tree has another owner of run ${run} of ${owner} than ${type}`);
		}
		return 1;
	}

	#typeOf(name: string): string {
		const passed = new Set<string>();
		let type = name;
		while (!standard.has(type) && !passed.has(type)) {
			passed.add(type);
			type = nameOf(this.#roles?.lookup(PDFName.of(type))) ?? type;
		}
		if (!standard.has(type)) this.faults.push(`${name} is no standard type`);
		if (standard.has(name) && this.#roles?.has(PDFName.of(name))) this.faults.push(`${name} is mapped anew`);
		return type;
	}
}
