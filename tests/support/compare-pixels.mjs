// Compares two PDFs as Poppler draws them: node tests/support/compare-pixels.mjs ONE.pdf OTHER.pdf
// Ends with 1 where a page differs by more than what sums of moves are rounded by.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Dots to the inch. Poppler puts pictures and tiles on whole pixels, and one that lies between two may fall to either:
 * what differs in truth differs at each of these.
 */
const resolutions = [200, 110, 141];

/** Of 255, in one channel. */
const rounding = 2;

const [one, other] = process.argv.slice(2);
if (!one || !other) throw new Error('Name two PDFs.');
const folder = mkdtempSync(join(tmpdir(), 'diglot-pixels-'));
try {
	/** @type {string[] | undefined} */
	let wrong;
	for (const resolution of resolutions) {
		const pages = differingPages(resolution);
		wrong = wrong ? wrong.filter((page) => pages.includes(page)) : pages;
		if (wrong.length === 0) break;
	}
	if (wrong?.length) fail(`Pages that differ: ${wrong.join(', ')}.`);
	process.stdout.write('The pages are the same.\n');
} finally {
	rmSync(folder, { recursive: true });
}

/** @param {number} resolution */
function differingPages(resolution) {
	const [a, b] = [draw(one, `a${resolution}`, resolution), draw(other, `b${resolution}`, resolution)];
	if (a.length !== b.length) fail(`${a.length} pages and ${b.length} pages.`);
	return a.flatMap((file, page) =>
		areSame(readFileSync(file), readFileSync(b[page])) ? [] : [`${page + 1}`],
	);
}

/**
 * @param {string} pdf
 * @param {string} name
 * @param {number} resolution
 * @returns paths of the pages, as raw pixels with a short head
 */
function draw(pdf, name, resolution) {
	const { status, error } = spawnSync('pdftoppm', ['-r', String(resolution), pdf, join(folder, name)]);
	if (status !== 0) fail(error ? error.message : `pdftoppm could not draw ${pdf}.`);
	const files = readdirSync(folder).filter((file) => file.startsWith(`${name}-`));
	return files.sort().map((file) => join(folder, file));
}

/**
 * @param {Buffer} a
 * @param {Buffer} b
 */
function areSame(a, b) {
	if (a.equals(b)) return true;
	return a.length === b.length && a.every((value, at) => Math.abs(value - (b[at] ?? 0)) <= rounding);
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
	rmSync(folder, { recursive: true, force: true });
	process.stderr.write(`${message}\n`);
	process.exit(1);
}
