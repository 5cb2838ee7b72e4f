// Compares the pixels of two PDFs as Poppler draws them: node tests/support/compare-pixels.mjs ONE.pdf OTHER.pdf
// Ends with 1 where a page differs by more than what sums of moves are rounded by.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Dots to the inch. */
const resolution = 96;

/** Of 255, in one channel. */
const rounding = 2;

const [one, other] = process.argv.slice(2);
if (!one || !other) fail('Name two PDFs.');
const folder = mkdtempSync(join(tmpdir(), 'diglot-pixels-'));
try {
	const [a, b] = [draw(one, 'a'), draw(other, 'b')];
	if (a.length !== b.length) fail(`${a.length} pages and ${b.length} pages.`);
	const counts = a.map((file, page) => countDifferences(readFileSync(file), readFileSync(b[page])));
	const wrong = counts.flatMap((count, page) => (count > 0 ? [`page ${page + 1}: ${count}`] : []));
	if (wrong.length > 0) fail(`Values that differ on ${wrong.join(', ')}.`);
	process.stdout.write(`${a.length} pages are the same.\n`);
} finally {
	rmSync(folder, { recursive: true });
}

/**
 * @param {string} pdf
 * @param {string} name
 * @returns paths of the pages, as raw pixels with a short head
 */
function draw(pdf, name) {
	const { status, error } = spawnSync('pdftoppm', ['-r', String(resolution), pdf, join(folder, name)]);
	if (status !== 0) fail(error ? error.message : `pdftoppm could not draw ${pdf}.`);
	const files = readdirSync(folder).filter((file) => file.startsWith(`${name}-`));
	return files.sort().map((file) => join(folder, file));
}

/**
 * @param {Buffer} a
 * @param {Buffer} b
 */
function countDifferences(a, b) {
	if (a.length !== b.length) return Math.max(a.length, b.length);
	let count = 0;
	for (let at = 0; at < a.length; at++) if (Math.abs(a[at] - b[at]) > rounding) count++;
	return count;
}

/** @param {string} message */
function fail(message) {
	process.stderr.write(`${message}\n`);
	process.exit(1);
}
