import { v5 } from 'uuid';
import type { Artifact, Edition, Publication } from '../model/index.ts';

/** One format of one edition: what the trade counts as a thing of its own, with an ISBN of its own. */
export interface Product {
	readonly edition: Edition;
	readonly artifact: Artifact;
	readonly form: 'pdf' | 'epub' | 'print';
	/** `urn:uuid:…`, stable for slug, edition, language and format, whether there is an ISBN or not. */
	readonly urn: string;
	/** Thirteen digits. */
	readonly isbn?: string;
	/** Pages of the PDF of the edition, where it was made; of a printed book its own, blanks included. */
	readonly pages?: number;
	/** Whether its pages bear the numbers of a printed book that is a product too. */
	readonly hasPrintedFolios?: boolean;
	/** Of a printed book. */
	readonly body?: PrintedBody;
}

/** What a printed book is like in the hand, in mm. */
export interface PrintedBody {
	/** Of the trimmed page. */
	readonly height: number;
	readonly width: number;
	/** Of the spine, where a cover was made. */
	readonly thickness?: number;
	readonly hasFlaps: boolean;
}

/**
 * Every format of every edition once. An EPUB made for one shop is the same product with the same ISBN as the
 * generic one, so it stands for itself only where that was not made. A printed book is a product once it has an ISBN:
 * what only a printer gets is none.
 */
export function toProducts(publications: readonly Publication[]): readonly Product[] {
	return publications.flatMap(({ edition, artifacts }) => {
		const pdf = artifacts.find(({ format }) => format === 'screen');
		const pages = pdf?.pages === undefined ? {} : { pages: pdf.pages };
		const epub = mainEpub(artifacts);
		const book = printed({ edition, artifacts });
		const hasPrintedFolios = book.length > 0;
		return [
			...(pdf ? [{ ...product(edition, pdf, 'pdf'), ...pages, hasPrintedFolios }] : []),
			...(epub ? [{ ...product(edition, epub, 'epub'), ...pages }] : []),
			...book,
		];
	});
}

function printed({ edition, artifacts }: Publication): readonly Product[] {
	const inside = artifacts.find(({ format }) => format === 'print');
	if (!inside?.trim || edition.metadata.isbns.print === undefined) return [];
	const spine = artifacts.find(({ format }) => format === 'cover')?.spine;
	const { width, height } = inside.trim;
	const hasFlaps = edition.press.cover.flaps > 0;
	const body = { width, height, hasFlaps, ...(spine === undefined ? {} : { thickness: spine }) };
	const pages = inside.pages === undefined ? {} : { pages: inside.pages };
	return [{ ...product(edition, inside, 'print'), ...pages, body }];
}

/** The EPUB for everyone, or the first of those for single shops. */
export function mainEpub(artifacts: readonly Artifact[]): Artifact | undefined {
	const epubs = artifacts.filter(({ format }) => format === 'epub');
	return epubs.find(({ profile = 'generic' }) => profile === 'generic') ?? epubs[0];
}

function product(edition: Edition, artifact: Artifact, form: Product['form']): Product {
	const { identifier, isbns } = edition.metadata;
	const isbn = isbns[form];
	return { edition, artifact, form, urn: urnOf(identifier, form), ...(isbn === undefined ? {} : { isbn }) };
}

/** The EPUB carries the UUID of its edition inside; those of the others are derived from it (RFC 9562, 5.5). */
function urnOf(identifier: string, form: Product['form']): string {
	if (form === 'epub') return identifier;
	return `urn:uuid:${v5(form, identifier.replace('urn:uuid:', ''))}`;
}
