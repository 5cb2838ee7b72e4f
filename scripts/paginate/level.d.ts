// What crosses the border to the paginating tab where two texts run side by side, and what is used of them there.

import type { Geometry } from '../model/index.ts';
import type { LaidPage, UnitRequest } from './in-page.d.ts';

/** A text and its translation, which run side by side. */
export interface PairRequest {
	readonly units: readonly UnitRequest[];
	/** Page rules for Paged.js. */
	readonly css: string;
	/** Of a unit that has not changed: its earlier pages, for the other to be level with. */
	readonly kept: readonly (FlowMemory | null)[];
}

export interface PairResult {
	readonly flows: readonly FlowResult[];
	/** Whether all that was to be level is. */
	readonly isLevel: boolean;
	/** Pages that were laid out for nothing. */
	readonly inVain: number;
}

export interface FlowResult {
	/** A number is the page of the earlier layout that stands here as it was; a blank one has neither text nor notes. */
	readonly pages: readonly (LaidPage | number)[];
	readonly geometry?: Geometry;
	readonly laid: number;
	readonly flow: FlowMemory;
}

/** What a flow must remember so that the other text can be laid out again without it. Lengths in px. */
export interface FlowMemory {
	/** Of the text block. */
	readonly height: number;
	/** What is kept level, in order, with the place of the first baseline of each in the galley. */
	readonly syncs: readonly (readonly [sync: string, natural: number])[];
	readonly pages: readonly FlowPage[];
	/** What was sent to the next page to wait for the other text. */
	readonly breaks: readonly string[];
}

export interface FlowPage {
	/** Place in the galley that it begins at. */
	readonly from: number;
	/** What it begins with, where that is kept level. */
	readonly start?: string;
	/** What is kept level on it: how far below the upper edge its baseline is, and how much of that is room made for it. */
	readonly syncs: readonly (readonly [sync: string, top: number, gap: number])[];
	/** Height that text and notes take, without the room between them. */
	readonly used: number;
	readonly isBlank?: boolean;
}

/** Where an element stands in the galley. */
export interface NaturalPlace {
	readonly top: number;
	/** How far it stands below the one above it. */
	readonly above: number;
	/** How far its first baseline lies below its upper edge; 0 where it begins with a picture. */
	readonly baseline: number;
	/** How far that lies below the upper edge of its first letter. */
	readonly ascent?: number;
}

/** A source in one column without end. Lengths in px. */
export interface Galley {
	/** Of the text block of a page. */
	readonly height: number;
	/** Of blocks, by their reference. */
	readonly tops: ReadonlyMap<string, number>;
	readonly syncs: ReadonlyMap<string, NaturalPlace>;
}

/** The page of a flow that is being made level. */
export interface LevelPage {
	/** What is kept level on it: how far its first baseline lies below the upper edge of the text block. */
	readonly syncs: ReadonlyMap<string, number>;
	/** Height that is taken. */
	readonly used: number;
}

/** One of two texts that run side by side: flow.js. */
export interface LevelFlow {
	/** Its pages are those of an earlier layout. */
	readonly isFrozen: boolean;
	readonly ended: boolean;
	readonly laid: number;
	/** What is kept level, in order. */
	readonly order: readonly string[];
	/** What of it stands on pages. */
	readonly placed: ReadonlySet<string>;
	/** Place in the galley that the next page begins at. */
	readonly from: number;
	readonly startSync: string | undefined;
	readonly height: number;
	readonly current: LevelPage | undefined;
	readonly pages: readonly (LaidPage | number)[];
	readonly geometry: Geometry | undefined;
	readonly memory: FlowMemory;
	naturalTop(sync: string): number;
	gapOf(sync: string): number;
	setGap(sync: string, gap: number): void;
	breakBefore(sync: string): void;
	waitsAt(sync: string): boolean;
	lay(): Promise<void>;
	commit(): void;
	commitBlank(): void;
}
