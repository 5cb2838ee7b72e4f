import type { Root } from 'hast';
import type { Heading, Inline, Note } from './book.ts';
import type { Layout } from './edition-choice.ts';
import type { Lang, Localized } from './language.ts';
import type { Asset, EpubChoices, Isbns, SubjectCodes } from './manuscript.ts';
import type { BookColor, PageChoices, PressChoices } from './press.ts';

/** One book as readers get it: everything that repeats has been made, nothing has been paginated. */
export interface Edition {
	/** Name in file names and on the command line, such as `zh`. */
	readonly id: string;
	readonly slug: string;
	/** The main language first. */
	readonly languages: readonly Lang[];
	/** Of an edition in two languages. */
	readonly layout?: Layout;
	readonly metadata: Metadata;
	/** Reading order. */
	readonly units: readonly Unit[];
	/** What stands in a printed book where the others have their cover. */
	readonly halfTitle?: Unit;
	/** The contents as a tree; the printed list, the outline and the navigation all come from it. */
	readonly toc: readonly TocEntry[];
	readonly images: ReadonlyMap<string, Asset>;
	/** Wording by key from `templates/labels.<lang>.yaml`, in the main language. */
	readonly labels: Readonly<Record<string, string>>;
	/** The same in the second language of an edition in two. */
	readonly otherLabels?: Readonly<Record<string, string>>;
	readonly epub: EpubChoices;
	readonly page: PageChoices;
	readonly press: PressChoices;
	readonly colors: readonly BookColor[];
	/** Of a proof of changes: what it says of itself on its title page and at the foot of its pages, by language. */
	readonly proof?: Localized<Inline>;
	/** Back, spine and flaps of the sheet round the book; only where it is asked for. */
	readonly coverSheet?: Unit;
}

export interface Metadata {
	readonly title: string;
	readonly subtitle?: string;
	/** The same in the other languages of the book. */
	readonly otherTitles: readonly OtherTitle[];
	/** The texts in the second language of an edition in two. */
	readonly second?: SecondTexts;
	/** Languages of texts that stand in for a missing translation; all others are in the main language. */
	readonly standIns?: Readonly<Partial<Record<TranslatedText, Lang>>>;
	readonly description?: string;
	readonly rights?: string;
	readonly subjects: readonly string[];
	readonly subjectCodes: SubjectCodes;
	readonly publishers: readonly Name[];
	readonly series?: SeriesPlace;
	readonly creators: readonly Creator[];
	/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
	readonly date: string;
	/** Moment that every time stamp of the outputs shows, UTC. */
	readonly modified: Date;
	/** `urn:uuid:…`, stable for slug, edition and language (RFC 9562 version 5). */
	readonly identifier: string;
	readonly isbns: Isbns;
	readonly review?: Review;
	/** Address under which the finished files are published, with a slash at its end. */
	readonly website?: string;
}

/**
 * What the metadata say in the second language of an edition in two, each text only where it was given. The title is
 * among the `otherTitles`.
 */
export interface SecondTexts {
	readonly lang: Lang;
	readonly description?: string;
	readonly rights?: string;
	readonly subjects: readonly string[];
	/** Who reviewed the accessibility of the book. */
	readonly reviewer?: string;
}

/** Texts of the metadata that book.yaml gives by language. */
export type TranslatedText = 'title' | 'subtitle' | 'description' | 'rights' | 'series' | 'review';

export interface SeriesPlace {
	readonly title: string;
	/** What the series is called in the other languages of the book. */
	readonly others?: Name['others'];
	/** Place in the series, such as `3` or `12.2`. */
	readonly number?: string;
	/** Eight digits with a hyphen in the middle (ISO 3297). */
	readonly issn?: string;
}

export interface OtherTitle {
	readonly lang: Lang;
	readonly title: string;
	readonly subtitle?: string;
}

/** A name, and what it is in the other languages of the book. */
export interface Name {
	readonly name: string;
	readonly lang: Lang;
	readonly others: readonly { readonly lang: Lang; readonly name: string }[];
}

/** What people found who reviewed the accessibility of the book. */
export interface Review {
	readonly by: string;
	/** `YYYY-MM-DD`. */
	readonly date: string;
	readonly wcag: '2.0' | '2.1' | '2.2';
	readonly level: 'A' | 'AA' | 'AAA';
	readonly report?: string;
	readonly credential?: string;
}

export interface Creator extends Name {
	/** Sort form, such as `Neuwirth, Rostam J.` */
	readonly fileAs: string;
	/** MARC relator code. */
	readonly role: string;
	readonly orcid?: string;
	readonly kind: 'person' | 'organization';
	readonly affiliation?: string;
	/** Plain text. */
	readonly biography?: string;
	/** The same in the second language of an edition in two. */
	readonly secondBiography?: string;
}

export type UnitKind =
	| 'cover'
	| 'half-title'
	| 'title-page'
	| 'imprint'
	| 'disclaimer'
	| 'contents'
	| 'part'
	| 'piece'
	| 'directory'
	| 'colophon';

export type Matter = 'front' | 'body' | 'back';

/** What starts on a new page anyway, and is paginated alone. */
export interface Unit {
	/** Unique in the edition, ASCII, fit for a file name: `zh-chapters-risks-values`. */
	readonly id: string;
	readonly kind: UnitKind;
	readonly lang: Lang;
	readonly matter: Matter;
	readonly title: Inline;
	/** Its title in the second language, where it holds both. */
	readonly otherTitle?: Inline;
	/** The source file for messages, where a single one stands behind the unit. */
	readonly file?: string;
	/** `recto` leaves a blank verso before it where needed. */
	readonly start: 'recto' | 'any';
	/** Pages of the unit that print a folio. */
	readonly folios: 'all' | 'none';
	/** Printed from the unit's second page on. */
	readonly runningHeads?: { readonly verso: Inline; readonly recto: Inline };
	/** `pages`: only where there are pages (the printed contents); `all`: in the EPUB too. */
	readonly media: 'all' | 'pages';
	/** Block content with note calls as in `Piece.body`; `<a class="page-ref" href="#ID">` waits for a folio. */
	readonly body: Root;
	readonly notes: readonly Note[];
	/** Headings in the text of a piece, with the levels of the piece. */
	readonly headings?: readonly Heading[];
	/** Where the unit runs beside its translation, which is the unit before or after it. */
	readonly parallel?: Parallel;
}

/**
 * Two units that run side by side, page by page: a text and its translation. Elements of both with the same value of
 * `data-sync` are level: they stand at the same height of the same spread or page, for nothing above them takes more
 * room on the other side.
 */
export interface Parallel {
	/** Id of the first of the two. */
	readonly group: string;
	readonly place: 'verso' | 'recto' | 'first-column' | 'second-column';
}

export interface TocEntry {
	/** Id of the heading that it leads to. */
	readonly id: string;
	/** The unit that holds it. */
	readonly unit: string;
	readonly title: Inline;
	readonly byline?: Inline;
	/** The same entry in the second language of an edition in two; it leads to another place where the text has one. */
	readonly other?: Omit<TocEntry, 'children' | 'other'>;
	readonly children: readonly TocEntry[];
}
