import type { Artifact, Edition, Lang, Name, Profile, Publication } from '../../model/index.ts';
import type { Cover } from '../covers.ts';
import { pdfSummary } from '../pdf-summary.ts';
import { plain, shown } from '../plain.ts';

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
	const { id, metadata, labels, languages } = edition;
	const lang = languages[0] ?? 'und';
	const { title, subtitle, description, rights, date, creators, publishers, isbns } = metadata;
	return {
		id,
		lang,
		labels,
		cover: cover && { name: cover.name, width: cover.width, height: cover.height },
		title: plain(title),
		subtitle: shown(subtitle),
		description: shown(description),
		rights: shown(rights),
		date,
		creators: creators.map((creator) => nameIn(creator, lang)),
		publishers: publishers.map((publisher) => nameIn(publisher, lang)),
		isbns: (['epub', 'pdf', 'print'] as const).flatMap((form) => {
			const number = isbns[form];
			return number === undefined
				? []
				: [{ format: form === 'print' ? labels.print : form.toUpperCase(), number }];
		}),
		files: artifacts.filter(isForReaders).map((artifact) => fileData(artifact, labels, digests)),
		accessibility: accessibility(artifacts, edition),
	};
}

/** A name says its language where it is another one than the page's. */
function nameIn({ name, lang }: Name, around: Lang) {
	return { name: plain(name), lang: lang === around ? undefined : lang };
}

/** What goes to a printer is for no reader. */
function isForReaders(artifact: Artifact): artifact is ReaderFile {
	return artifact.format in formats;
}

type ReaderFile = Artifact & { readonly format: keyof typeof formats };

function fileData(
	{ name, format, bytes, pages, archive, profile = 'generic' }: ReaderFile,
	labels: Readonly<Record<string, string>>,
	digests: ReadonlyMap<string, string>,
) {
	return {
		name,
		type: mediaTypes[format],
		// `PDF/A-2a`: the level is what archives ask for.
		format: archive === undefined ? formats[format] : `${formats[format]}-${archive}`,
		purpose: labels[purposeOf(archive, profile)],
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
	const epub = artifacts.find((artifact) => artifact.accessibility?.summary);
	const summaries = {
		EPUB: epub?.accessibility?.summary,
		PDF: artifacts.some(({ format }) => format === 'screen') ? pdfSummary(edition) : undefined,
	};
	return Object.entries(summaries).flatMap(([format, summary]) =>
		summary ? [{ format, summary: plain(summary) }] : [],
	);
}

/** Decimal, as shops and file managers count: `843 kB`, `2.1 MB`. */
function formatSize(bytes: number): string {
	return bytes < 999_500 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
