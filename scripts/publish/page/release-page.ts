import { Liquid } from 'liquidjs';
import type { Edition, House, Lang, Listing, Publication } from '../../model/index.ts';
import type { Cover } from '../covers.ts';
import { plain, shown } from '../plain.ts';
import { textFile } from '../text-file.ts';
import { editionData } from './edition-data.ts';

export interface PageOptions {
	readonly house: House;
	/** By edition. */
	readonly covers: ReadonlyMap<string, Cover>;
	/** The other lists, to which the page leads. */
	readonly lists: readonly Listing[];
	/** SHA-256 of every file by its name. */
	readonly digests: ReadonlyMap<string, string>;
}

/**
 * `index.html`: one page for all editions, each in its language, that offers the files. It has no scripts and needs
 * no other file but the covers. Made from `templates/release.liquid` and `styles/release.css`.
 * @throws Error where one of these is missing
 */
export function releasePage(publications: readonly Publication[], options: PageOptions): Listing {
	const { house, covers, lists, digests } = options;
	const css = house.styles.get('release.css');
	if (css === undefined) throw new Error('styles/release.css is missing.');
	const editions = publications.map((publication) =>
		editionData(publication, covers.get(publication.edition.id), digests),
	);
	const { metadata, languages } = publications[0]?.edition ?? {};
	const html: string = createEngine(house).renderFileSync('release.liquid', {
		css,
		lang: languages?.[0] ?? 'und',
		title: plain(metadata?.title ?? ''),
		other_titles: metadata?.otherTitles.map(({ lang, title }) => ({ lang, title: plain(title) })) ?? [],
		description: shown(metadata?.description),
		catalog: lists.find(({ name }) => name === 'catalog.json')?.name,
		editions,
		footers: footersOf(publications),
	});
	// What is left out leaves its line empty.
	return textFile('index.html', html.replaceAll(/\n\s*(?=\n)/g, ''));
}

/** The wording of each language once, for what is said of all editions. */
function footersOf(publications: readonly Publication[]) {
	const byLang = new Map<Lang, Edition['labels']>();
	for (const { languages, labels, otherLabels } of publications.map(({ edition }) => edition)) {
		for (const [index, lang] of languages.entries()) {
			const words = index === 0 ? labels : otherLabels;
			if (words && !byLang.has(lang)) byLang.set(lang, words);
		}
	}
	return [...byLang].map(([lang, labels]) => ({ lang, labels }));
}

function createEngine({ templates }: House): Liquid {
	return new Liquid({
		templates: Object.fromEntries(templates),
		outputEscape: 'escape',
		strictFilters: true,
		ownPropertyOnly: true,
	});
}
