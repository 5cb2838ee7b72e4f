import type { Edition, Metadata, PageTurn } from '../model/index.ts';
import { eachElement } from './elements.ts';
import { filledLabel } from './labels.ts';
import { breakId } from './page-breaks.ts';
import type { UnitFile } from './units.ts';

/** A printed page, by the break where it begins. */
export interface PageTarget {
	readonly label: string;
	readonly href: string;
	/** Its number, where it is one of the pages that are counted in figures. */
	readonly number?: number;
}

/** What the EPUB says of the printed pages. */
export interface PageList {
	/** In reading order, as EPUB asks (EPUB 3.3, 7.4.3). */
	readonly targets: readonly PageTarget[];
	/** The page on which the printed contents begin. */
	readonly contents?: string;
	/** What the pages are those of. */
	readonly source: string;
}

/**
 * Collects the page breaks of the files, and that of the printed contents, which stands at the head of the contents of
 * the EPUB.
 * @param tocAt index of the first file that stands behind the contents
 * @returns undefined where there are no pages
 */
export function pageList(
	edition: Edition,
	files: readonly UnitFile[],
	turns: readonly PageTurn[],
	toc: { readonly file: string; readonly at: number },
): PageList | undefined {
	if (turns.length === 0) return undefined;
	const printed = edition.units.find((unit) => unit.kind === 'contents' && unit.media === 'pages');
	const contents = turns.find((turn) => turn.unit === printed?.id)?.label;
	const targets = files.map(breaksOf);
	if (contents !== undefined) targets.splice(toc.at, 0, [target(toc.file, contents)]);
	return {
		targets: targets.flat(),
		...(contents === undefined ? {} : { contents }),
		source: sourceOf(edition),
	};
}

function breaksOf({ file, section }: UnitFile): PageTarget[] {
	const found: PageTarget[] = [];
	eachElement(section, ({ properties: { role, ariaLabel } }) => {
		if (role === 'doc-pagebreak') found.push(target(file, String(ariaLabel)));
	});
	return found;
}

function target(file: string, label: string): PageTarget {
	const href = `${file}#${breakId(label)}`;
	return /^\d+$/.test(label) ? { label, href, number: Number(label) } : { label, href };
}

/** The book that has these pages: the printed one where it is known, else the PDF (RFC 8254 for ISBNs as names). */
function sourceOf({ metadata, labels }: Edition): string {
	const isbn = metadata.isbns.print ?? metadata.isbns.pdf;
	return isbn === undefined ? nameOfPdf(metadata, labels) : `urn:isbn:${isbn.replaceAll(/[^\dX]/gi, '')}`;
}

function nameOfPdf({ title, date }: Metadata, labels: Edition['labels']): string {
	return filledLabel(labels, 'page-source', { title, date });
}
