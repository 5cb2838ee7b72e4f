// Compares where the edition for screens and the one for a printer have their ink: node compare-places.mjs SCREEN PRESS
// Poppler draws each page with one pixel for 0.1 mm, that of the printer cut to its trim. All that is dark in one must
// be dark in the other, at most one pixel away. The cover, which a printer gets apart, and blanks at the end are left out.
import { execFileSync } from 'node:child_process';

const say = (line) => void process.stdout.write(`${line}\n`);

/** Dots to the inch: ten to the millimetre. */
const resolution = 254;
const pixels = (points) => Math.round((Number(points) * resolution) / 72);

/** Of 255: what counts as dark, and what may stand for it in the other edition, whose colours are others. */
const [dark, near] = [100, 190];

/** Share of dark pixels of a page that may have nothing beside them: edges of pictures, which fall on whole pixels. */
const tolerance = 0.001;

const [screen = '', press = ''] = process.argv.slice(2);
const pages = Number(/^Pages: +(\d+)$/m.exec(run('pdfinfo', [screen]).toString())?.[1] ?? 0);
const wrong = [];
let inked = 0;
let worst = 0;
for (let page = 2; page <= pages; page++) {
	const trim = trimOf(press, page);
	const [one, other] = [draw(screen, page, { ...trim, left: 0, top: 0 }), draw(press, page, trim)];
	if (one.length !== other.length) throw new Error(`Page ${page} has another size.`);
	const places = [one, other].map((bytes) => count(bytes, (value) => value < dark));
	if (Math.max(...places) > 0) inked++;
	const alone = lonely(one, other, trim.width) + lonely(other, one, trim.width);
	const share = alone / Math.max(1, places[0] + places[1]);
	worst = Math.max(worst, share);
	if (share > tolerance) wrong.push(page);
}
say(`${pages} pages, ${inked} with dark ink; at worst ${(worst * 100).toFixed(2)} % of it lies elsewhere`);
if (wrong.length > 0) say(`other places on pages ${wrong.join(', ')}`);
// A book of which next to nothing was seen proves nothing.
process.exitCode = wrong.length === 0 && inked > pages / 2 ? 0 : 1;

/** @param {string} program @param {readonly string[]} args */
function run(program, args) {
	return execFileSync(program, args, { maxBuffer: 64 * 1024 * 1024 });
}

/** In pixels from the left and upper edge of the sheet. */
function trimOf(file, page) {
	const boxes = run('pdfinfo', ['-box', '-f', String(page), '-l', String(page), file]).toString();
	const box = (name) => new RegExp(`${name}: +(.*)$`, 'm').exec(boxes)?.[1]?.trim().split(/ +/) ?? [];
	const [left, lower, right, upper] = box('TrimBox').map(Number);
	const [, , , top] = box('MediaBox').map(Number);
	return {
		left: pixels(left),
		top: pixels(top - upper),
		width: pixels(right - left),
		height: pixels(upper - lower),
	};
}

/** Gray values, row by row. */
function draw(file, page, { left, top, width, height }) {
	const numbers = { r: resolution, f: page, l: page, x: left, y: top, W: width, H: height };
	const options = Object.entries(numbers).flatMap(([key, value]) => [`-${key}`, String(value)]);
	const bytes = run('pdftoppm', ['-gray', ...options, file]);
	const [head] = /^P5\s+\d+\s+\d+\s+255\s/.exec(bytes.toString('latin1', 0, 64)) ?? [''];
	if (head === '') throw new Error(`pdftoppm did not draw page ${page} of ${file}.`);
	return bytes.subarray(head.length);
}

/** How many dark pixels of one have nothing near them in the other. */
function lonely(one, other, width) {
	let found = 0;
	for (let at = 0; at < one.length; at++) {
		if (one[at] < dark && other[at] >= near && !hasNeighbour(other, at, width)) found++;
	}
	return found;
}

function hasNeighbour(bytes, at, width) {
	for (const row of [at - width, at, at + width]) {
		for (let place = row - 1; place <= row + 1; place++) {
			if (bytes[place] < near) return true;
		}
	}
	return false;
}

function count(bytes, matches) {
	let found = 0;
	for (const value of bytes) if (matches(value)) found++;
	return found;
}
