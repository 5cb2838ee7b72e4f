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
	/** The structure tree of the page, a line for each element, with the text that it owns. */
	readonly structure: readonly string[];
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
		const { runs, owned } = await readText(page);
		const [left = 0, lower = 0, right = 0, upper = 0] = page.view;
		pages.push({
			size: [right - left, upper - lower],
			text: runs,
			links: await readLinks(pdf, page),
			structure: treeLines((await page.getStructTree()) as TreeNode | null, owned),
		});
	}
	await task.destroy();
	return pages;
}

/** Text in the order of the file, and by the marked content that it stands in. */
async function readText(page: PDFPageProxy) {
	const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
	const [left = 0, lower = 0] = page.view;
	const runs: string[] = [];
	const owned = new Map<string, string>();
	const open: (string | undefined)[] = [];
	for (const item of items) {
		if (!('str' in item)) {
			if (item.type === 'endMarkedContent') open.pop();
			else open.push(item.id);
			continue;
		}
		const owner = open.findLast((id) => id !== undefined);
		if (owner !== undefined) owned.set(owner, (owned.get(owner) ?? '') + item.str);
		if (item.str === '') continue;
		const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
		const [shape, place] = [
			[a, b, c, d],
			[x - left, y - lower],
		].map((numbers) => numbers.map((value) => Math.round(value * 100)).join(','));
		runs.push(`${item.str} ${shape} ${place}`);
	}
	return { runs, owned };
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

interface TreeNode {
	readonly role?: string;
	readonly type?: string;
	readonly id?: string;
	readonly lang?: string;
	readonly alt?: string;
	readonly children?: readonly TreeNode[];
}

function treeLines(node: TreeNode | null, owned: ReadonlyMap<string, string>, depth = 0): string[] {
	if (!node) return [];
	const indent = ' '.repeat(depth);
	// Marked content and objects carry numbers of the file; what counts is the text, and that there is one.
	if (node.role === undefined) return [`${indent}${node.type} ${owned.get(node.id ?? '') ?? ''}`];
	const { role, lang = '', alt = '', children = [] } = node;
	const line = `${indent}${role} [${lang}] "${alt}"`;
	return [line, ...children.flatMap((child) => treeLines(child, owned, depth + 1))];
}
