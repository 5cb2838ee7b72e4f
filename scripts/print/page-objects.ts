import { drawBars } from './change-bars.ts';
import type { Box, PageFrame } from './frame.ts';
import { type Numbering, referTo } from './numbering.ts';
import type { Annotation, Part, PartPage, Pattern } from './part.ts';
import { writeNumber, writeString, writeText } from './pdf-syntax.ts';
import type { PdfWriter } from './pdf-writer.ts';
import { layersOf, type Print, type Sheet } from './sheet.ts';
import { isTransparent } from './transparency.ts';

export interface PageOptions {
	/** Number of the root of the page tree. */
	readonly parent: number;
	readonly frame: PageFrame;
	/** Key of an annotation in the parent tree, from the number of its object; pages without tags need none. */
	readonly annotationKey?: (number: number) => number;
	/** Number of the form with the marks of a printer. */
	readonly marks?: number | undefined;
	/** Colour space in which pages blend what shines through (11.6.6); that of the medium where it is missing. */
	readonly blending?: string;
}

/** How far forms go beyond the sheet that was printed, in pt. */
const beyond = 1;

/** In pt, to the right and upwards. */
type Move = readonly [x: number, y: number];

type Resources = Record<string, Record<string, string>>;

/**
 * Writes the pages of a book (ISO 32000-1, 7.7.3): each draws the content of its text moved to its side, and its
 * furniture as artifacts (14.8.2.2), which are forms that many pages share.
 */
export class PageWriter {
	readonly #writer: PdfWriter;
	readonly #numbering: Numbering;
	readonly #options: PageOptions;
	readonly #forms = new Map<Part, Map<number, number>>();
	readonly #snippets = new Map<string, number>();
	readonly #patterns = new Map<Pattern, Map<string, number>>();
	readonly #targets = new Set<string>();

	constructor(writer: PdfWriter, numbering: Numbering, options: PageOptions) {
		this.#writer = writer;
		this.#numbering = numbering;
		this.#options = options;
	}

	/** Ids that the links of the pages written so far lead to. */
	get targets(): ReadonlySet<string> {
		return this.#targets;
	}

	write(sheet: Sheet, index: number): void {
		const { text, shift } = sheet;
		const { parent, frame, annotationKey, marks, blending } = this.#options;
		const isTagged = annotationKey !== undefined;
		const forms: Record<string, string> = {};
		const draw = (form: number | undefined) => {
			if (form === undefined) return [];
			const name = `Dg${Object.keys(forms).length}`;
			forms[name] = referTo(form);
			return [isTagged ? `/Artifact BMC q /${name} Do Q EMC` : `q /${name} Do Q`];
		};
		const under = sheet.ground ? draw(this.#form(sheet.ground)) : [];
		const over = sheet.over.flatMap((print) => draw(this.#form(print)));
		const bars = drawBars(sheet.bars ?? [], this.#options.frame.move);
		if (bars !== undefined) over.push(isTagged ? `/Artifact BMC ${bars} EMC` : bars);
		const content = text && this.#content(text);
		const [clip, end] = frame.bleed ? [[`q ${rectangle(frame.bleed)} re W n`], ['Q']] : [[], []];
		const [x, y] = this.#move(shift);
		const move = `q 1 0 0 1 ${writeNumber(x)} ${writeNumber(y)} cm`;
		const last = [...end, ...draw(marks)];
		const contents = [
			this.#snippet(content === undefined ? [...clip, ...under] : [...clip, ...under, move]),
			content,
			this.#snippet(content === undefined ? [...over, ...last] : ['Q', ...over, ...last]),
		].filter((number) => number !== undefined);
		const resources = text ? this.#resources(text, this.#move(shift)) : {};
		const drawn = {
			...resources,
			...(hasKeys(forms) ? { XObject: { ...resources.XObject, ...forms } } : {}),
		};
		const entries = [
			`/Type /Page /Parent ${referTo(parent)} ${boxes(frame)}`,
			`/Resources <<${writeResources(drawn)}>>`,
			blending !== undefined && layersOf(sheet).some(isTransparent)
				? `/Group <</S /Transparency /CS /${blending}>>`
				: '',
			contents.length > 0 ? `/Contents [${contents.map(referTo).join(' ')}]` : '',
			...(text && isTagged ? [this.#links(text, this.#move(shift)), `/StructParents ${index} /Tabs /S`] : []),
		];
		this.#writer.object(this.#numbering.pages + index, `<<${entries.filter(Boolean).join(' ')}>>`);
	}

	/** From where a text was printed to where it lies on its side. */
	#move(shift: number): Move {
		const [x, y] = this.#options.frame.move;
		return [x + shift, y];
	}

	/** A short content that many pages share. */
	#snippet(lines: readonly string[]): number | undefined {
		if (lines.length === 0) return undefined;
		const text = `${lines.join(' ')}\n`;
		const known = this.#snippets.get(text);
		if (known !== undefined) return known;
		const number = this.#writer.reserve();
		this.#writer.stream(number, '', Buffer.from(text, 'latin1'));
		this.#snippets.set(text, number);
		return number;
	}

	/** Contents are written with their pages, for not every page of a part need be in the book. */
	#content({ part, page }: Print): number | undefined {
		const index = part.pages[page]?.content;
		const stream = index === undefined ? undefined : part.streams[index];
		const number = index === undefined ? undefined : this.#numbering.of(part).streams[index];
		if (stream && number !== undefined) this.#writer.stream(number, stream.entries, stream.bytes);
		return number;
	}

	/** A page as a form that other pages draw; nothing where it draws nothing. */
	#form(print: Print): number | undefined {
		const { part, page } = print;
		const source = part.pages[page];
		const stream = source?.content === undefined ? undefined : part.streams[source.content];
		if (!source || !stream || !draws(source)) return undefined;
		const forms = this.#forms.get(part) ?? new Map<number, number>();
		this.#forms.set(part, forms);
		const known = forms.get(page);
		if (known !== undefined) return known;
		const number = this.#writer.reserve();
		forms.set(page, number);
		// The page cuts what it draws; a box of the same size would draw its edge once more, and paler.
		const [right, top] = part.size.map((length) => writeNumber(length + beyond));
		const matrix = `/Matrix [1 0 0 1 ${this.#options.frame.move.map(writeNumber).join(' ')}]`;
		// A pattern of a form keeps to the form (8.7.3.1).
		const resources = writeResources(this.#resources(print, [0, 0]));
		const entries = `/Type /XObject /Subtype /Form /BBox [${-beyond} ${-beyond} ${right} ${top}] ${matrix} /Resources <<${resources}>> ${stream.entries}`;
		this.#writer.stream(number, entries, stream.bytes);
		return number;
	}

	#resources({ part, page }: Print, move: Move): Resources {
		const { resources = {}, patterns = {} } = part.pages[page] ?? {};
		const filled: Resources = {};
		for (const [category, entries] of Object.entries(resources)) {
			filled[category] = mapValues(entries, (value) => this.#numbering.fill(part, value));
		}
		if (hasKeys(patterns)) {
			filled.Pattern = mapValues(patterns, (pattern) => referTo(this.#pattern(part, pattern, move)));
		}
		return filled;
	}

	/** A pattern keeps to the page and not to what moves the text, so it is moved itself (8.7.3.1). */
	#pattern(part: Part, pattern: Pattern, move: Move): number {
		const places = this.#patterns.get(pattern) ?? new Map<string, number>();
		const place = move.join(' ');
		this.#patterns.set(pattern, places);
		const known = places.get(place);
		if (known !== undefined) return known;
		const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = pattern.matrix;
		const matrix = [a, b, c, d, x + move[0], y + move[1]].map(writeNumber).join(' ');
		const entries = `${this.#numbering.fill(part, pattern.entries)} /Matrix [${matrix}]`;
		const number = this.#writer.reserve();
		if (pattern.bytes) this.#writer.stream(number, entries, pattern.bytes);
		else this.#writer.object(number, `<<${entries}>>`);
		places.set(place, number);
		return number;
	}

	#links({ part, page }: Print, move: Move): string {
		const numbers: number[] = [];
		for (const index of part.pages[page]?.annotations ?? []) {
			const annotation = part.annotations[index];
			if (!annotation) continue;
			const number = this.#numbering.of(part).annotations + index;
			this.#writeLink(part, annotation, number, move);
			numbers.push(number);
		}
		return numbers.length > 0 ? `/Annots [${numbers.map(referTo).join(' ')}]` : '';
	}

	#writeLink(part: Part, annotation: Annotation, number: number, [x, y]: Move): void {
		const { rect, entries, target, address, name } = annotation;
		const [left, lower, right, upper] = rect;
		const area = [left + x, lower + y, right + x, upper + y].map(writeNumber).join(' ');
		if (target !== undefined) this.#targets.add(target);
		const goal = target === undefined ? goalOf(address) : `/Dest ${writeString(Buffer.from(target))}`;
		const owner = `/StructParent ${this.#options.annotationKey?.(number)}`;
		// What the link is called (ISO 14289-1, 7.18.5).
		const contents = name === '' ? '' : ` /Contents ${writeText(name)}`;
		const filled = this.#numbering.fill(part, entries);
		this.#writer.object(number, `<<${filled} /Rect [${area}] ${goal} ${owner}${contents}>>`);
	}
}

function goalOf(address: string | undefined): string {
	return address === undefined ? '' : `/A <</S /URI /URI ${writeString(Buffer.from(address, 'latin1'))}>>`;
}

/** Whether a page holds more than the frame that the browser draws round everything: that needs no resources. */
function draws({ resources, patterns }: PartPage): boolean {
	return Object.keys(resources).length > 0 || hasKeys(patterns);
}

/** MediaBox, BleedBox and TrimBox (14.11.2); where nothing is trimmed, the media is the page. */
function boxes({ media, bleed, trim }: PageFrame): string {
	const write = (name: string, box: Box) => `/${name} [${box.map(writeNumber).join(' ')}]`;
	const whole = write('MediaBox', [0, 0, ...media]);
	return bleed ? `${whole} ${write('BleedBox', bleed)} ${write('TrimBox', trim)}` : whole;
}

/** Operands of `re` (8.5.2.1). */
function rectangle([left, lower, right, upper]: Box): string {
	return [left, lower, right - left, upper - lower].map(writeNumber).join(' ');
}

function writeResources(resources: Resources): string {
	return Object.entries(resources)
		.map(([category, entries]) => {
			const list = Object.entries(entries).map(([name, value]) => `/${name} ${value}`);
			return `/${category} <<${list.join(' ')}>>`;
		})
		.join(' ');
}

function hasKeys(record: Readonly<Record<string, unknown>>): boolean {
	return Object.keys(record).length > 0;
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, map: (value: A) => B): Record<string, B> {
	return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
