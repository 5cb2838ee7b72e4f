import type { Shelf } from './shelf.ts';
import type { Tab } from './workshop.ts';

/** Browser tabs that work side by side, and stay warm from build to build. */
export interface Tabs {
	/** Name and version of the browser, for cache keys. */
	readonly version: string;
	/** How many work side by side. */
	readonly count: number;
	/**
	 * Lends a free tab that holds the styles and faces of a shelf; waits where all are busy. The tab comes back when
	 * the work ends, and is thrown away where the work fails.
	 */
	readonly use: <T>(shelf: Shelf, work: (tab: Tab) => Promise<T>) => Promise<T>;
	/** Has every tab take up the styles and faces of a shelf before there is work for it. */
	readonly prepare: (shelf: Shelf) => Promise<void>;
}
