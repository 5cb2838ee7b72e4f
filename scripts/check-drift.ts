import { remember } from './diagnostics/index.ts';
import { createFindFormer } from './find-former.ts';
import type { Book, Manuscript } from './model/index.ts';
import { listTranslated, type Pairings } from './translated-pieces.ts';
import { compareWithLock, readLock, reportDrift } from './translations/index.ts';
import type { World } from './world.ts';

/**
 * Reports translations that are older than their source. A book without translations.lock.yaml has recorded nothing:
 * then there is nothing to say. `folder` is the manuscript's.
 */
export async function checkDrift(
	book: Book,
	pairings: Pairings,
	{ manuscript, folder }: { readonly manuscript: Manuscript; readonly folder: string },
	{ memo, pause, report }: Pick<World, 'memo' | 'pause' | 'report'>,
): Promise<void> {
	const { translationLock } = manuscript;
	if (!translationLock) return;
	const lock = remember(memo, 'translation lock', translationLock.text, report, (add) =>
		readLock(translationLock, add),
	);
	if (!lock) return;
	const states = compareWithLock(listTranslated(book, pairings, memo), lock);
	await reportDrift(states, createFindFormer(manuscript, { folder, memo, pause }), report);
}
