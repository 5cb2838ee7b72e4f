import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** All that a reader has of a page, in numbers that two files can be compared by. */
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

/** Text in the order of the file. */
async function readText(page: PDFPageProxy): Promise<string[]> {
	const { items } = await page.getTextContent({ disableNormalization: true });
	return items.flatMap((item) => {
		if (!('str' in item) || item.str === '') return [];
		const [a, b, c, d, x, y] = (item.transform as number[]).map((value) => Math.round(value * 100));
		return [`${item.str} ${[a, b, c, d].join(',')} ${x},${y}`];
	});
}

async function readLinks(pdf: PDFDocumentProxy, page: PDFPageProxy): Promise<LinkLook[]> {
	const links: LinkLook[] = [];
	for (const { subtype, rect, url, dest } of await page.getAnnotations()) {
		if (subtype !== 'Link') continue;
		const explicit = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
		const goal = explicit
			? ([await pdf.getPageIndex(explicit[0]), Number(explicit[3])] as const)
			: String(url);
		links.push({ rect, goal });
	}
	return links;
}
