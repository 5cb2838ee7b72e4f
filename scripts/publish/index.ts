import type { House, Listing, Publication } from '../model/index.ts';
import { checksums } from './checksums.ts';
import { coversOf } from './covers.ts';
import { onixMessage } from './onix/message.ts';
import { opdsCatalog } from './opds/catalog.ts';
import { releasePage } from './page/release-page.ts';
import { toProducts } from './products.ts';
import { sha256 } from './sha256.ts';

export interface PublishOptions {
	readonly house: House;
	/** Whether a web page offers the files. */
	readonly page?: boolean;
}

/**
 * What goes with the books: the cover pictures, `onix.xml` for the trade, `catalog.json` for reading apps,
 * `index.html` where it is asked for, and `SHA256SUMS` of them all. The same books give the same bytes on every run:
 * every date in them comes from the metadata. An edition without a cover picture is left out of the catalogue, and
 * where none is left there is no catalogue.
 * @throws Error where a template or style sheet of the house is missing
 */
export function publish(
	publications: readonly Publication[],
	{ house, page = false }: PublishOptions,
): readonly Listing[] {
	const covers = coversOf(publications);
	const products = toProducts(publications);
	const lists = [
		...covers.values(),
		...opdsCatalog(publications, { covers, page }),
		// What only a printer gets is no product for the trade.
		...(products.length > 0 ? [onixMessage(products, covers)] : []),
	];
	const books = publications.flatMap(({ artifacts }) => artifacts);
	const digests = new Map([...books, ...lists].map((file) => [file.name, sha256(file.bytes)]));
	const pages = page ? [releasePage(publications, { house, covers, lists, digests })] : [];
	for (const { name, bytes } of pages) digests.set(name, sha256(bytes));
	return [...lists, ...pages, checksums(digests)];
}
