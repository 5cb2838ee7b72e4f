import { type PDFDict, type PDFObject, type PDFPage, PDFRawStream } from '@cantoo/pdf-lib';
import { contentOf } from '../../pdf/stream-content.ts';
import { type Box, rectangleOf } from './boxes.ts';
import { type Facts, readFacts } from './facts.ts';
import type { Findings } from './findings.ts';
import { type Affine, affineOf, everywhere, unmoved } from './geometry.ts';
import { dictAt, dictOf, entry, itemsOf, nameOf, numbersOf } from './objects.ts';
import { readSpace, type Space } from './spaces.ts';

/** Something that pages draw, with the indices of the pages. */
export interface Drawn<T> {
	readonly thing: T;
	readonly pages: Set<number>;
}

/** Content, a form or the cell of a pattern. */
export interface Drawing extends Facts {
	/** Colour space in which its transparent parts are blended. */
	readonly blending?: Space;
	/** What it draws, by name. */
	readonly forms: ReadonlyMap<string, Drawing>;
	/** From its own units to those of what draws it. */
	readonly matrix: Affine;
	/** What it draws outside of it is cut off. */
	readonly box: Box;
}

/** All that the pages of a file draw: each thing is read once, however many pages show it. */
export class Drawings {
	readonly #findings: Findings;
	readonly #forms = new Map<PDFObject, Drawn<Drawing>>();
	readonly contents: Drawn<Drawing>[] = [];
	readonly images = new Map<PDFRawStream, Drawn<{ readonly dict: PDFDict; readonly resources?: PDFDict }>>();
	readonly shadings = new Map<PDFDict, Drawn<{ readonly resources?: PDFDict }>>();

	constructor(pages: readonly PDFPage[], findings: Findings) {
		this.#findings = findings;
		pages.forEach(({ node }, page) => {
			const resources = dictOf(node.Resources());
			const contents = node.Contents();
			const streams = contents instanceof PDFRawStream ? [contents] : itemsOf(contents).filter(isStream);
			const thing = this.#read(node, streams, resources, page);
			this.contents.push({ thing, pages: new Set([page]) });
		});
	}

	/** Contents of pages, forms and cells. */
	get all(): readonly Drawn<Drawing>[] {
		return [...this.contents, ...this.#forms.values()];
	}

	#read(
		dict: PDFDict,
		streams: readonly PDFRawStream[],
		resources: PDFDict | undefined,
		page: number,
	): Drawing {
		const forms = this.#visit(resources, page);
		const facts = readFacts(
			streams.flatMap((stream) => this.#bytesOf(stream, page)),
			resources,
		);
		const group = entry(dictAt(dict, 'Group'), 'CS');
		const blending = readSpace(group, resources);
		const matrix = affineOf(numbersOf(entry(dict, 'Matrix')));
		const box = rectangleOf(numbersOf(entry(dict, 'BBox'))) ?? everywhere;
		return { ...facts, forms, matrix, box, ...(blending ? { blending } : {}) };
	}

	#bytesOf(stream: PDFRawStream, page: number): readonly Uint8Array[] {
		try {
			return [contentOf(stream)];
		} catch {
			this.#findings.add('press-damaged', 'The content of a page cannot be read', page);
			return [];
		}
	}

	/** Everything that resources name, whether it is drawn or not; gives the forms among it. */
	#visit(resources: PDFDict | undefined, page: number): ReadonlyMap<string, Drawing> {
		const forms = new Map<string, Drawing>();
		for (const [name, object] of named(resources, 'XObject')) {
			if (!isStream(object)) continue;
			if (nameOf(entry(object.dict, 'Subtype')) === 'Image') this.#visitImage(object, resources, page);
			else forms.set(name, this.#visitForm(object, page));
		}
		for (const [, object] of named(resources, 'Pattern')) {
			if (isStream(object)) this.#visitForm(object, page);
			else this.#visitShading(entry(dictOf(object), 'Shading'), resources, page);
			this.#visitState(dictAt(dictOf(object), 'ExtGState'), page);
		}
		for (const [, object] of named(resources, 'Shading')) this.#visitShading(object, resources, page);
		for (const [, object] of named(resources, 'ExtGState')) this.#visitState(dictOf(object), page);
		return forms;
	}

	/** A soft mask is drawn too (ISO 32000-1, 11.6.5.2). */
	#visitState(state: PDFDict | undefined, page: number): void {
		const group = entry(dictAt(state, 'SMask'), 'G');
		if (isStream(group)) this.#visitForm(group, page);
	}

	#visitForm(form: PDFRawStream, page: number): Drawing {
		const known = this.#forms.get(form);
		if (known?.pages.has(page)) return known.thing;
		known?.pages.add(page);
		const resources = dictAt(form.dict, 'Resources');
		if (known) {
			// What it draws is on this page as well.
			this.#visit(resources, page);
			return known.thing;
		}
		const pages = new Set([page]);
		// A form that draws itself finds an empty one.
		const empty: Drawing = {
			colors: [],
			spaces: [],
			thinnest: Infinity,
			drawn: new Map(),
			fields: [],
			placements: [],
			forms: new Map(),
			matrix: unmoved,
			box: everywhere,
		};
		this.#forms.set(form, { thing: empty, pages });
		const thing = this.#read(form.dict, [form], resources, page);
		this.#forms.set(form, { thing, pages });
		return thing;
	}

	#visitImage(image: PDFRawStream, resources: PDFDict | undefined, page: number): void {
		const known = this.images.get(image);
		if (known) known.pages.add(page);
		else
			this.images.set(image, {
				thing: { dict: image.dict, ...(resources ? { resources } : {}) },
				pages: new Set([page]),
			});
	}

	#visitShading(object: PDFObject | undefined, resources: PDFDict | undefined, page: number): void {
		const shading = dictOf(object);
		if (!shading) return;
		const known = this.shadings.get(shading);
		if (known) known.pages.add(page);
		else this.shadings.set(shading, { thing: resources ? { resources } : {}, pages: new Set([page]) });
	}
}

function named(resources: PDFDict | undefined, category: string): readonly (readonly [string, PDFObject])[] {
	const dict = dictAt(resources, category);
	return (dict?.entries() ?? []).flatMap(([name, value]) => {
		const object = dict?.context.lookup(value);
		return object ? [[name.decodeText(), object] as const] : [];
	});
}

function isStream(object: PDFObject | undefined): object is PDFRawStream {
	return object instanceof PDFRawStream;
}
