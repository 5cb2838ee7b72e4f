import type { Reporter } from '../diagnostics/index.ts';
import type { Artifact } from '../model/index.ts';

export { checkPress, type PressExpectations } from './press/index.ts';

/** What a finished PDF says of itself. */
export interface FinishedPdf {
	readonly pages: number;
	/** What is wrong with its fonts, as sentences. */
	readonly faults: readonly string[];
	/** Ids that a link leads to and no page has. */
	readonly dead: readonly string[];
}

export interface CheckOptions {
	/** Name of the file, for messages. */
	readonly name: string;
	/** How many pages it must have. */
	readonly pages: number;
	readonly report: Reporter;
}

/** Looks at a PDF that is about to be saved: its fonts, its links, the number of its pages. */
export function checkPdf(pdf: FinishedPdf, { name, pages, report }: CheckOptions): void {
	if (pdf.pages !== pages) report('pdf-pages', `The PDF has ${pdf.pages} pages, not ${pages}.`, name);
	for (const fault of pdf.faults) report('pdf-font', fault, name);
	for (const id of pdf.dead)
		report('pdf-link', `A link leads to "${id}", which is not in the document.`, name);
}

/** Looks at an EPUB that is about to be saved: whether the shop takes a file of its size. */
export function checkEpub(
	{ name, bytes, limit }: Pick<Artifact, 'name' | 'bytes' | 'limit'>,
	report: Reporter,
): void {
	if (!limit || bytes.length <= limit.bytes) return;
	const sizes = `${toMegabytes(bytes.length)} MB, and ${limit.shop} takes ${toMegabytes(limit.bytes)} MB at most`;
	report('epub-size', `The EPUB has ${sizes}.`, name);
}

function toMegabytes(bytes: number): number {
	return Math.ceil(bytes / 1_000_000);
}
