import { type PDFDict, type PDFDocument, PDFName, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import { contentOf } from '../../pdf/stream-content.ts';
import { findRuns, type Glyphs, type Run } from './content-runs.ts';
import { markContent, withoutMarks } from './mark-content.ts';
import { findFacts } from './page-facts.ts';
import type { Detail } from './pictures.ts';
import { type RawKid, type RawTag, readRawTags } from './raw-tree.ts';
import { refinePage } from './refine.ts';
import { isTag, type PageTags, type TagKid } from './tag.ts';
import { readToUnicode } from './unicode-map.ts';

/** Content of a page whose every run is an element's or an artifact, and the elements. */
export interface TaggedPage {
	readonly tags: PageTags;
	readonly content: Uint8Array;
}

/** Reads the browser's structure tree page by page; numbers of marked content count within a page. */
export class TagReader {
	readonly #pages = new Map<number, RawTag>();
	readonly #details: readonly Detail[];
	readonly #linkOf: (annotation: PDFRef) => number | undefined;
	readonly #maps = new Map<PDFDict, ReadonlyMap<number, string>>();

	constructor(
		pdf: PDFDocument,
		details: readonly Detail[],
		linkOf: (annotation: PDFRef) => number | undefined,
	) {
		this.#details = details;
		this.#linkOf = linkOf;
		const numbers = new Map(pdf.getPages().map((page, index) => [page.ref, index]));
		for (const tag of readRawTags(pdf)) {
			const page = pageOf(tag);
			if (page) this.#pages.set(numbers.get(page) ?? -1, tag);
		}
	}

	/** @param resources of the page, which name its faces and forms */
	read(page: number, content: Uint8Array, resources: PDFDict | undefined): TaggedPage {
		const runs = findRuns(content).map((run) => withForms(run, resources));
		const facts = findFacts(runs, (run) => this.#textOf(run, resources));
		const raw = this.#pages.get(page);
		const tags = raw
			? refinePage(raw, { facts, details: this.#details, linkOf: this.#linkOf })
			: { flow: [], notes: [] };
		const owned = new Set(
			[tags, ...(tags.columns ?? [])].flatMap(({ flow, notes }) =>
				[...flow, ...notes].flatMap(contentNumbers),
			),
		);
		const ownerOf = (run: Run, index: number) => {
			const number = run.mcid ?? facts.given.get(index);
			return number !== undefined && owned.has(number) ? number : undefined;
		};
		return { tags, content: markContent(content, runs, ownerOf) };
	}

	/** The content of a form without marks: what draws it is marked. */
	unmark(content: Uint8Array): Uint8Array {
		return withoutMarks(content, findRuns(content));
	}

	#textOf({ glyphs }: Run, resources: PDFDict | undefined): string {
		return (glyphs ?? []).map((some) => this.#textOfFace(some, resources)).join('');
	}

	#textOfFace([name, hex]: Glyphs, resources: PDFDict | undefined): string {
		const font = lookUp(lookUp(resources, 'Font'), name);
		if (!font) return hex;
		const known = this.#maps.get(font) ?? mapOf(font);
		this.#maps.set(font, known);
		const codes = hex.match(/.{4}/g) ?? [];
		return codes.map((code) => known.get(Number.parseInt(code, 16)) ?? '\ufffd').join('');
	}
}

/** A sheet is one element, whose parts name the page. */
function pageOf(kid: RawKid): PDFRef | undefined {
	if ('page' in kid && kid.page) return kid.page;
	for (const below of 'kids' in kid ? kid.kids : []) {
		const found = pageOf(below);
		if (found) return found;
	}
	return undefined;
}

function mapOf(font: PDFDict): ReadonlyMap<number, string> {
	const stream = font.lookup(PDFName.of('ToUnicode'));
	return stream instanceof PDFRawStream
		? readToUnicode(Buffer.from(contentOf(stream)).toString('latin1'))
		: new Map();
}

function lookUp(dict: PDFDict | undefined, name: string): PDFDict | undefined {
	const found = dict?.lookup(PDFName.of(name));
	return found && 'entries' in found ? (found as PDFDict) : undefined;
}

/** A run that draws a form belongs to the element of what the form shows first. */
function withForms(run: Run, resources: PDFDict | undefined): Run {
	if (run.isMarked || run.draws.length === 0) return run;
	const inner = run.draws.flatMap((name) =>
		runsOfForm(lookUp(resources, 'XObject')?.lookup(PDFName.of(name))),
	);
	const first = inner.find(({ mcid }) => mcid !== undefined);
	return first?.mcid === undefined ? run : { ...run, mcid: first.mcid, paints: first.paints };
}

function runsOfForm(object: unknown): readonly Run[] {
	if (!(object instanceof PDFRawStream)) return [];
	if (object.dict.get(PDFName.of('Subtype')) !== PDFName.of('Form')) return [];
	return findRuns(contentOf(object));
}

function contentNumbers(kid: TagKid): readonly number[] {
	if (typeof kid === 'number') return [kid];
	return isTag(kid) ? kid.kids.flatMap(contentNumbers) : [];
}
