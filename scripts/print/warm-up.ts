import type { Tab } from '../model/index.ts';
import { innerAddress } from './inner-links.ts';

/** Prints something, so that the browser's printer runs when the first part comes. */
export async function warmUpPrinting(tab: Tab): Promise<void> {
	await tab.call('showSheets', { html: '<section class="page">1</section>', css: '', innerAddress });
	await tab.pdf();
	await tab.call('clearSheets', null);
}
