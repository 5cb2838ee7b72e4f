import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** By page: text of each run of marked content, and what is painted outside of all. */
export interface PageContents {
	readonly texts: ReadonlyMap<number, string>;
	readonly outside: readonly string[];
}

/** Looks at what each page paints through the eyes of a library that had no part in its making. */
export async function readContents(bytes: Uint8Array): Promise<readonly PageContents[]> {
	const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 });
	const pdf = await task.promise;
	const pages: PageContents[] = [];
	for (let number = 1; number <= pdf.numPages; number++) {
		const page = await pdf.getPage(number);
		const { mcids, outside } = await readMarks(page);
		const texts = new Map([...mcids].map((mcid) => [mcid, '']));
		for (const [mcid, text] of await readTexts(page)) texts.set(mcid, text);
		pages.push({ texts, outside });
	}
	await task.destroy();
	return pages;
}

async function readTexts(page: PDFPageProxy): Promise<ReadonlyMap<number, string>> {
	const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
	const texts = new Map<number, string>();
	const open: (string | undefined)[] = [];
	for (const item of items) {
		if ('str' in item) {
			const mcid = /_mc(\d+)$/.exec(open.findLast((id) => id) ?? '')?.[1];
			if (mcid !== undefined) texts.set(Number(mcid), (texts.get(Number(mcid)) ?? '') + item.str);
		} else if (item.type === 'endMarkedContent') open.pop();
		else open.push(item.id);
	}
	return texts;
}

/** Operators that paint, each by its own; a path says by its first argument what is done with it. */
const painters: ReadonlySet<number> = new Set([
	OPS.showText,
	OPS.shadingFill,
	OPS.paintImageXObject,
	OPS.paintImageMaskXObject,
	OPS.paintInlineImageXObject,
	OPS.paintSolidColorImageMask,
]);

/** Numbers of marked content, and all that is painted in none and is no artifact, or both (ISO 14289-1, 7.1). */
async function readMarks(page: PDFPageProxy): Promise<Marks> {
	const { fnArray, argsArray } = await page.getOperatorList();
	const marks = new Marks();
	fnArray.forEach((operator, index) => void marks.see(operator, argsArray[index] ?? []));
	marks.end();
	return marks;
}

class Marks {
	readonly mcids = new Set<number>();
	readonly outside: string[] = [];
	readonly #open: ('artifact' | 'content' | 'other')[] = [];

	see(operator: number, args: readonly unknown[]): void {
		if (operator === OPS.endMarkedContent) this.#open.pop();
		else if (operator === OPS.beginMarkedContent) this.#begin(args);
		else if (operator === OPS.beginMarkedContentProps) this.#begin(args);
		else if (operator === OPS.constructPath && args[0] !== OPS.endPath) this.#paint('a path');
		else if (painters.has(operator)) this.#paint(`operator ${operator}`);
	}

	end(): void {
		if (this.#open.length > 0) this.outside.push(`${this.#open.length} marks that do not end`);
	}

	#begin([tag, mcid]: readonly unknown[]): void {
		if (typeof mcid !== 'number') {
			const name = typeof tag === 'string' ? tag : (tag as { readonly name?: string } | undefined)?.name;
			this.#open.push(name === 'Artifact' ? 'artifact' : 'other');
			return;
		}
		if (this.mcids.has(mcid)) this.outside.push(`content ${mcid} a second time`);
		this.mcids.add(mcid);
		this.#open.push('content');
	}

	#paint(what: string): void {
		const owners = this.#open.filter((one) => one === 'content').length;
		const isRight = this.#open.includes('artifact') ? owners === 0 : owners === 1;
		if (!isRight) this.outside.push(`${what} in ${this.#open.join(' in ') || 'no mark'}`);
	}
}
