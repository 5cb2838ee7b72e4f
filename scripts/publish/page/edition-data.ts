import type { Artifact, Edition, Lang, Name, Profile, Publication } from '../../model/index.ts';
import type { Cover } from '../covers.ts';
import { pdfSummaries, type Summary } from '../pdf-summary.ts';
import { plain, shown } from '../plain.ts';
import { besides, type Words, wordsOf } from './words.ts';

const formats = { screen: 'PDF', archive: 'PDF/A', epub: 'EPUB' } as const;
const mediaTypes = {
	screen: 'application/pdf',
	archive: 'application/pdf',
	epub: 'application/epub+zip',
} as const;

/** What `templates/release.liquid` finds of an edition: plain texts, not yet escaped. */
export function editionData(
	{ edition, artifacts }: Publication,
	cover: Cover | undefined,
	digests: ReadonlyMap<string, string>,
) {
	const { id, metadata, languages } = edition;
	const [lang = 'und', second] = languages;
	const words = wordsOf(edition);
	const titled = metadata.otherTitles.find((other) => edition.layout !== undefined && other.lang === second);
	const beside = (text: string, other: string | undefined) => besides(text, other, second, edition);
	const { title, subtitle, description, rights, date, creators, publishers, isbns } = metadata;
	return {
		id,
		lang,
		words,
		name: words['edition-name'],
		cover: cover && { name: cover.name, width: cover.width, height: cover.height },
		title: beside(title, titled?.title),
		subtitle: shown(subtitle) && beside(subtitle ?? '', titled?.subtitle),
		descriptions: texts(description, metadata.second?.description, second),
		rights: texts(rights, metadata.second?.rights, second),
		date,
		creators: creators.map((creator) => nameIn(creator, edition)),
		publishers: publishers.map((publisher) => nameIn(publisher, edition)),
		isbns: (['epub', 'pdf', 'print'] as const).flatMap((form) => {
			const number = isbns[form];
			return number === undefined
				? []
				: [{ format: form === 'print' ? words.print : { text: form.toUpperCase() }, number }];
		}),
		files: artifacts.filter(isForReaders).map((artifact) => fileData(artifact, words, digests)),
		accessibility: accessibility(artifacts, edition),
	};
}

/** A text that may be missing, and its translation. */
function texts(text: string | undefined, translation: string | undefined, lang: Lang | undefined) {
	const [own, other] = [shown(text), shown(translation)];
	return [...(own ? [{ text: own }] : []), ...(other ? [{ text: other, lang }] : [])];
}

/** A name says its language where it is another one than the page's. In two languages it is in both. */
function nameIn({ name, lang, others }: Name, { languages, layout }: Edition) {
	const [main, second] = languages;
	const translated = others.filter((other) => layout !== undefined && other.lang === second);
	return {
		name: plain(name),
		lang: lang === main ? undefined : lang,
		others: translated.map((other) => ({ name: plain(other.name), lang: other.lang })),
	};
}

/** What goes to a printer is for no reader. */
function isForReaders(artifact: Artifact): artifact is ReaderFile {
	return artifact.format in formats;
}

type ReaderFile = Artifact & { readonly format: keyof typeof formats };

function fileData(
	{ name, format, bytes, pages, archive, profile = 'generic' }: ReaderFile,
	words: Readonly<Record<string, Words>>,
	digests: ReadonlyMap<string, string>,
) {
	return {
		name,
		type: mediaTypes[format],
		// `PDF/A-2a`: the level is what archives ask for.
		format: archive === undefined ? formats[format] : `${formats[format]}-${archive}`,
		purpose: words[purposeOf(archive, profile)],
		size: formatSize(bytes.length),
		pages,
		sha256: digests.get(name),
	};
}

/** Key of the label that says for whom a file is; there is none where it is for everyone. */
function purposeOf(archive: ReaderFile['archive'], profile: Profile): string {
	if (archive !== undefined) return archive === '3a' ? 'for-archives-with-sources' : 'for-archives';
	return profile === 'generic' ? '' : `shop-${profile}`;
}

/** Once for each format: EPUBs for several shops say the same. */
function accessibility(artifacts: readonly Artifact[], edition: Edition) {
	const { labels, otherLabels = labels } = edition;
	const epub = artifacts.find((artifact) => artifact.accessibility?.summary)?.accessibility;
	const summaries: Readonly<Record<string, readonly Summary[]>> = {
		EPUB: [
			...(epub?.summary ? [{ text: epub.summary }] : []),
			...(epub?.secondSummary ? [epub.secondSummary] : []),
		],
		PDF: artifacts.some(({ format }) => format === 'screen') ? pdfSummaries(edition) : [],
	};
	return Object.entries(summaries).flatMap(([format, all]) =>
		all.map(({ text, lang }) => {
			const { colon } = lang === undefined ? labels : otherLabels;
			return { format, colon, summary: plain(text), lang };
		}),
	);
}

/** Decimal, as shops and file managers count: `843 kB`, `2.1 MB`. */
function formatSize(bytes: number): string {
	return bytes < 999_500 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
