import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A run of text on a page; x and y in pt from the lower left corner, size in pt. */
export interface TextRun {
	readonly text: string;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly size: number;
}

export interface LinkArea {
	/** Left, bottom, right, top, in pt. */
	readonly rect: readonly [number, number, number, number];
	/** Index of the page it leads to; undefined where it leads out of the document. */
	readonly target?: number;
	readonly url?: string;
}

export interface OutlineEntry {
	readonly title: string;
	readonly page: number | undefined;
	readonly children: readonly OutlineEntry[];
}

/** A PDF as an independent library reads it. */
export interface ReadPdf {
	readonly pages: readonly { readonly runs: readonly TextRun[]; readonly links: readonly LinkArea[] }[];
	readonly labels: readonly string[];
	readonly outline: readonly OutlineEntry[];
	readonly info: Readonly<Record<string, unknown>>;
	readonly tagged: boolean;
	/** Destinations that a link names and the document lacks. */
	readonly dead: readonly string[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
	const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
	const pdf = await task.promise;
	const dead: string[] = [];
	const pages: { runs: TextRun[]; links: LinkArea[] }[] = [];
	for (let number = 1; number <= pdf.numPages; number++) {
		const page = await pdf.getPage(number);
		const content = await page.getTextContent();
		const runs = content.items.flatMap((item): TextRun[] => {
			if (!('str' in item)) return [];
			const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
			return [{ text: item.str, x, y, width: item.width, size: Math.hypot(a, b) }];
		});
		const links: LinkArea[] = [];
		for (const annotation of await page.getAnnotations()) {
			if (annotation.subtype !== 'Link') continue;
			if (typeof annotation.url === 'string') links.push({ rect: annotation.rect, url: annotation.url });
			else {
				const target = await pageOf(pdf, annotation.dest);
				if (target === undefined) dead.push(String(annotation.dest));
				else links.push({ rect: annotation.rect, target });
			}
		}
		pages.push({ runs, links });
	}
	const { info } = await pdf.getMetadata();
	const read: ReadPdf = {
		pages,
		labels: (await pdf.getPageLabels()) ?? [],
		outline: await readOutline(pdf, await pdf.getOutline()),
		info: info as Record<string, unknown>,
		tagged: (await pdf.getMarkInfo())?.Marked === true,
		dead,
	};
	await task.destroy();
	return read;
}

type RawOutline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;

async function readOutline(pdf: PDFDocumentProxy, items: RawOutline): Promise<OutlineEntry[]> {
	const entries: OutlineEntry[] = [];
	for (const item of items ?? []) {
		const children = await readOutline(pdf, item.items);
		entries.push({ title: item.title, page: await pageOf(pdf, item.dest), children });
	}
	return entries;
}

async function pageOf(pdf: PDFDocumentProxy, dest: unknown): Promise<number | undefined> {
	const explicit = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
	if (!Array.isArray(explicit)) return undefined;
	return await pdf.getPageIndex(explicit[0]).catch(() => undefined);
}

/** All text without white space and hyphens, which lines and pages bring in and take away. */
export function bare(text: string): string {
	return text.normalize('NFC').replaceAll(/[\s\u00ad\u2010\u200b-]+/gu, '');
}

/** Upper edge of the folio, in pt from the foot of the page. */
const folioTop = 80;

/** Text of the pages' main flow: larger than notes and running heads, no superscript, no folio. */
export function mainText(pdf: ReadPdf): string {
	const runs = pdf.pages.flatMap((page) => page.runs.filter((run) => run.size > 8.9 && run.y > folioTop));
	return bare(runs.map((run) => run.text).join(' '));
}

/** Text in the size of notes. */
export function noteText(pdf: ReadPdf): string {
	const runs = pdf.pages.flatMap((page) => page.runs.filter((run) => run.size <= 8.9 && run.size > 8.3));
	return bare(runs.map((run) => run.text).join(' '));
}

export function pageText(pdf: ReadPdf, index: number): string {
	return bare((pdf.pages[index]?.runs ?? []).map((run) => run.text).join(' '));
}
