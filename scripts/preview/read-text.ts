import { endsLine } from './page/find.js';

const tag = /<(?:!--[\s\S]*?--|\/?([a-z][a-z0-9-]*)(?:"[^"]*"|'[^']*'|[^"'>])*)>/gi;

/** The entities that a browser writes into text (HTML, 13.3: escaping a string). */
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: '\u00a0' };

/** The text of markup that a browser has written, with a line end where a block begins or ends. */
export function readText(html: string): string {
	return html
		.replace(tag, (_tag, name: string | undefined) => (name && endsLine(name.toLowerCase()) ? '\n' : ''))
		.replace(/&(amp|lt|gt|nbsp);/g, (whole, name: string) => entities[name] ?? whole);
}
