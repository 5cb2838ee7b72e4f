import type { Element } from 'xast';
import type { Product } from '../products.ts';
import { element } from './xml.ts';

/**
 * Group P.2: an ISBN as GTIN-13 and as ISBN-13, as the trade asks (List 5, 03 and 15); the URN (22) always, for it is
 * there before the ISBN is.
 */
export function productIdentifiers({ isbn, urn }: Pick<Product, 'isbn' | 'urn'>): readonly Element[] {
	return [...(isbn === undefined ? [] : isbnIdentifiers(isbn)), identifier('22', urn)];
}

export function isbnIdentifiers(isbn: string): readonly Element[] {
	return [identifier('03', isbn), identifier('15', isbn)];
}

function identifier(type: string, value: string): Element {
	return element('ProductIdentifier', element('ProductIDType', type), element('IDValue', value));
}
