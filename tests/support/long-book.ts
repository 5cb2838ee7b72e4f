import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Asset, Edition } from '../../scripts/model/index.ts';
import { edition, inline, note, text } from './edition.ts';
import { english } from './press.ts';
import { manuscripts } from './world.ts';

const path = 'images/stages.png';

const words = (from: number, count: number) =>
	Array.from(
		{ length: count },
		(_, nth) => ['the', 'page', 'of', 'measure', 'office', 'a', 'flow'][(from + nth) % 7],
	).join(' ');

const picture = `<figure><img src="${path}" alt="Stages" width="240" height="120"></figure>`;

/** A drawing whose colours run: fast to the page, through each other, and in a pattern. */
const drawing = (
	nth: number,
) => `<figure><svg width="300" height="90" viewBox="0 0 300 90" role="img" aria-label="Drawing ${nth}">
<defs><linearGradient id="run${nth}"><stop offset="0" stop-color="#1f3a5f"/><stop offset="1" stop-color="#b5552b"/></linearGradient>
<linearGradient id="fade${nth}"><stop offset="0" stop-color="#2c4f7c"/><stop offset="1" stop-color="#2c4f7c" stop-opacity="0"/></linearGradient>
<pattern id="dots${nth}" width="12" height="12" patternUnits="userSpaceOnUse"><circle cx="6" cy="6" r="${2 + (nth % 4)}" fill="#555"/></pattern></defs>
<rect width="90" height="80" fill="url(#run${nth})"/><rect x="100" width="90" height="80" fill="url(#fade${nth})"/>
<rect x="200" width="90" height="80" fill="url(#dots${nth})"/><text x="10" y="50" opacity="0.5" font-size="20">No ${nth}</text></svg></figure>`;

const table = (nth: number) =>
	`<table><thead><tr><th scope="col">Kind ${nth}</th><th scope="col">Found</th></tr></thead><tbody><tr><th scope="row">first</th><td>${words(nth, 9)}</td></tr><tr><th scope="row">second</th><td>${words(nth, 4)}</td></tr></tbody></table>`;

const section = (nth: number, last: number) => `<h2 id="s${nth}">Section ${nth}</h2>
<p>${words(nth, 160)} <a class="note-call" data-note="n${nth}" id="n${nth}-call" href="#n${nth}">${nth}</a> ${words(nth, 20 + ((nth * 13) % 40))}
<a href="#s${last - nth}">the other end</a>, <a href="https://example.org/${nth}">the web</a>.</p>
${drawing(nth)}${nth % 3 === 0 ? picture : ''}${table(nth)}<ul><li>${words(nth, 12)}</li><li><em>${words(nth, 7)}</em></li></ul>`;

/** A book with one unit that is long enough to be cut, all that pages can hold, and a picture in two units. */
export async function longBook(sections = 45): Promise<Edition> {
	const file = join(manuscripts.fixture, path);
	const image: Asset = {
		path,
		mediaType: 'image/png',
		width: 640,
		height: 320,
		stamp: '',
		read: () => readFile(file),
	};
	const numbers = Array.from({ length: sections }, (_, nth) => nth);
	const notes = numbers.map((nth) => ({
		...note(nth, text(`Note ${nth}: ${words(nth, 12)}.`)),
		id: `n${nth}`,
	}));
	const html = numbers.map((nth) => section(nth, sections - 1)).join('\n');
	const runningHeads = { verso: inline('The book', 'en'), recto: inline('The long unit', 'en') };
	const units = [
		english('first', `<p>${words(0, 90)} <a href="#s7">To 7</a>.</p>${picture}`),
		english('long', html, { notes, runningHeads }),
		english('last', `<p><a href="#s30">Back to 30</a></p>${drawing(99)}`, { start: 'recto' }),
	];
	return edition({ id: 'en', languages: ['en'], units, images: new Map([[path, image]]) });
}
