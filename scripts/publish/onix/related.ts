import type { Element } from 'xast';
import type { Product } from '../products.ts';
import { productForm } from './descriptive.ts';
import { isbnIdentifiers, productIdentifiers } from './identifiers.ts';
import { element } from './xml.ts';

/**
 * Block 5: the other formats of the same edition (List 51, 06), the printed book that both come from (13), and the
 * same format in other languages (11).
 */
export function relatedMaterial(product: Product, all: readonly Product[]): readonly Element[] {
	const { edition, form, urn } = product;
	const others = all.filter((other) => other.urn !== urn);
	const formats = others.filter((other) => other.edition.id === edition.id);
	const translations = others.filter((other) => other.edition.id !== edition.id && other.form === form);
	const { print } = edition.metadata.isbns;
	const related = [
		...formats.map((other) => relation('06', other)),
		...(print === undefined
			? []
			: [element('RelatedProduct', element('ProductRelationCode', '13'), isbnIdentifiers(print))]),
		...translations.map((other) => relation('11', other)),
	];
	return related.length === 0 ? [] : [element('RelatedMaterial', related)];
}

function relation(code: string, other: Product): Element {
	return element(
		'RelatedProduct',
		element('ProductRelationCode', code),
		productIdentifiers(other),
		...productForm(other.form),
	);
}
