/** A file that a page may ask for, held in memory: nothing else can be loaded. */
export interface Resource {
	readonly type: string;
	readonly read: () => Promise<Uint8Array> | Uint8Array;
}

/** Size of a page or picture in CSS px (1/96 in). */
export interface PixelSize {
	readonly width: number;
	readonly height: number;
}

/** One browser tab with one document, cut off from network and disk. */
export interface Tab {
	/** Calls `diglot.<name>(argument)` of the page's own code and hands back what it resolves to, as JSON. */
	readonly call: (name: string, argument: unknown) => Promise<unknown>;
	/** Paths that the document asked for in vain. */
	readonly missing: () => readonly string[];
	/** Prints the document as a tagged PDF; its style sheet sets the page size. */
	readonly pdf: () => Promise<Uint8Array>;
	/** A PNG of the upper left corner of the document; at scale 1 a CSS px is a pixel. */
	readonly screenshot: (size: PixelSize, scale: number) => Promise<Uint8Array>;
	readonly close: () => Promise<void>;
}

export interface TabOptions {
	/** The whole document; a tab makes itself ready while it is still being made. */
	readonly html: string | Promise<string>;
	/** What it may load, by path from the root: `/fonts/serif-400.ttf`. */
	readonly resources: ReadonlyMap<string, Resource> | Promise<ReadonlyMap<string, Resource>>;
	/** Code that runs before the document's own, such as Paged.js. */
	readonly scripts?: readonly string[];
	readonly viewport?: PixelSize;
}

/** The running browser, as the stages see it. */
export interface Workshop {
	readonly openTab: (options: TabOptions) => Promise<Tab>;
	/** Whether the browser still runs: it may break down, or be ended from outside. */
	readonly isOpen: () => boolean;
	readonly close: () => Promise<void>;
}
