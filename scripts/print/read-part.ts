import { deflateSync } from 'node:zlib';
import {
	ParseSpeeds,
	PDFArray,
	PDFDict,
	PDFDocument,
	PDFName,
	PDFNumber,
	type PDFObject,
	PDFRawStream,
	PDFRef,
} from '@cantoo/pdf-lib';
import { contentOf, isDeflated } from '../pdf/stream-content.ts';
import { hole } from './holes.ts';
import { readLink } from './inner-links.ts';
import { joinLinks } from './join-links.ts';
import type { Annotation, Part, PartPage, PartStream, Pattern, UsedFont } from './part.ts';
import { type PartFonts, readFonts } from './part-fonts.ts';
import { type Replace, writeEntries, writeName, writeObject } from './pdf-syntax.ts';
import { findShared } from './shared.ts';
import { mendSoftHyphens } from './soft-hyphens.ts';
import type { Detail } from './tags/pictures.ts';
import { TagReader } from './tags/read-tags.ts';
import { findUsedGlyphs } from './used-glyphs.ts';

const newLine = Buffer.from('\n');
const deflated = '/Filter /FlateDecode';
/** Twice as fast as zlib's own level, and some hundredths larger: every page of a book is packed anew. */
const quickly = { level: 4 };
/** Entries of a stream that are written with its bytes, and those that say how they are packed. */
const length: ReadonlySet<string> = new Set(['/Length']);
const packing: ReadonlySet<string> = new Set(['/Length', '/Filter', '/DecodeParms']);

/** Entries of a link that its place in the book decides, and where it leads. */
const ofThePlace: ReadonlySet<string> = new Set(['/Rect', '/StructParent', '/A', '/Dest', '/Contents', '/P']);

/** Parts are small: no turn is given away while one is read. */
const settings = { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest };

/** What the printing tab saw of the pages, in pt. */
export interface Seen {
	readonly pages: readonly Pick<PartPage, 'anchors' | 'pictures' | 'changes'>[];
	/** Of pictures and formulas, by number. */
	readonly details: readonly Detail[];
}

/**
 * Takes a printed PDF apart, so that its pages can be put into a book. What belongs to the document as a whole is left
 * out: catalogue, dates, destinations; fonts are named, for the book embeds each face once.
 * @param seen what the tab saw of the pages, where they are so many pt high
 * @param names PostScript names of the book's faces
 */
export async function readPart(
	bytes: Uint8Array,
	seen: (height: number) => Seen,
	names: ReadonlySet<string>,
): Promise<Part> {
	const pdf = await PDFDocument.load(bytes, settings);
	const height = pdf.getPageCount() > 0 ? pdf.getPage(0).getHeight() : 0;
	return new Reader(pdf, seen(height), names).read();
}

/** One reading of one PDF: objects get their numbers in the order in which they are met. */
class Reader {
	readonly #pdf: PDFDocument;
	readonly #seen: Seen;
	readonly #tags: TagReader;
	readonly #fonts: PartFonts;
	readonly #used: Record<string, { widths: Record<string, number>; readonly descriptor: string }> = {};
	readonly #pages = new Map<PDFRef, number>();
	readonly #annotationOf = new Map<PDFRef, number>();
	readonly #annotations: Annotation[] = [];
	readonly #numbers = new Map<PDFRef, string>();
	readonly #objects: string[] = [];
	readonly #streams: PartStream[] = [];
	readonly #replace: Replace;

	constructor(pdf: PDFDocument, seen: Seen, names: ReadonlySet<string>) {
		this.#pdf = pdf;
		this.#seen = seen;
		this.#fonts = readFonts(pdf, names);
		this.#tags = new TagReader(pdf, seen.details, (ref) => this.#annotationOf.get(ref));
		this.#replace = { ref: (ref) => this.#refer(ref) };
	}

	read(): Part {
		const pages = this.#pdf.getPages();
		pages.forEach((page, index) => void this.#pages.set(page.ref, index));
		const links = pages.map((page) => (page.node.Annots()?.asArray() ?? []).filter(isRef));
		for (const refs of links) {
			const first = this.#annotations.length;
			const joined = joinLinks(refs.map((ref) => this.#readAnnotation(ref)));
			this.#annotations.push(...joined.links);
			refs.forEach((ref, nth) => void this.#annotationOf.set(ref, first + (joined.places[nth] ?? 0)));
		}
		const read = pages.map((page, index) => this.#readPage(page.node, index, links[index] ?? []));
		const contents = new Set(read.flatMap(({ content }) => content ?? []));
		const { width, height } = pages[0]?.getMediaBox() ?? { width: 0, height: 0 };
		return {
			size: [width, height],
			pages: read,
			objects: this.#objects,
			streams: this.#streams,
			annotations: this.#annotations,
			shared: findShared(this.#objects, this.#streams, contents),
			fonts: this.#used,
			faults: this.#fonts.faults,
		};
	}

	#readPage(node: PDFDict, index: number, links: readonly PDFRef[]): PartPage {
		const resources = this.#pdf.context.lookupMaybe(node.get(PDFName.of('Resources')), PDFDict);
		const { tags, content } = this.#readContent(index, node.get(PDFName.of('Contents')), resources);
		const categories: Record<string, Record<string, string>> = {};
		let patterns: Record<string, Pattern> = {};
		for (const [key, value] of resources?.entries() ?? []) {
			const category = this.#pdf.context.lookup(value);
			if (!(category instanceof PDFDict)) continue;
			if (key === PDFName.of('Pattern')) patterns = this.#readPatterns(category);
			else
				categories[writeName(key).slice(1)] = Object.fromEntries(
					category
						.entries()
						.map(([name, one]) => [writeName(name).slice(1), writeObject(one, this.#replace)]),
				);
		}
		const { anchors = {}, pictures = [], changes } = this.#seen.pages[index] ?? {};
		return {
			...(content === undefined ? {} : { content }),
			resources: categories,
			patterns,
			annotations: [...new Set(links.map((ref) => this.#annotationOf.get(ref) ?? 0))],
			tags,
			anchors,
			...(changes ? { changes } : {}),
			pictures,
		};
	}

	#readContent(
		page: number,
		contents: PDFObject | undefined,
		resources: PDFDict | undefined,
	): Pick<PartPage, 'tags' | 'content'> {
		const found = contents && this.#pdf.context.lookup(contents);
		const streams = (found instanceof PDFArray ? found.asArray() : [found])
			.map((one) => one && this.#pdf.context.lookup(one))
			.filter((one) => one instanceof PDFRawStream);
		if (streams.length === 0) return { tags: { flow: [], notes: [] } };
		// Several are read as one (7.8.2); a word never goes from one to the next.
		const whole = streams.flatMap((stream) => [contentOf(stream), newLine]);
		const content = Buffer.concat(whole.slice(0, -1));
		const { tags, content: bytes } = this.#tags.read(page, mendSoftHyphens(content), resources);
		this.#noteGlyphs(bytes, resources);
		// What needed no mending is packed already.
		const [only] = streams;
		const packed = bytes === content && streams.length === 1 && only && isDeflated(only);
		const stream = {
			entries: deflated,
			bytes: packed ? Buffer.from(only.contents) : deflateSync(bytes, quickly),
		};
		return { tags, content: this.#streams.push(stream) - 1 };
	}

	#readPatterns(category: PDFDict): Record<string, Pattern> {
		const patterns: Record<string, Pattern> = {};
		for (const [name, ref] of category.entries()) {
			const object = this.#pdf.context.lookup(ref);
			const dict = object instanceof PDFRawStream ? object.dict : object;
			if (!(dict instanceof PDFDict)) continue;
			const matrix = dict.lookupMaybe(PDFName.of('Matrix'), PDFArray)?.asArray() ?? [];
			const numbers = matrix.map((one) => (one instanceof PDFNumber ? one.asNumber() : 0));
			if (object instanceof PDFRawStream) this.#noteGlyphsOf(object);
			patterns[writeName(name).slice(1)] = {
				matrix: numbers.length === 6 ? numbers : [1, 0, 0, 1, 0, 0],
				entries: writeEntries(dict, this.#replace, new Set([...length, '/Matrix'])),
				...(object instanceof PDFRawStream ? { bytes: object.contents } : {}),
			};
		}
		return patterns;
	}

	#readAnnotation(ref: PDFRef): Annotation {
		const dict = this.#pdf.context.lookup(ref, PDFDict);
		const rect = dict.lookup(PDFName.of('Rect'), PDFArray).asRectangle();
		return {
			rect: [rect.x, rect.y, rect.x + rect.width, rect.y + rect.height],
			entries: writeEntries(dict, this.#replace, ofThePlace),
			...readLink(dict),
		};
	}

	/** The content of a form, packed anew where something was to be mended: text that shines through is drawn by one. */
	#mendForm(form: PDFRawStream): Uint8Array | undefined {
		this.#noteGlyphsOf(form);
		const content = contentOf(form);
		const mended = this.#tags.unmark(mendSoftHyphens(content));
		return mended === content ? undefined : deflateSync(mended);
	}

	#noteGlyphsOf(stream: PDFRawStream): void {
		const resources = stream.dict.lookupMaybe(PDFName.of('Resources'), PDFDict);
		this.#noteGlyphs(contentOf(stream), resources);
	}

	/** Remembers which glyphs of which faces a content shows. */
	#noteGlyphs(content: Uint8Array, resources: PDFDict | undefined): void {
		const category = resources?.lookupMaybe(PDFName.of('Font'), PDFDict);
		if (!category) return;
		for (const [name, glyphs] of findUsedGlyphs(content)) {
			const ref = category.get(PDFName.of(name));
			const face = ref instanceof PDFRef ? this.#fonts.faces.get(ref) : undefined;
			if (!face) continue;
			this.#used[face.name] ??= { widths: {}, descriptor: face.descriptor };
			const { widths } = this.#used[face.name] as UsedFont & { widths: Record<string, number> };
			for (const glyph of glyphs) widths[glyph] = face.width(glyph);
		}
	}

	#refer(ref: PDFRef): string {
		const font = this.#fonts.faces.get(ref);
		if (font) return hole('font', font.name);
		const page = this.#pages.get(ref);
		if (page !== undefined) return hole('page', page);
		const annotation = this.#annotationOf.get(ref);
		if (annotation !== undefined) return hole('annotation', annotation);
		const known = this.#numbers.get(ref);
		if (known !== undefined) return known;
		return this.#read(ref);
	}

	#read(ref: PDFRef): string {
		const object = this.#pdf.context.lookup(ref);
		if (object instanceof PDFRawStream) {
			const name = hole('stream', this.#streams.length);
			this.#numbers.set(ref, name);
			const isForm = object.dict.get(PDFName.of('Subtype')) === PDFName.of('Form');
			const mended = isForm ? this.#mendForm(object) : undefined;
			const stream = { entries: '', bytes: mended ?? Buffer.from(object.contents) };
			this.#streams.push(stream);
			// The dictionary may lead back to the stream.
			const entries = writeEntries(object.dict, this.#replace, mended ? packing : length);
			stream.entries = mended ? `${entries} ${deflated}` : entries;
			return name;
		}
		const index = this.#objects.length;
		const name = hole('object', index);
		this.#numbers.set(ref, name);
		this.#objects.push('null');
		if (object !== undefined) this.#objects[index] = writeObject(object, this.#replace);
		return name;
	}
}

function isRef(object: PDFObject): object is PDFRef {
	return object instanceof PDFRef;
}
