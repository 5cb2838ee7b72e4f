import type { Accessibility, Edition, Lang, Metadata } from '../model/index.ts';
import { accessibility } from './accessibility.ts';
import type { IllustrationList } from './illustrations.ts';
import { label } from './labels.ts';
import type { Landmark } from './landmarks.ts';
import { bookTitle, type Line, labelLine } from './lines.ts';
import { depthOf, type NavPoint } from './navigation.ts';
import { type PackageMetadata, packageMetadata } from './package-metadata.ts';
import type { PageList } from './page-list.ts';
import type { UnitFile } from './units.ts';

/** A file of the manifest that is neither text nor navigation nor style. */
export interface ManifestItem {
	readonly id: string;
	readonly href: string;
	readonly mediaType: string;
	readonly properties?: string;
}

/** What the templates in `templates/epub/` find under the name `book`. */
export interface TemplateData {
	readonly lang: Lang;
	readonly languages: readonly Lang[];
	readonly metadata: Metadata;
	/** What of it the package document lists with refinements. */
	readonly described: PackageMetadata;
	readonly standIns: NonNullable<Metadata['standIns']>;
	/** `2024-01-01T00:00:00Z`: the package document takes no fractions (EPUB 3.3, 5.5.5). */
	readonly modified: string;
	readonly accessibility: Accessibility;
	readonly contentsTitle: Line;
	/** Title of the book, in both languages of an edition in two. */
	readonly title: string;
	readonly points: readonly NavPoint[];
	/** Levels of `points`. */
	readonly depth: number;
	/** Order of the targets of points and pages, for the NCX. */
	readonly playOrder: ReadonlyMap<string, number>;
	readonly landmarks: readonly Landmark[];
	/** Lists of figures and of tables. */
	readonly lists: readonly IllustrationList[];
	/** Missing where nothing is known of printed pages. */
	readonly pages?: PageList;
	/** Names of what the navigation document holds. */
	readonly names: { readonly landmarks: string; readonly pages: string };
	/** Id of the cover picture among the items. */
	readonly cover: string;
	/** Whether Apple Books is told to use the faces of the book. */
	readonly saysFonts: boolean;
	readonly items: readonly ManifestItem[];
}

export interface TemplateParts {
	readonly files: readonly UnitFile[];
	readonly points: readonly NavPoint[];
	readonly playOrder: ReadonlyMap<string, number>;
	readonly landmarks: readonly Landmark[];
	readonly lists: readonly IllustrationList[];
	readonly pages: PageList | undefined;
	readonly items: readonly ManifestItem[];
	readonly cover: string;
	readonly saysFonts: boolean;
}

export function templateData(edition: Edition, { files, pages, ...parts }: TemplateParts): TemplateData {
	const { languages, labels, otherLabels, metadata } = edition;
	const [, other] = languages;
	const reviewer = metadata.second?.reviewer;
	const second = other &&
		otherLabels && { lang: other, labels: otherLabels, ...(reviewer ? { reviewer } : {}) };
	return {
		...parts,
		...(pages ? { pages } : {}),
		names: { landmarks: label(labels, 'landmarks'), pages: label(labels, 'page-list') },
		lang: languages[0] ?? 'und',
		languages,
		metadata,
		described: packageMetadata(edition),
		standIns: metadata.standIns ?? {},
		modified: metadata.modified.toISOString().replace(/\.\d+Z$/, 'Z'),
		accessibility: accessibility(files, {
			labels,
			review: metadata.review,
			...(second ? { second } : {}),
		}),
		contentsTitle: labelLine(edition, 'contents'),
		title: bookTitle(edition),
		depth: depthOf(parts.points),
	};
}
