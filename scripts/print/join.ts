import type { PDFDocument } from '@cantoo/pdf-lib';
import type { FontFace } from '../model/index.ts';
import { addFont, type CutToGlyphs } from './font-objects.ts';
import { fillHoles, type HoleKind } from './holes.ts';
import type { OutlinePages } from './outline.ts';
import type { Annotation, Part, PartPage, UsedFont } from './part.ts';
import { writeNumber, writeString } from './pdf-syntax.ts';
import { PdfWriter } from './pdf-writer.ts';
import { addShell } from './shell.ts';
import { addTree } from './trees.ts';

/** A page of the book, put together from pages of parts. */
export interface Sheet {
	/** The text block; a blank page has none. */
	readonly text?: Print;
	/** How far to the right of where it was printed the text block lies, in pt. */
	readonly shift: number;
	/** What lies under the text. */
	readonly ground?: Print;
	/** Running head and folio, which lie over it. */
	readonly over: readonly Print[];
}

/** One page of a part. */
export interface Print {
	readonly part: Part;
	readonly page: number;
}

export interface Joinery {
	readonly sheets: readonly Sheet[];
	/** Width and height of every page, in pt. */
	readonly size: readonly [number, number];
	readonly lang: string;
	readonly faces: ReadonlyMap<string, FontFace>;
	readonly cut: CutToGlyphs;
	/** Metadata, outline and page labels, in a document without pages; `pages` stand for those of the book. */
	readonly finish: (shell: PDFDocument, pages: OutlinePages) => void;
}

/** What a finished PDF holds, for those who check it. */
export interface Joined {
	readonly bytes: Uint8Array;
	readonly pages: number;
	/** What is wrong with its fonts, as sentences. */
	readonly faults: readonly string[];
	/** Ids that a link leads to and no page has. */
	readonly dead: readonly string[];
}

/**
 * Joins printed parts into one PDF: one structure tree with its parent tree, one set of destinations, one font object
 * for each face. Running heads and folios are artifacts (ISO 32000-1, 14.8.2.2).
 */
export async function join(joinery: Joinery): Promise<Joined> {
	return await new Joiner(joinery).run();
}

/** The numbers that the objects of one part get in the file. */
interface Numbers {
	readonly objects: number;
	readonly streams: number;
	readonly annotations: number;
	/** Of identifiers of structure elements. */
	readonly names: number;
}

class Joiner {
	readonly #joinery: Joinery;
	readonly #writer = new PdfWriter();
	readonly #first: number;
	readonly #numbers = new Map<Part, Numbers>();
	readonly #sheetOf = new Map<Part, Map<number, number>>();
	readonly #fonts = new Map<string, number>();
	readonly #forms = new Map<Part, Map<number, number>>();
	readonly #shared = new Map<string, number>();
	readonly #targets = new Set<string>();
	readonly #document: number;
	#names = 0;

	constructor(joinery: Joinery) {
		this.#joinery = joinery;
		this.#first = this.#writer.reserve(joinery.sheets.length);
		this.#document = this.#writer.reserve();
	}

	async run(): Promise<Joined> {
		const { sheets, faces, cut } = this.#joinery;
		sheets.forEach(({ text }, index) => {
			if (text) within(this.#sheetOf, text.part).set(text.page, index);
		});
		const parts = [...this.#sheetOf.keys()];
		const all = [...new Set(sheets.flatMap((sheet) => layers(sheet).map(({ part }) => part)))];
		for (const part of all) this.#place(part);
		for (const part of all) this.#writeObjects(part);
		const pageTree = this.#writer.reserve();
		sheets.forEach((sheet, index) => void this.#writePage(sheet, index, pageTree));
		const tree = this.#writeStructure(parts);
		const { names, dead } = this.#writeDestinations(parts);
		const kids = sheets.map((_, index) => `${this.#first + index} 0 R`).join(' ');
		this.#writer.object(pageTree, `<</Type /Pages /Count ${sheets.length} /Kids [${kids}]>>`);
		const used = usedFonts(all);
		await Promise.all(
			[...used].map(async ([name, font]) => {
				const face = faces.get(name);
				if (face) await addFont(this.#writer, this.#font(name), face, font, cut);
			}),
		);
		const trailer = await addShell(
			this.#writer,
			`/Pages ${pageTree} 0 R /StructTreeRoot ${tree} 0 R /MarkInfo <</Marked true>> /Names <</Dests ${names} 0 R>>`,
			{ first: this.#first, count: sheets.length, height: this.#joinery.size[1] },
			this.#joinery.finish,
		);
		const bytes = await this.#writer.finish(trailer);
		const faults = [...new Set(all.flatMap((part) => part.faults))];
		return { bytes, pages: sheets.length, faults, dead };
	}

	#place(part: Part): void {
		this.#numbers.set(part, {
			objects: this.#writer.reserve(part.objects.length),
			streams: this.#writer.reserve(part.streams.length),
			annotations: this.#writer.reserve(part.annotations.length),
			names: this.#names,
		});
		this.#names += part.named.length;
	}

	#fill(part: Part, text: string): string {
		return fillHoles(text, (kind, which) => this.#resolve(part, kind, which));
	}

	#resolve(part: Part, kind: HoleKind, which: string): string {
		const numbers = this.#numbers.get(part);
		if (!numbers) throw new Error('A part has no place in the file.');
		const number = Number(which);
		if (kind === 'name') return nameOf(numbers.names + number);
		if (kind === 'font') return `${this.#font(which)} 0 R`;
		if (kind === 'document') return `${this.#document} 0 R`;
		if (kind === 'page') {
			const sheet = this.#sheetOf.get(part)?.get(number);
			return sheet === undefined ? 'null' : `${this.#first + sheet} 0 R`;
		}
		const bases = { object: numbers.objects, stream: numbers.streams, annotation: numbers.annotations };
		return `${bases[kind] + number} 0 R`;
	}

	#font(name: string): number {
		const known = this.#fonts.get(name);
		if (known !== undefined) return known;
		const number = this.#writer.reserve();
		this.#fonts.set(name, number);
		return number;
	}

	#writeObjects(part: Part): void {
		const numbers = this.#numbers.get(part);
		if (!numbers) return;
		part.objects.forEach((text, index) => {
			this.#writer.object(numbers.objects + index, this.#fill(part, text));
		});
		const contents = new Set(part.pages.map((page) => page.content));
		part.streams.forEach(({ entries, bytes }, index) => {
			// Contents are written with their pages, for not every page of a part may be in the book.
			if (!contents.has(index)) {
				this.#writer.stream(numbers.streams + index, this.#fill(part, entries), bytes);
			}
		});
	}

	#writePage(sheet: Sheet, index: number, pageTree: number): void {
		const [width, height] = this.#joinery.size;
		const under = sheet.ground ? this.#form(sheet.ground) : undefined;
		const over = sheet.over.flatMap((print) => this.#form(print) ?? []);
		const forms = new Map<string, number>(under ? [['Dg0', under]] : []);
		for (const [nth, form] of over.entries()) forms.set(`Dg${nth + 1}`, form);
		const text = sheet.text && this.#content(sheet.text);
		const before = [
			...(under ? ['/Artifact BMC q /Dg0 Do Q EMC'] : []),
			...(text ? [sheet.shift === 0 ? 'q' : `q 1 0 0 1 ${writeNumber(sheet.shift)} 0 cm`] : []),
		].join(' ');
		const after = [
			...(text ? ['Q'] : []),
			...over.map((_, nth) => `/Artifact BMC q /Dg${nth + 1} Do Q EMC`),
		].join(' ');
		const contents = [before && this.#snippet(before), text, after && this.#snippet(after)].filter(Boolean);
		const entries = [
			`/Type /Page /Parent ${pageTree} 0 R /MediaBox [0 0 ${writeNumber(width)} ${writeNumber(height)}]`,
			`/Resources <<${this.#resources(sheet, forms)}>>`,
			...(contents.length > 0 ? [`/Contents [${contents.map((number) => `${number} 0 R`).join(' ')}]`] : []),
			...(sheet.text ? [this.#links(sheet.text, sheet.shift), `/StructParents ${index}`, '/Tabs /S'] : []),
		];
		this.#writer.object(this.#first + index, `<<${entries.filter(Boolean).join(' ')}>>`);
	}

	/** A short content that many pages share. */
	#snippet(text: string): number {
		const known = this.#shared.get(text);
		if (known !== undefined) return known;
		const number = this.#writer.reserve();
		this.#writer.stream(number, '', Buffer.from(`${text}\n`, 'latin1'));
		this.#shared.set(text, number);
		return number;
	}

	#content({ part, page }: Print): number | undefined {
		const content = part.pages[page]?.content;
		const stream = content === undefined ? undefined : part.streams[content];
		const numbers = this.#numbers.get(part);
		if (!stream || content === undefined || !numbers) return undefined;
		this.#writer.stream(numbers.streams + content, stream.entries, stream.bytes);
		return numbers.streams + content;
	}

	/** A page as a form that other pages draw; nothing where it draws nothing. */
	#form(print: Print): number | undefined {
		const { part, page } = print;
		const forms = within(this.#forms, part);
		const known = forms.get(page);
		if (known !== undefined) return known;
		const source = part.pages[page];
		const stream = source?.content === undefined ? undefined : part.streams[source.content];
		if (!source || !stream || !draws(source)) return undefined;
		const number = this.#writer.reserve();
		const [width, height] = this.#joinery.size;
		const box = `/BBox [0 0 ${writeNumber(width)} ${writeNumber(height)}]`;
		const resources = this.#resources({ text: print, shift: 0, over: [] }, new Map());
		const entries = `/Type /XObject /Subtype /Form ${box} /Resources <<${resources}>> ${stream.entries}`;
		this.#writer.stream(number, entries, stream.bytes);
		forms.set(page, number);
		return number;
	}

	#resources({ text, shift }: Sheet, forms: ReadonlyMap<string, number>): string {
		const page = text?.part.pages[text.page];
		const categories: Record<string, Record<string, string>> = {};
		for (const [category, entries] of Object.entries(page?.resources ?? {}))
			categories[category] = { ...entries };
		if (forms.size > 0) {
			const drawn = [...forms].map(([name, number]) => [name, `${number} 0 R`] as const);
			categories.XObject = { ...categories.XObject, ...Object.fromEntries(drawn) };
		}
		if (text && page && Object.keys(page.patterns).length > 0) {
			categories.Pattern = Object.fromEntries(
				Object.entries(page.patterns).map(([name, pattern]) => {
					const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = pattern.matrix;
					const matrix = [a, b, c, d, x + shift, y].map(writeNumber).join(' ');
					const entries = `${this.#fill(text.part, pattern.entries)} /Matrix [${matrix}]`;
					if (!pattern.bytes) return [name, `${this.#writer.add(`<<${entries}>>`)} 0 R`];
					const number = this.#writer.reserve();
					this.#writer.stream(number, entries, pattern.bytes);
					return [name, `${number} 0 R`];
				}),
			);
		}
		return Object.entries(categories)
			.map(([category, entries]) => {
				const list = Object.entries(entries)
					.map(([name, value]) => `/${name} ${text ? this.#fill(text.part, value) : value}`)
					.join(' ');
				return `/${category} <<${list}>>`;
			})
			.join(' ');
	}

	#links({ part, page }: Print, shift: number): string {
		const numbers = this.#numbers.get(part);
		const indices = part.pages[page]?.annotations ?? [];
		if (!numbers || indices.length === 0) return '';
		for (const index of indices) {
			const annotation = part.annotations[index];
			if (annotation) this.#writeLink(part, annotation, numbers.annotations + index, shift);
		}
		return `/Annots [${indices.map((index) => `${numbers.annotations + index} 0 R`).join(' ')}]`;
	}

	#writeLink(part: Part, annotation: Annotation, number: number, shift: number): void {
		const [left, lower, right, upper] = annotation.rect;
		const rect = [left + shift, lower, right + shift, upper].map(writeNumber).join(' ');
		const { target } = annotation;
		if (target !== undefined) this.#targets.add(target);
		const goal = target === undefined ? '' : ` /Dest ${writeString(Buffer.from(target))}`;
		const owner = annotation.parent === undefined ? '' : ` /StructParent ${this.#annotationKey(number)}`;
		this.#writer.object(number, `<<${this.#fill(part, annotation.entries)} /Rect [${rect}]${goal}${owner}>>`);
	}

	/** Keys of annotations in the parent tree stand behind those of the pages. */
	#annotationKey(number: number): number {
		return this.#joinery.sheets.length + number;
	}

	#writeStructure(parts: readonly Part[]): number {
		const root = this.#writer.reserve();
		const roots: string[] = [];
		const pageEntries: (readonly [string, string])[] = [];
		const linkEntries: (readonly [string, string])[] = [];
		const named: (readonly [string, string])[] = [];
		for (const part of parts) {
			const numbers = this.#numbers.get(part);
			if (!numbers) continue;
			for (const index of part.roots) roots.push(`${numbers.objects + index} 0 R`);
			part.named.forEach((index, nth) => {
				named.push([nameOf(numbers.names + nth), `${numbers.objects + index} 0 R`]);
			});
			part.annotations.forEach(({ parent }, index) => {
				if (parent === undefined) return;
				const key = this.#annotationKey(numbers.annotations + index);
				linkEntries.push([String(key), `${numbers.objects + parent} 0 R`]);
			});
		}
		this.#joinery.sheets.forEach(({ text }, index) => {
			const numbers = text && this.#numbers.get(text.part);
			if (!text || !numbers) return;
			const owners = (text.part.pages[text.page]?.parents ?? [])
				.map((parent) => (parent === null ? 'null' : `${numbers.objects + parent} 0 R`))
				.join(' ');
			pageEntries.push([String(index), `${this.#writer.add(`[${owners}]`)} 0 R`]);
		});
		const parents = addTree(this.#writer, 'Nums', [...pageEntries, ...linkEntries.sort(byNumber)]);
		const ids = named.length > 0 ? ` /IDTree ${addTree(this.#writer, 'Names', named)} 0 R` : '';
		const lang = `/Lang ${writeString(Buffer.from(this.#joinery.lang))}`;
		this.#writer.object(
			this.#document,
			`<</Type /StructElem /S /Document /P ${root} 0 R ${lang} /K [${roots.join(' ')}]>>`,
		);
		this.#writer.object(
			root,
			`<</Type /StructTreeRoot /K ${this.#document} 0 R /ParentTree ${parents} 0 R /ParentTreeNextKey ${this.#annotationKey(this.#writer.reserve())}${ids}>>`,
		);
		return root;
	}

	/** Places that links lead to, by id; the first where an element goes on overleaf. */
	#writeDestinations(parts: readonly Part[]): { names: number; dead: readonly string[] } {
		const [, height] = this.#joinery.size;
		const places = new Map<string, string>();
		for (const part of parts) {
			part.pages.forEach((page, number) => {
				const sheet = this.#sheetOf.get(part)?.get(number);
				if (sheet === undefined) return;
				const shift = this.#joinery.sheets[sheet]?.shift ?? 0;
				for (const [id, [x, y]] of Object.entries(page.anchors)) {
					if (!this.#targets.has(id) || places.has(id)) continue;
					const at = `${writeNumber(x + shift)} ${writeNumber(height - y)} 0`;
					places.set(id, `[${this.#first + sheet} 0 R /XYZ ${at}]`);
				}
			});
		}
		const entries = [...places].map(([id, place]) => [writeString(Buffer.from(id)), place] as const);
		return {
			names: addTree(this.#writer, 'Names', entries.sort(byKey)),
			dead: [...this.#targets].filter((id) => !places.has(id)),
		};
	}
}

function layers({ ground, text, over }: Sheet): readonly Print[] {
	return [...(ground ? [ground] : []), ...(text ? [text] : []), ...over];
}

/** Whether a page holds more than the frame that the browser draws round everything. */
function draws(page: PartPage): boolean {
	return (
		Object.keys(page.resources).some((category) => category !== 'ProcSet') ||
		Object.keys(page.patterns).length > 0
	);
}

function within<K, V>(map: Map<K, Map<number, V>>, key: K): Map<number, V> {
	const known = map.get(key) ?? new Map<number, V>();
	map.set(key, known);
	return known;
}

/** The faces of all parts, with the glyphs that any of them shows. */
function usedFonts(parts: readonly Part[]): ReadonlyMap<string, UsedFont> {
	const all = new Map<string, UsedFont>();
	for (const part of parts) {
		for (const [name, { widths, descriptor }] of Object.entries(part.fonts)) {
			const known = all.get(name);
			all.set(name, known ? { ...known, widths: { ...known.widths, ...widths } } : { widths, descriptor });
		}
	}
	return new Map([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Identifier of a structure element: the keys of a name tree are sorted as strings. */
function nameOf(number: number): string {
	return writeString(Buffer.from(`e${String(number).padStart(8, '0')}`));
}

function byNumber(a: readonly [string, string], b: readonly [string, string]): number {
	return Number(a[0]) - Number(b[0]);
}

function byKey(a: readonly [string, string], b: readonly [string, string]): number {
	return a[0] < b[0] ? -1 : 1;
}
