import type { SourceText } from './manuscript.ts';

/** PDF/A-2a (ISO 19005-2), or PDF/A-3a (ISO 19005-3), which may hold the sources. */
export type ArchiveLevel = '2a' | '3a';

/** What makes an archive edition of a screen edition. */
export interface Archive {
	readonly level: ArchiveLevel;
	/** Attached to the file; only PDF/A-3 takes them. */
	readonly sources: readonly SourceText[];
}
