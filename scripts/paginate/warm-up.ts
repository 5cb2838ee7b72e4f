import type { Tab } from '../model/index.ts';
import type { LayoutRequest } from './in-page.d.ts';

/** Some pages' worth of text that no book has. */
const request: LayoutRequest = {
	html: `<section><h1>Warm</h1>${'<p>Up, and up, and up again: 暖机。</p>'.repeat(120)}<ul><li>1</li></ul></section>`,
	lang: 'en',
	notes: [],
	css: '@page { size: 210mm 297mm; margin: 25mm }',
};

/** Lays something out, so that the tab has Paged.js compiled when the first unit comes. */
export async function warmUpPaging(tab: Tab): Promise<void> {
	await tab.call('paginate', request);
}
