import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/**
 * All that a reader has of a page, in numbers that two files can be compared by: places count from the lower left
 * corner of what shows.
 */
export interface PageLook {
	/** In pt. */
	readonly size: readonly [number, number];
	/** Each run of text with its place and size, in hundredths of a pt. */
	readonly text: readonly string[];
	readonly links: readonly LinkLook[];
}

export interface LinkLook {
	/** Left, lower, right, upper edge, in pt. */
	readonly rect: readonly number[];
	/** An address, or the index of a page and the height on it, in pt. */
	readonly goal: string | readonly [page: number, y: number];
}

/** Looks at a PDF through the eyes of a library that had no part in its making. */
export async function lookAtPdf(bytes: Uint8Array): Promise<readonly PageLook[]> {
	const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 });
	const pdf = await task.promise;
	const pages: PageLook[] = [];
	for (let number = 1; number <= pdf.numPages; number++) {
		const page = await pdf.getPage(number);
		const runs = await readText(page);
		const [left = 0, lower = 0, right = 0, upper = 0] = page.view;
		pages.push({
			size: [right - left, upper - lower],
			text: runs,
			links: await readLinks(pdf, page),
		});
	}
	await task.destroy();
	return pages;
}

/** Text in the order of the file, its places counted from the corner of the page. */
async function readText(page: PDFPageProxy): Promise<string[]> {
	const { items } = await page.getTextContent({ disableNormalization: true });
	const [left = 0, lower = 0] = page.view;
	return items.flatMap((item) => {
		if (!('str' in item) || item.str === '') return [];
		const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
		const hundredths = (...numbers: readonly number[]) =>
			numbers.map((one) => Math.round(one * 100)).join(',');
		return [`${item.str} ${hundredths(a, b, c, d)} ${hundredths(x - left, y - lower)}`];
	});
}

async function readLinks(pdf: PDFDocumentProxy, page: PDFPageProxy): Promise<LinkLook[]> {
	// All pages of a book are alike.
	const [left = 0, lower = 0] = page.view;
	const links: LinkLook[] = [];
	for (const { subtype, rect, url, dest } of await page.getAnnotations()) {
		if (subtype !== 'Link') continue;
		const explicit = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
		const goal = explicit
			? ([await pdf.getPageIndex(explicit[0]), Number(explicit[3]) - lower] as const)
			: String(url);
		const [x = 0, y = 0, right = 0, upper = 0] = rect as number[];
		links.push({ rect: [x - left, y - lower, right - left, upper - lower], goal });
	}
	return links;
}
