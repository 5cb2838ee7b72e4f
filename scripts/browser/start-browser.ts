import { stat } from 'node:fs/promises';
import type { Workshop } from '../model/index.ts';
import { type BrowserSearch, findBrowser } from './find-browser.ts';
import { type LaunchSettings, openWorkshop } from './workshop.ts';

export interface StartedBrowser {
	/** Names the program, for cache keys: known before it runs. */
	readonly version: string;
	readonly workshop: Promise<Workshop>;
}

/**
 * Looks for a browser and starts it.
 * @throws BrowserError where there is none; `workshop` fails with one where it does not start
 */
export async function startBrowser(
	search: BrowserSearch,
	settings: Omit<LaunchSettings, 'found'>,
): Promise<StartedBrowser> {
	const found = await findBrowser(search);
	const workshop = openWorkshop({ found, ...settings });
	// Its failure is seen where the first tab is needed.
	workshop.catch(() => {});
	const { size, mtimeMs } = await stat(found.executable);
	return { version: `${found.executable} ${size} ${mtimeMs}`, workshop };
}
