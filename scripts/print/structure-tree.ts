import type { PageFrame } from './frame.ts';
import { type Numbering, referTo } from './numbering.ts';
import { writeNumber, writeString, writeText } from './pdf-syntax.ts';
import type { PdfWriter } from './pdf-writer.ts';
import type { Sheet } from './sheet.ts';
import { type Element, type ElementKid, isElement, mergePages, type TaggedSheet } from './tags/merge.ts';
import { addTree, type TreeEntry } from './trees.ts';

export interface TreeOptions {
	readonly sheets: readonly Sheet[];
	readonly frame: PageFrame;
	readonly lang: string;
	/** Key of an annotation in the parent tree, from the number of its object. */
	readonly annotationKey: (number: number) => number;
}

/** Types that PDF 1.7 does not know, and what they are there (ISO 32000-1, 14.8.4). */
const roles = '/Em /Span /Strong /Span';

/**
 * Writes the structure tree of a book (ISO 32000-1, 14.7): below the document stand the elements of all parts, in the
 * order of the pages.
 * @returns the number of its root
 */
export function addStructure(writer: PdfWriter, numbering: Numbering, options: TreeOptions): number {
	const tree = new TreeWriter(writer, numbering, options);
	return tree.write(mergePages(taggedSheets(numbering, options)));
}

function taggedSheets(numbering: Numbering, { sheets, frame }: TreeOptions): readonly TaggedSheet[] {
	const [x, y] = frame.move;
	return sheets.flatMap(({ text, shift, unit = '', lang = '' }, sheet) => {
		const tags = text?.part.pages[text.page]?.tags;
		if (!text || !tags) return [];
		const move = [x + shift, y] as const;
		return [{ sheet, move, unit, lang, tags, annotations: numbering.of(text.part).annotations }];
	});
}

class TreeWriter {
	readonly #writer: PdfWriter;
	readonly #numbering: Numbering;
	readonly #options: TreeOptions;
	/** Owner of each run of marked content, by page. */
	readonly #owners: number[][];
	readonly #links: [key: number, value: string][] = [];
	readonly #named: TreeEntry[] = [];

	constructor(writer: PdfWriter, numbering: Numbering, options: TreeOptions) {
		this.#writer = writer;
		this.#numbering = numbering;
		this.#options = options;
		this.#owners = options.sheets.map(() => []);
	}

	write(elements: readonly Element[]): number {
		const root = this.#writer.reserve();
		const { lang } = this.#options;
		const document: Element = { type: 'Document', lang, isOpen: false, kids: [...elements] };
		const top = this.#element(document, root, undefined);
		const parents = addTree(this.#writer, 'Nums', this.#parents());
		const nextKey = this.#links.reduce((next, [key]) => Math.max(next, key + 1), this.#owners.length);
		const ids =
			this.#named.length > 0 ? ` /IDTree ${referTo(addTree(this.#writer, 'Names', this.#named))}` : '';
		this.#writer.object(
			root,
			`<</Type /StructTreeRoot /K ${referTo(top)} /ParentTree ${referTo(parents)} /ParentTreeNextKey ${nextKey} /RoleMap <<${roles}>>${ids}>>`,
		);
		return root;
	}

	#element(element: Element, parent: number, lang: string | undefined): number {
		const number = this.#writer.reserve();
		const { type, alt, actualText } = element;
		const own = element.lang ?? lang;
		const page = pageOf(element);
		const kids = element.kids.map((kid) => this.#kid(kid, number, own, page));
		const entries = [
			`/S /${type} /P ${referTo(parent)}`,
			own !== undefined && own !== lang ? `/Lang ${writeText(own)}` : '',
			page === undefined ? '' : `/Pg ${referTo(this.#numbering.pages + page)}`,
			alt === undefined ? '' : `/Alt ${writeText(alt)}`,
			actualText === undefined ? '' : `/ActualText ${writeText(actualText)}`,
			type === 'Note' ? `/ID ${this.#name(number)}` : '',
			attributesOf(element),
			kids.length === 1 ? `/K ${kids[0]}` : kids.length > 1 ? `/K [${kids.join(' ')}]` : '',
		];
		this.#writer.object(number, `<<${entries.filter(Boolean).join(' ')}>>`);
		return number;
	}

	#kid(kid: ElementKid, owner: number, lang: string | undefined, page: number | undefined): string {
		if (isElement(kid)) return referTo(this.#element(kid, owner, lang));
		const pageNumber = referTo(this.#numbering.pages + kid.sheet);
		if ('annotation' in kid) {
			this.#links.push([this.#options.annotationKey(kid.annotation), referTo(owner)]);
			return `<</Type /OBJR /Obj ${referTo(kid.annotation)} /Pg ${pageNumber}>>`;
		}
		const owners = this.#owners[kid.sheet];
		if (owners) owners[kid.mcid] = owner;
		return kid.sheet === page ? String(kid.mcid) : `<</Type /MCR /Pg ${pageNumber} /MCID ${kid.mcid}>>`;
	}

	/** Each note has a name of its own (ISO 14289-1, 7.9). */
	#name(number: number): string {
		// The keys of a name tree are sorted as strings.
		const name = writeString(Buffer.from(`n${String(this.#named.length + 1).padStart(8, '0')}`));
		this.#named.push([name, referTo(number)]);
		return name;
	}

	#parents(): readonly TreeEntry[] {
		const pages = this.#owners.flatMap((owners, page): [number, string][] => {
			if (this.#options.sheets[page]?.text === undefined) return [];
			const list = Array.from(owners, (owner) => referTo(owner)).join(' ');
			return [[page, referTo(this.#writer.add(`[${list}]`))]];
		});
		return [...pages, ...this.#links.sort(([a], [b]) => a - b)].map(([key, value]) => [String(key), value]);
	}
}

/** The page of its first content: kids on it need not name it. */
function pageOf({ kids }: Element): number | undefined {
	const first = kids.find((kid) => !isElement(kid) && 'mcid' in kid);
	return first && 'sheet' in first ? first.sheet : undefined;
}

function attributesOf({ table, box, decoration }: Element): string {
	const made: string[] = [];
	if (table) {
		const { scope, rowSpan, colSpan } = table;
		const entries = [
			scope ? `/Scope /${scope}` : '',
			rowSpan ? `/RowSpan ${rowSpan}` : '',
			colSpan ? `/ColSpan ${colSpan}` : '',
		];
		made.push(`<</O /Table ${entries.filter(Boolean).join(' ')}>>`);
	}
	if (box) made.push(`<</O /Layout /Placement /Block /BBox [${box.map(writeNumber).join(' ')}]>>`);
	if (decoration) made.push(`<</O /Layout /TextDecorationType /${decoration}>>`);
	return made.length === 0 ? '' : `/A ${made.length === 1 ? made[0] : `[${made.join(' ')}]`}`;
}
