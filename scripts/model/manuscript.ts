import type { Checks } from './checks.ts';
import type { EditionChoice, EditionId } from './edition-choice.ts';
import type { Lang, Localized, LocalText } from './language.ts';
import type { BookColor, PageChoices, PressChoices } from './press.ts';
import type { Term } from './terms.ts';

/** A piece's path in book.yaml without language and ending, such as `chapters/risks/values`. */
export type PiecePath = string;

/** A key of contributors.yaml. */
export type ContributorId = string;

/** All that the editor wrote, validated. Only the stage `load` makes one. */
export interface Manuscript {
	readonly config: BookConfig;
	readonly contributors: ReadonlyMap<ContributorId, Contributor>;
	/** Sources by piece and language; a language may be missing (it was reported). */
	readonly sources: ReadonlyMap<PiecePath, Localized<PieceSource>>;
	/** Every image file of the manuscript folder by its path relative to that folder, with `/` between folders. */
	readonly assets: ReadonlyMap<string, Asset>;
	/** Image files that cannot be used, by path; with the reason as a clause: `it is empty`. */
	readonly unreadable: ReadonlyMap<string, string>;
	/** The entries of terms.yaml, in their order; nothing where the manuscript has no such file. */
	readonly terms?: readonly Term[];
	/** book.yaml, contributors.yaml and terms.yaml as they stand on disk. */
	readonly files: readonly SourceText[];
	/** What is recorded of the texts that translations were made from. */
	readonly translationLock?: SourceText;
}

/** A text of the manuscript: UTF-8 without byte order mark, every line end `\n`. */
export interface SourceText {
	/** Relative to the manuscript folder. */
	readonly file: string;
	readonly text: string;
}

export interface BookConfig {
	/** File name stem of every output: lower-case ASCII letters, digits and hyphens. */
	readonly slug: string;
	readonly title: Localized<LocalText>;
	readonly subtitle?: Localized<LocalText>;
	readonly description?: Localized<LocalText>;
	readonly rights?: Localized<LocalText>;
	readonly subjects?: Localized<readonly string[]>;
	readonly subjectCodes: SubjectCodes;
	/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
	readonly date: string;
	/** When the outputs were last changed, `YYYY-MM-DD` or a moment in UTC; the date of the book where it is missing. */
	readonly modified?: string;
	readonly isbns: Readonly<Record<EditionId, Isbns>>;
	readonly series?: Series;
	readonly review?: AccessibilityReview;
	/** Address under which the finished files are published, with a slash at its end. */
	readonly website?: string;
	readonly epub: EpubChoices;
	readonly page: PageChoices;
	readonly press: PressChoices;
	readonly colors: readonly BookColor[];
	/** At least one; the first is the source language. */
	readonly languages: readonly Lang[];
	/** At least one, in the order in which they are made. */
	readonly editions: readonly EditionChoice[];
	readonly publishers: readonly Localized<LocalText>[];
	readonly disclaimer?: Localized<LocalText>;
	/** One sentence under each signed piece; the labels hold the default. */
	readonly shortDisclaimer?: Localized<LocalText>;
	readonly contents: readonly ContentsEntry[];
	readonly checks?: Checks;
}

/** ISBNs of one edition, each thirteen digits without hyphens (ISO 2108). */
export interface Isbns {
	readonly print?: string;
	readonly pdf?: string;
	readonly epub?: string;
}

/** Codes of the schemes that shops and libraries sort by. */
export interface SubjectCodes {
	/** BISAC Subject Headings, such as `COM004000`. */
	readonly bisac: readonly string[];
	/** Thema, such as `UYQ`. */
	readonly thema: readonly string[];
	/** Chinese Library Classification (中国图书馆分类法), such as `TP18`. */
	readonly clc: readonly string[];
}

export interface Series {
	readonly title: Localized<LocalText>;
	/** Place in the series. */
	readonly number?: string;
	/** Eight digits with a hyphen in the middle (ISO 3297). */
	readonly issn?: string;
}

/** A review by people: without one, nothing claims to conform to a standard. */
export interface AccessibilityReview {
	readonly by: Localized<LocalText>;
	/** `YYYY-MM-DD`. */
	readonly date: string;
	/** WCAG version and level that the reviewers found, beside EPUB Accessibility 1.1. */
	readonly wcag: '2.0' | '2.1' | '2.2';
	readonly level: 'A' | 'AA' | 'AAA';
	/** Address of the report. */
	readonly report?: string;
	/** Address or name of what entitles the reviewers. */
	readonly credential?: string;
}

/** What the editor chose for EPUBs. */
export interface EpubChoices {
	/** Whether the faces of the book lie in the EPUB. */
	readonly fonts: 'embed' | 'none';
	/** How many levels of headings inside pieces the navigation shows, 0 to 5. */
	readonly innerHeadings: number;
}

export type ContentsEntry = PartEntry | PieceEntry;

export interface PartEntry {
	readonly kind: 'part';
	readonly title: Localized<LocalText>;
	readonly pieces: readonly PieceEntry[];
}

export interface PieceEntry {
	readonly kind: 'piece';
	readonly path: PiecePath;
}

export interface Contributor {
	readonly id: ContributorId;
	readonly kind: 'person' | 'organization';
	readonly name: Localized<LocalText>;
	readonly affiliation?: Localized<LocalText>;
	/** Inline Markdown. */
	readonly bio?: Localized<LocalText>;
	/** Sort keys that replace the default ones, by language. */
	readonly sort?: Localized<string>;
	/** Sixteen digits in four groups (ISO 27729). */
	readonly orcid?: string;
	/** MARC relator code, `aut` unless given (https://id.loc.gov/vocabulary/relators). */
	readonly role: string;
}

/** One language of one piece as it stands on disk. */
export interface PieceSource {
	readonly path: PiecePath;
	readonly lang: Lang;
	/** Relative to the manuscript folder, for messages. */
	readonly file: string;
	readonly title: LocalText;
	/** For the running head. */
	readonly shortTitle?: LocalText;
	readonly authors: readonly ContributorId[];
	/** What is otherwise than in book.yaml. */
	readonly checks?: Checks;
	/** The whole file, its front matter included, so that places in it count from the file's first line. */
	readonly text: string;
}

/** An image of the manuscript. */
export interface Asset {
	/** Relative to the manuscript folder, with `/` between folders. */
	readonly path: string;
	readonly mediaType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/svg+xml';
	/**
	 * True size in CSS px, of which 96 are an inch: by the density that the file says of itself, where it is higher than
	 * that of a screen; otherwise each pixel is one.
	 */
	readonly width: number;
	readonly height: number;
	/** Size in pixels, as it is looked at; a drawing (SVG) has none. */
	readonly pixels?: { readonly width: number; readonly height: number };
	/** The markup of an SVG; other images are read when they are needed. */
	readonly svg?: string;
	/** Names this state of the file: a change of the image changes it. */
	readonly stamp: string;
	readonly read: () => Promise<Uint8Array>;
}
