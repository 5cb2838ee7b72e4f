import type { Reporter } from './diagnostics/index.ts';
import type {
	ArchiveLevel,
	Edition,
	EditionId,
	FontSet,
	Format,
	House,
	Memo,
	PaginatedBook,
	Pause,
	Profile,
	Publication,
	Shelf,
	Store,
	Tabs,
} from './model/index.ts';

/** What lasts from build to build. */
export interface Session {
	/** The browser's tabs; it is started at the first call. */
	readonly tabs: () => Promise<Tabs>;
	readonly store: Store;
	readonly memo: Memo;
}

/** The outside world, handed in by whoever runs the pipeline. */
export interface World extends Session {
	readonly house: House;
	/** Longest time for one unit, in ms. */
	readonly unitLimit: number;
	/** From SOURCE_DATE_EPOCH. */
	readonly modified?: Date;
	readonly report: Reporter;
	readonly hasErrors: () => boolean;
	readonly stage: (name: string) => void;
	readonly step: (done: number, all: number) => void;
	readonly pause: Pause;
	/** A clock in ms, for durations. */
	readonly now: () => number;
	/** Runs a piece of work and keeps its time under a name. */
	readonly time: <T>(stage: string, work: () => T | Promise<T>) => Promise<T>;
	/** Keeps the time of a step within a stage, such as the layout of one unit. */
	readonly detail: <T>(name: string, work: () => Promise<T>) => Promise<T>;
}

export interface ReadRequest {
	readonly manuscript: string;
	/** All editions of the book where it is missing. */
	readonly editions?: readonly EditionId[];
}

export interface BuildRequest extends ReadRequest {
	readonly formats: readonly Format[];
	/** An EPUB is made for each; the generic one alone where it is missing. */
	readonly profiles?: readonly Profile[];
	/** An archive edition is made beside each screen edition. */
	readonly archive?: ArchiveLevel;
	/** Whether readers can show the first page of a PDF before they have the rest. */
	readonly linearize?: boolean;
	/** Whether a web page that offers the files is made, too. */
	readonly page?: boolean;
}

export interface ChangesRequest extends ReadRequest {
	/** A revision that git knows. */
	readonly changesSince: string;
	/** Whether readers can show the first page of a PDF before they have the rest. */
	readonly linearize?: boolean;
}

/** An edition in pages, with what they were made with. */
export interface LaidEdition {
	readonly edition: Edition;
	readonly pages: PaginatedBook;
	readonly tabs: Tabs;
	readonly fonts: FontSet;
	readonly shelf: Shelf;
	/** When the making of the edition began. */
	readonly start: number;
}

/** What was made of an edition. */
export type Made = Omit<Publication, 'edition'>;
