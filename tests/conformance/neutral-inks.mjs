// Shows that what is neutral in one press edition is black ink alone in another: both are rendered by Ghostscript
// without smoothing, the first to red, green and blue, the second to four inks, and compared pixel by pixel. Pages
// with images are left out, for a photograph is printed in four inks. node neutral-inks.mjs RGB CMYK FOLDER
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const say = (line) => void process.stdout.write(`${line}\n`);

const [screen = '', press = '', folder = ''] = process.argv.slice(2);

/** Files of the pages, in order. */
function render(file, device) {
	const output = join(folder, `${device}-%04d.page`);
	execFileSync('gs', ['-q', '-dBATCH', '-dNOPAUSE', '-r72', `-sDEVICE=${device}`, '-o', output, file]);
	return readdirSync(folder)
		.filter((name) => name.startsWith(`${device}-`))
		.sort()
		.map((name) => join(folder, name));
}

/** What stands behind the head of a PPM or PAM file. */
function readPixels(file, channels) {
	const bytes = readFileSync(file);
	const head = bytes.subarray(0, 256).toString('latin1');
	const [, width, height] =
		channels === 3
			? (/^P6\s+(?:#.*\s+)?(\d+)\s+(\d+)\s+255\s/.exec(head) ?? [])
			: [0, /WIDTH (\d+)/.exec(head)?.[1], /HEIGHT (\d+)/.exec(head)?.[1]];
	return bytes.subarray(bytes.length - Number(width) * Number(height) * channels);
}

const listed = execFileSync('pdfimages', ['-list', screen], { encoding: 'utf8' });
const pictured = new Set([...listed.matchAll(/^ +(\d+) /gm)].map(([, page]) => Number(page)));
const reds = render(screen, 'ppmraw');
const inks = render(press, 'pamcmyk32');
let neutral = 0;
let coloured = 0;
for (const [index, file] of reds.entries()) {
	if (pictured.has(index + 1)) continue;
	const rgb = readPixels(file, 3);
	const cmyk = readPixels(inks[index] ?? '', 4);
	let bad = 0;
	for (let pixel = 0; pixel * 3 < rgb.length; pixel++) {
		const [r = 0, g = 0, b = 0] = rgb.subarray(pixel * 3, pixel * 3 + 3);
		if (r !== g || g !== b || r > 230) continue;
		neutral++;
		const [c = 0, m = 0, y = 0] = cmyk.subarray(pixel * 4, pixel * 4 + 4);
		if (c + m + y > 0) bad++;
	}
	if (bad > 0) say(`page ${index + 1}: ${bad} neutral pixels have coloured ink`);
	coloured += bad;
}
say(
	`${reds.length} and ${inks.length} pages, ${neutral} neutral pixels, ${coloured} of them in coloured ink`,
);
process.exitCode = reds.length === inks.length && neutral > 10_000 && coloured === 0 ? 0 : 1;
