import type { Element } from 'xast';
import type { Product } from '../products.ts';
import { productForm } from './descriptive.ts';
import { isbnIdentifiers, productIdentifiers } from './identifiers.ts';
import { element } from './xml.ts';

/**
 * Block 5: the other formats of the same edition, the printed book among them, and the same format in other languages
 * (List 51, 11). A printed book that is no product of this message is known by its ISBN.
 */
export function relatedMaterial(product: Product, all: readonly Product[]): readonly Element[] {
	const { edition, form, urn } = product;
	const others = all.filter((other) => other.urn !== urn);
	const formats = others.filter((other) => other.edition.id === edition.id);
	const translations = others.filter((other) => other.edition.id !== edition.id && other.form === form);
	const { print } = edition.metadata.isbns;
	const isListed = form === 'print' || formats.some((other) => other.form === 'print');
	const related = [
		...formats.map((other) => relation(codeOf(product, other), other)),
		...(print === undefined || isListed
			? []
			: [element('RelatedProduct', element('ProductRelationCode', '13'), isbnIdentifiers(print))]),
		...translations.map((other) => relation('11', other)),
	];
	return related.length === 0 ? [] : [element('RelatedMaterial', related)];
}

/** List 51: a file is based on the printed book (13), which is available as the file (27); two files are formats (06). */
function codeOf({ form }: Product, other: Product): string {
	if (other.form === 'print') return '13';
	return form === 'print' ? '27' : '06';
}

function relation(code: string, other: Product): Element {
	return element(
		'RelatedProduct',
		element('ProductRelationCode', code),
		productIdentifiers(other),
		...productForm(other),
	);
}
