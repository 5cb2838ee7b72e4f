import type { Edition } from '../../scripts/model/index.ts';
import { edition, note, text } from './edition.ts';
import { english } from './press.ts';

const vocabulary = [
	'rule',
	'the',
	'office',
	'measures',
	'slowly',
	'and',
	'government',
	'of',
	'a',
	'register',
];

/** So many words, none of which tells where it stands. */
const words = (from: number, count: number): string =>
	Array.from({ length: count }, (_, nth) => vocabulary[(from * 3 + nth * nth) % vocabulary.length]).join(' ');

const paragraphs = (from: number, count: number, length: number) =>
	Array.from({ length: count }, (_, nth) => `<p>${words(from + nth, length)}</p>`).join('\n');

const item = (nth: number, inner = '') => `<li>${words(nth, 180)}${inner}</li>`;

const lists = `<ol start="3">${item(1)}${item(2, `<ul>${item(3)}${item(4)}${item(5)}</ul>`)}<li>${paragraphs(
	6,
	4,
	170,
)}<ul><li>${words(1, 5)}</li></ul></li>${item(9)}</ol>
<dl><dt>Office</dt><dd>${words(11, 300)}</dd><dt>Register</dt><dt>Roll</dt><dd>${words(12, 260)}</dd><dd>${words(13, 200)}</dd></dl>`;

const row = (nth: number) =>
	`<tr><th scope="row">Row ${nth}</th><td>${words(nth, 150)}</td><td></td><td>${words(nth + 1, 130)}</td></tr>`;

const tables = `<table><caption>How it was measured</caption><thead><tr><th scope="col">Heading of rows</th><th scope="col">First</th><th scope="col">Empty</th><th scope="col">Last</th></tr></thead>
<tbody>${Array.from({ length: 14 }, (_, nth) => row(nth)).join('')}<tr><td colspan="2">${words(4, 60)}</td><td rowspan="2">${words(5, 9)}</td><td>x</td></tr><tr><td>y</td><td>z</td><td>u</td></tr></tbody></table>`;

/** What stands in a head that each page of a table shows. */
export const repeatedHead = 'Head of a column that each page repeats';

const longTable = `<table><thead><tr><th scope="col">Row</th><th scope="col">${repeatedHead}</th><th scope="colgroup">Empty</th></tr></thead>
<tbody>${Array.from({ length: 60 }, (_, nth) => `<tr><th scope="row">${nth}</th><td>${nth % 3 === 0 ? '' : words(nth, 12)}</td><td></td></tr>`).join('')}</tbody></table>`;

const drawing = (label: string) =>
	`<svg width="90" height="40" viewBox="0 0 90 40" role="img" aria-label="${label}"><rect width="90" height="40" fill="#ddd"/><text x="5" y="20">inside</text></svg>`;

const figures = `<figure>${drawing('One')}<figcaption>Caption of <em>one</em></figcaption></figure>
<figure>${drawing('Two')}${drawing('Three')}<figcaption>Caption of two and three</figcaption></figure>
<p>In the line ${drawing('Four')} of a text.</p>
<p>A formula <math alttext="a squared"><msup><mi>a</mi><mn>2</mn></msup></math> and <math><mi>b</mi></math>, <ruby>base<rp>(</rp><rt>above</rt><rp>)</rp></ruby>, <code>code()</code>.</p>
<pre><code>first line
second line</code></pre>`;

const foreign = `<p>Words <i lang="fr">en fran\u00e7ais <b lang="de">und deutsch</b> encore</i> and <span lang="la">ita</span>.</p>
<blockquote lang="fr">${paragraphs(20, 3, 120)}<blockquote>${paragraphs(24, 2, 120)}</blockquote></blockquote>
<p lang="de">${words(30, 40)} <em>betont</em> <a href="https://example.org/">Netz</a></p>`;

const call = (nth: number) =>
	`<a class="note-call" data-note="s${nth}" id="s${nth}-call" href="#s${nth}">${nth}</a>`;

/** Notes that go on overleaf, one right behind the other. */
const noted = Array.from(
	{ length: 4 },
	(_, nth) => `<p>${words(nth, 330)}${call(nth + 1)} ${words(nth + 2, 60)}</p>`,
).join('\n');

/** A book of hand-made units in which page breaks split all that can be split. */
export function splitBook(): Edition {
	const notes = Array.from({ length: 4 }, (_, nth) => ({
		...note(nth + 1, text(`Note ${nth + 1}: ${words(nth + 40, 300)}.`)),
		id: `s${nth + 1}`,
	}));
	const units = [
		english('lists', `<h1>Lists</h1>${lists}`),
		english('tables', `<h2>Tables</h2><p>${words(2, 30)}</p>${tables}`),
		english('long-table', `<h2>Long table</h2>${longTable}`),
		english('figures', `<h2>Figures</h2>${figures}`),
		english('foreign', `<h2>Languages</h2>${paragraphs(1, 3, 120)}${foreign}`),
		english('noted', noted, { notes }),
		english('end', '<p>The end.</p>'),
	];
	return edition({ id: 'en', languages: ['en'], units });
}
