import { v5 } from 'uuid';
import type { Artifact, Edition, Publication } from '../model/index.ts';

/** One format of one edition: what the trade counts as a thing of its own, with an ISBN of its own. */
export interface Product {
	readonly edition: Edition;
	readonly artifact: Artifact;
	readonly form: 'pdf' | 'epub';
	/** `urn:uuid:…`, stable for slug, edition, language and format, whether there is an ISBN or not. */
	readonly urn: string;
	/** Thirteen digits. */
	readonly isbn?: string;
	/** Pages of the PDF of the edition, where it was made. */
	readonly pages?: number;
}

/**
 * Every format of every edition once. An EPUB made for one shop is the same product with the same ISBN as the
 * generic one, so it stands for itself only where that was not made.
 */
export function toProducts(publications: readonly Publication[]): readonly Product[] {
	return publications.flatMap(({ edition, artifacts }) => {
		const pdf = artifacts.find(({ format }) => format === 'screen');
		const pages = pdf?.pages === undefined ? {} : { pages: pdf.pages };
		const epub = mainEpub(artifacts);
		return [
			...(pdf ? [{ ...product(edition, pdf, 'pdf'), ...pages }] : []),
			...(epub ? [{ ...product(edition, epub, 'epub'), ...pages }] : []),
		];
	});
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

/** The EPUB carries the UUID of its edition inside; that of the PDF is derived from it (RFC 9562, 5.5). */
function urnOf(identifier: string, form: Product['form']): string {
	if (form === 'epub') return identifier;
	return `urn:uuid:${v5(form, identifier.replace('urn:uuid:', ''))}`;
}
