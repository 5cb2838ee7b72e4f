import {
	PDFArray,
	PDFDict,
	PDFDocument,
	PDFHexString,
	PDFName,
	PDFNumber,
	type PDFObject,
	PDFRef,
	PDFString,
} from '@cantoo/pdf-lib';
import { type PageContents, readContents } from './read-contents.ts';

/** An element of a structure tree (ISO 32000-1, 14.7.2). */
export interface TagRead {
	readonly type: string;
	/** As it says itself, and as it follows from those around it. */
	readonly ownLang?: string;
	readonly lang: string;
	readonly alt?: string;
	readonly actualText?: string;
	readonly id?: string;
	/** Attributes by name, of all owners. */
	readonly attributes: Readonly<Record<string, string>>;
	readonly kids: readonly (TagRead | ContentRead | LinkRead)[];
}

/** A run of marked content. */
export interface ContentRead {
	readonly page: number;
	readonly mcid: number;
	readonly text: string;
}

/** A link annotation, by the number of its object. */
export interface LinkRead {
	readonly page: number;
	readonly link: number;
	readonly contents: string;
}

export interface TreeRead {
	readonly document: TagRead;
	/** Names of elements with those that the tree of names leads to. */
	readonly ids: ReadonlyMap<string, string>;
	/** All that does not fit together: tree, parent tree, pages, annotations. */
	readonly faults: readonly string[];
}

/** Reads the structure tree of a finished PDF: its objects by one library, its texts by another. */
export async function readTags(bytes: Uint8Array): Promise<TreeRead> {
	const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
	return new Reader(pdf, await readContents(bytes)).read();
}

/** Whether a kid is an element. */
export function isTag(kid: TagRead['kids'][number]): kid is TagRead {
	return 'type' in kid;
}

/** An element and all below it, each before its kids; without those of one type, and what is in them. */
export function allTags(tag: TagRead, without?: string): readonly TagRead[] {
	const kids = tag.kids.filter(isTag).filter(({ type }) => type !== without);
	return [tag, ...kids.flatMap((kid) => allTags(kid, without))];
}

/** The runs of content below an element, in order, each with the language that it is in. */
export function contentsOf(tag: TagRead): readonly (ContentRead & { readonly lang: string })[] {
	return tag.kids.flatMap((kid) => {
		if (isTag(kid)) return contentsOf(kid);
		return 'mcid' in kid ? [{ ...kid, lang: tag.lang }] : [];
	});
}

class Reader {
	readonly #pdf: PDFDocument;
	readonly #contents: readonly PageContents[];
	readonly #pages: ReadonlyMap<string, number>;
	readonly #faults: string[] = [];
	/** What the tree owns: `page mcid` or the tag of an annotation, with the tag of its element. */
	readonly #owners = new Map<string, string>();

	constructor(pdf: PDFDocument, contents: readonly PageContents[]) {
		this.#pdf = pdf;
		this.#contents = contents;
		this.#pages = new Map(pdf.getPages().map(({ ref }, index) => [ref.tag, index]));
	}

	read(): TreeRead {
		const root = this.#pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
		const top = kidsOf(root);
		const [first] = top;
		if (top.length !== 1 || !(first instanceof PDFRef)) throw new Error('The tree has no one document.');
		const rootRef = this.#pdf.catalog.get(PDFName.of('StructTreeRoot'));
		const document = this.#tag(first, rootRef, '', undefined);
		this.#comparePages(root);
		return { document, ids: this.#ids(root), faults: this.#faults };
	}

	#tag(ref: PDFRef, parent: PDFObject | undefined, lang: string, page: number | undefined): TagRead {
		const dict = this.#pdf.context.lookup(ref, PDFDict);
		const type = nameOf(dict.get(PDFName.of('S'))) ?? '';
		if (dict.get(PDFName.of('P')) !== parent) this.#faults.push(`${type} ${ref.tag} names another parent`);
		const ownLang = textOf(dict.lookup(PDFName.of('Lang')));
		const own = ownLang ?? lang;
		const onPage = this.#pageOf(dict) ?? page;
		const optional = {
			ownLang,
			alt: textOf(dict.lookup(PDFName.of('Alt'))),
			actualText: textOf(dict.lookup(PDFName.of('ActualText'))),
			id: textOf(dict.lookup(PDFName.of('ID'))),
		};
		return {
			type,
			...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) as object),
			lang: own,
			attributes: this.#attributes(dict.lookup(PDFName.of('A'))),
			kids: kidsOf(dict).map((kid) => this.#kid(kid, ref, own, onPage)),
		};
	}

	#kid(
		kid: PDFObject,
		owner: PDFRef,
		lang: string,
		page: number | undefined,
	): TagRead | ContentRead | LinkRead {
		const found = this.#pdf.context.lookup(kid);
		if (found instanceof PDFNumber) return this.#content(found.asNumber(), owner, page);
		if (!(found instanceof PDFDict)) throw new Error(`${owner.tag} has a kid that is none.`);
		if (found.has(PDFName.of('S'))) {
			if (!(kid instanceof PDFRef)) throw new Error('An element has no number.');
			return this.#tag(kid, owner, lang, page);
		}
		const itsPage = this.#pageOf(found) ?? page;
		const mcid = found.lookup(PDFName.of('MCID'));
		if (mcid instanceof PDFNumber) return this.#content(mcid.asNumber(), owner, itsPage);
		const annotation = found.get(PDFName.of('Obj'));
		if (!(annotation instanceof PDFRef)) throw new Error(`${owner.tag} has a kid that is none.`);
		this.#own(annotation.tag, owner);
		const contents = this.#pdf.context.lookup(annotation, PDFDict).lookup(PDFName.of('Contents'));
		return { page: itsPage ?? -1, link: annotation.objectNumber, contents: textOf(contents) ?? '' };
	}

	#content(mcid: number, owner: PDFRef, page = -1): ContentRead {
		this.#own(`${page} ${mcid}`, owner);
		const text = this.#contents[page]?.texts.get(mcid);
		if (text === undefined) this.#faults.push(`page ${page} has no content ${mcid}`);
		return { page, mcid, text: text ?? '' };
	}

	#own(what: string, owner: PDFRef): void {
		if (this.#owners.has(what)) this.#faults.push(`two elements own ${what}`);
		this.#owners.set(what, owner.tag);
	}

	/** Holds pages, annotations and the parent tree against what the tree owns. */
	#comparePages(root: PDFDict): void {
		const parents = new Map(leavesOf(root.lookup(PDFName.of('ParentTree'), PDFDict), 'Nums'));
		const next = root.lookup(PDFName.of('ParentTreeNextKey'), PDFNumber).asNumber();
		/** What the parent tree says: owners of content and annotations. */
		const said = new Map<string, string>();
		const keys = new Set<number>();
		this.#pdf.getPages().forEach(({ node }, page) => {
			this.#lookAtContents(page);
			const key = keyOf(node, 'StructParents');
			if (key !== undefined) {
				keys.add(key);
				for (const [mcid, owner] of this.#pdf.context.lookup(parents.get(key), PDFArray).asArray().entries())
					if (owner instanceof PDFRef) said.set(`${page} ${mcid}`, owner.tag);
			}
			for (const ref of node
				.Annots()
				?.asArray()
				.filter((one) => one instanceof PDFRef) ?? []) {
				const own = keyOf(this.#pdf.context.lookup(ref, PDFDict), 'StructParent') ?? -1;
				keys.add(own);
				const owner = parents.get(own);
				if (owner instanceof PDFRef) said.set(ref.tag, owner.tag);
				else this.#faults.push(`page ${page}: nothing owns the annotation ${ref.tag}`);
			}
		});
		this.#compareOwners(said);
		for (const key of parents.keys()) {
			if (!keys.has(key)) this.#faults.push(`nothing has the key ${key}`);
			if (key >= next) this.#faults.push(`the next key is ${next}, and there is a ${key}`);
		}
	}

	#lookAtContents(page: number): void {
		const { outside = [], texts = new Map<number, string>() } = this.#contents[page] ?? {};
		for (const fault of outside) this.#faults.push(`page ${page}: ${fault}`);
		for (const mcid of texts.keys()) {
			if (!this.#owners.has(`${page} ${mcid}`)) this.#faults.push(`page ${page}: nothing owns ${mcid}`);
		}
	}

	#compareOwners(said: ReadonlyMap<string, string>): void {
		for (const [what, owner] of this.#owners) {
			if (said.get(what) !== owner) this.#faults.push(`the parent tree does not say who owns ${what}`);
		}
		for (const what of said.keys()) {
			if (!this.#owners.has(what)) this.#faults.push(`only the parent tree says who owns ${what}`);
		}
	}

	#ids(root: PDFDict): ReadonlyMap<string, string> {
		const tree = root.lookupMaybe(PDFName.of('IDTree'), PDFDict);
		const entries = tree ? leavesOf(tree, 'Names') : [];
		return new Map(
			entries.map(([id, ref]) => [
				id,
				textOf(this.#pdf.context.lookup(ref, PDFDict).lookup(PDFName.of('ID'))) ?? '',
			]),
		);
	}

	#pageOf(dict: PDFDict): number | undefined {
		const ref = dict.get(PDFName.of('Pg'));
		return ref instanceof PDFRef ? this.#pages.get(ref.tag) : undefined;
	}

	#attributes(found: PDFObject | undefined): Readonly<Record<string, string>> {
		const owners = found instanceof PDFArray ? found.asArray() : found ? [found] : [];
		const dicts = owners.map((one) => this.#pdf.context.lookup(one, PDFDict));
		return Object.fromEntries(
			dicts.flatMap((dict) => dict.entries().map(([key, value]) => [key.decodeText(), value.toString()])),
		);
	}
}

function kidsOf(dict: PDFDict): readonly PDFObject[] {
	const found = dict.lookup(PDFName.of('K'));
	if (found instanceof PDFArray) return found.asArray();
	const own = dict.get(PDFName.of('K'));
	return own === undefined ? [] : [own];
}

/** Entries of a tree of numbers or names (7.9.6 and 7.9.7). */
function leavesOf(tree: PDFDict, entries: 'Nums'): [number, PDFObject][];
function leavesOf(tree: PDFDict, entries: 'Names'): [string, PDFObject][];
function leavesOf(tree: PDFDict, entries: 'Nums' | 'Names'): [number | string, PDFObject][] {
	const own = tree.lookupMaybe(PDFName.of(entries), PDFArray)?.asArray() ?? [];
	const found: [number | string, PDFObject][] = [];
	for (let at = 0; at + 1 < own.length; at += 2) {
		const [key, value] = [own[at], own[at + 1]];
		if (value) found.push([key instanceof PDFNumber ? key.asNumber() : (textOf(key) ?? ''), value]);
	}
	const kids = tree.lookupMaybe(PDFName.of('Kids'), PDFArray)?.asArray() ?? [];
	return [...found, ...kids.flatMap((kid) => leavesOf(tree.context.lookup(kid, PDFDict), entries as 'Nums'))];
}

function keyOf(dict: PDFDict, name: string): number | undefined {
	const found = dict.lookup(PDFName.of(name));
	return found instanceof PDFNumber ? found.asNumber() : undefined;
}

function nameOf(object: PDFObject | undefined): string | undefined {
	return object instanceof PDFName ? object.decodeText() : undefined;
}

function textOf(object: PDFObject | undefined): string | undefined {
	return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined;
}
