import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import type { Edition } from '../../model/index.ts';
import { pdfSummaries } from '../pdf-summary.ts';
import type { Product } from '../products.ts';
import { leadsToEveryHeading } from './accessibility.ts';
import type { Feature } from './features.ts';

/** How a file says that it follows PDF/UA-1 (ISO 14289-1, 5), in metadata that are never packed. */
const claim = '<pdfuaid:part>1</pdfuaid:part>';

/**
 * What a PDF says of its accessibility in the codes of the trade (List 196): PDF/UA-1 and what comes of it where the
 * file itself says so; never who has certified it, for that is said of the EPUB alone. Nothing on a page flashes, moves
 * or sounds (List 143, 00).
 */
export function pdfAccessibility(product: Product): readonly Feature[] {
	const summaries = pdfSummaries(product.edition);
	return [
		...(claimsToFollow(product) ? codesOf(product) : []).map((value): Feature => ({ type: '09', value })),
		...summaries.map((summary): Feature => ({ type: '09', value: '00', ...summary })),
		{ type: '12', value: '00' },
	];
}

function claimsToFollow({ artifact: { bytes } }: Product): boolean {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(claim);
}

/** Rising. 13, 22 and 29 are order of reading, languages and structure, which PDF/UA-1 asks for. */
function codesOf({ edition, hasPrintedFolios = false }: Product): readonly string[] {
	const pictures = picturesOf(edition);
	const areDescribed = pictures.every(({ properties }) => isSaid(properties.alt ?? properties.ariaLabel));
	return [
		'05',
		// The bookmarks lead to parts and pieces.
		...(leadsToEveryHeading(edition.units, 0) ? ['11'] : []),
		'13',
		...(pictures.length > 0 && areDescribed ? ['14'] : []),
		...(hasPrintedFolios ? ['19'] : []),
		'22',
		'29',
		...(areDescribed ? ['52'] : []),
	];
}

/** Pictures and drawings that tell something. */
function picturesOf({ units }: Edition): readonly Element[] {
	const found: Element[] = [];
	for (const { body } of units) {
		visit(body, 'element', (element) => {
			const { tagName, properties } = element;
			const isOrnament = properties.ariaHidden === 'true' || properties.alt === '';
			if ((tagName === 'img' || tagName === 'svg') && !isOrnament) found.push(element);
		});
	}
	return found;
}

function isSaid(name: unknown): boolean {
	return typeof name === 'string' && name.trim() !== '';
}
