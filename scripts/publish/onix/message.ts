import type { Element } from 'xast';
import type { Listing } from '../../model/index.ts';
import type { Cover } from '../covers.ts';
import { plain } from '../plain.ts';
import type { Product } from '../products.ts';
import { textFile } from '../text-file.ts';
import { collateralDetail } from './collateral.ts';
import { descriptiveDetail } from './descriptive.ts';
import { productIdentifiers } from './identifiers.ts';
import { languageCode } from './language.ts';
import { publishingDetail } from './publishing.ts';
import { relatedMaterial } from './related.ts';
import { element, elementWith, toDocument } from './xml.ts';

const namespace = 'http://ns.editeur.org/onix/3.0/reference';

/**
 * `onix.xml`: an ONIX for Books 3.0 message with reference names, one product for each edition and format. It has
 * no prices and territories (block 6), which only the publisher knows.
 * @param covers by edition
 */
export function onixMessage(products: readonly Product[], covers: ReadonlyMap<string, Cover>): Listing {
	const root = elementWith(
		'ONIXMessage',
		{ release: '3.0', xmlns: namespace },
		header(products),
		products.map((product) => toProduct(product, products, covers.get(product.edition.id))),
	);
	return textFile('onix.xml', toDocument(root));
}

/** The sender is the publisher, or else whoever signs first; the time is the newest of the books, not the clock's. */
function header(products: readonly Product[]): Element {
	const { publishers = [], creators = [], title = '' } = products[0]?.edition.metadata ?? {};
	const name = [publishers[0]?.name, creators[0]?.name, title].find((one) => plain(one ?? '') !== '');
	const times = products.map(({ edition }) => edition.metadata.modified.getTime());
	// YYYYMMDDThhmmssZ (dt.DateOrDateTime)
	const sent = new Date(Math.max(...times)).toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '');
	return element('Header', element('Sender', element('SenderName', name)), element('SentDateTime', sent));
}

/** Confirmed on publication (List 1, 03). */
function toProduct(product: Product, all: readonly Product[], cover: Cover | undefined): Element {
	const { edition, urn } = product;
	const lang = languageCode(edition.languages[0] ?? 'und');
	return element(
		'Product',
		element('RecordReference', urn),
		element('NotificationType', '03'),
		productIdentifiers(product),
		descriptiveDetail(product, lang),
		collateralDetail(product, cover, lang),
		publishingDetail(edition.metadata),
		relatedMaterial(product, all),
	);
}
