// Breaks a file that conforms in every way of break-pdf.mjs, and fails unless veraPDF refuses each of them by exactly
// the rules that it breaks. node refuse.mjs CLASSPATH FLAVOUR FILE FOLDER
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { breakPdf, breaks } from './break-pdf.mjs';

const say = (line) => void process.stdout.write(`${line}\n`);

const [classpath = '', flavour = '', source = '', folder = ''] = process.argv.slice(2);
const bytes = readFileSync(source);
// Read and written again by the same library, and nothing broken: what is refused is not the library's doing.
const ways = [['nothing', [], () => {}], ...breaks[flavour]];
const files = [];
for (const [index, [, , change]] of ways.entries()) {
	const file = join(folder, `${flavour}-${index}.pdf`);
	writeFileSync(file, await breakPdf(bytes, change));
	files.push(file);
}
const { stdout } = spawnSync('java', ['-cp', classpath, 'Conformance', flavour, ...files], {
	encoding: 'utf8',
	maxBuffer: 64 * 1024 * 1024,
});
const found = new Map(files.map((file) => [file, []]));
let current = [];
for (const line of stdout.split('\n')) {
	const file = files.find((one) => line.startsWith(`${one}: `));
	if (file) current = found.get(file) ?? [];
	if (file && line.includes('cannot be read')) current.push('cannot be read');
	const [, rule] = /^ {2}(\S+) \(\d+\)/.exec(line) ?? [];
	if (rule) current.push(rule);
}
let wrong = stdout.includes(', 0 failed') ? 0 : 1;
for (const [index, [how, rules]] of ways.entries()) {
	const failed = found.get(files[index]) ?? [];
	const isRight = JSON.stringify(failed) === JSON.stringify(rules);
	say(`${isRight ? 'as it should be' : 'WRONG'}: ${flavour}, ${how}: ${failed.join(', ') || 'conforms'}`);
	if (!isRight) wrong++;
}
process.exitCode = wrong === 0 ? 0 : 1;
