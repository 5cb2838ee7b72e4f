import type { Listing, Publication } from '../../model/index.ts';
import type { Cover } from '../covers.ts';
import { mainEpub } from '../products.ts';
import { textFile } from '../text-file.ts';
import { metadataOf } from './metadata.ts';

export interface CatalogOptions {
	/** By edition. */
	readonly covers: ReadonlyMap<string, Cover>;
	/** Whether a web page lies beside the catalogue. */
	readonly page: boolean;
}

const fileName = 'catalog.json';

/** Every file may be fetched by everyone (OPDS 2.0, 4.3). */
const openAccess = 'http://opds-spec.org/acquisition/open-access';

/**
 * `catalog.json`: an OPDS 2.0 feed (https://drafts.opds.io/opds-2.0) with a publication for each edition. An edition
 * without a cover picture cannot stand in it (1.2: each publication must have images). Addresses are absolute where
 * book.yaml says under which address the files are published, relative to the catalogue otherwise.
 */
export function opdsCatalog(
	publications: readonly Publication[],
	{ covers, page }: CatalogOptions,
): readonly Listing[] {
	const listed = publications.flatMap((publication) => {
		const cover = covers.get(publication.edition.id);
		return cover ? toPublication(publication, cover) : [];
	});
	const [first] = publications;
	if (listed.length === 0 || !first) return [];
	const { metadata } = first.edition;
	const newest = Math.max(...publications.map(({ edition }) => edition.metadata.modified.getTime()));
	const link = createLink(metadata.website);
	const feed = {
		metadata: {
			title: metadata.title,
			modified: new Date(newest).toISOString(),
			numberOfItems: listed.length,
		},
		links: [
			{ rel: 'self', ...link(fileName, 'application/opds+json') },
			...(page ? [{ rel: 'alternate', ...link('index.html', 'text/html') }] : []),
		],
		publications: listed,
	};
	return [textFile(fileName, `${JSON.stringify(feed, null, '\t')}\n`)];
}

function toPublication({ edition, artifacts }: Publication, { name, mediaType, width, height }: Cover) {
	const link = createLink(edition.metadata.website);
	const epub = mainEpub(artifacts);
	const pdf = artifacts.find(({ format }) => format === 'screen');
	return {
		metadata: metadataOf(edition, { epub, pdf }),
		links: [
			...(epub ? [{ rel: openAccess, ...link(epub.name, 'application/epub+zip') }] : []),
			...(pdf ? [{ rel: openAccess, ...link(pdf.name, 'application/pdf') }] : []),
		],
		images: [{ ...link(name, mediaType), width, height }],
	};
}

function createLink(website: string | undefined) {
	return (name: string, type: string) => ({
		href: website === undefined ? encodeURI(name) : new URL(name, website).href,
		type,
	});
}
