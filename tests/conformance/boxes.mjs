// Compares what pdfinfo says of every page with the millimetres asked for, to 0.01 pt (pdfinfo shows hundredths, so
// half of one more). node boxes.mjs FILE WIDTH HEIGHT BLEED SLUG: of the trimmed page, of the bleed round it, and of
// the room for marks round that.
import { execFileSync } from 'node:child_process';

const say = (line) => void process.stdout.write(`${line}\n`);

const [file = '', ...numbers] = process.argv.slice(2);
const [width = 0, height = 0, bleed = 0, slug = 0] = numbers.map(Number);
const points = (millimetres) => (millimetres * 72) / 25.4;

/** The box that lies so far, in mm, round the trimmed page. */
const around = (room) => {
	const edge = bleed + slug - room;
	return [edge, edge, edge + width + 2 * room, edge + height + 2 * room].map(points);
};

const wanted = { MediaBox: around(bleed + slug), BleedBox: around(bleed), TrimBox: around(0) };
const pages = /^Pages: +(\d+)$/m.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))?.[1] ?? '0';
const said = execFileSync('pdfinfo', ['-box', '-f', '1', '-l', pages, file], { encoding: 'utf8' });
let seen = 0;
let wrong = 0;
for (const [, page, box = '', values = ''] of said.matchAll(/^Page +(\d+) (\w+): +(.*)$/gm)) {
	const expected = wanted[box];
	if (!expected) continue;
	seen++;
	const found = values.trim().split(/ +/).map(Number);
	if (found.length === 4 && found.every((value, index) => Math.abs(value - expected[index]) < 0.0151))
		continue;
	wrong++;
	if (wrong < 5)
		say(`${file}, page ${page}: ${box} is ${found}, not ${expected.map((one) => one.toFixed(3))}`);
}
say(`${file}: ${seen} boxes on ${pages} pages, ${wrong} wrong`);
process.exitCode = wrong === 0 && seen > 0 && seen === 3 * Number(pages) ? 0 : 1;
