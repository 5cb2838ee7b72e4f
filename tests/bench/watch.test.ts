import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { measureWatch } from '../../scripts/bench/watch.ts';
import { makeJob, pieces, readOption, settings } from './support.ts';

/** Writes all pieces as its "PDF", again some time after one of them has changed. */
const watcher = (delay: number, output: string) => `
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
${readOption}
if (!process.argv.includes('--watch')) process.exit(2);
const files = ${JSON.stringify(pieces)}.map((piece) => option('--manuscript') + '/' + piece + '.zh.md');
const read = () => files.map((file) => readFileSync(file, 'utf8')).join('');
const write = (text) => {
	writeFileSync(option('--out') + '/draft', ${output});
	renameSync(option('--out') + '/draft', option('--out') + '/book.zh.pdf');
};
let last = read();
write(last);
setInterval(() => {
	const text = read();
	if (text === last || files.some((file) => readFileSync(file).length === 0)) return;
	last = text;
	setTimeout(() => write(text), ${delay});
}, 5);`;

test('the time is that from the save to the new file', async () => {
	const job = await makeJob(watcher(250, 'text'));
	const before = await readFile(join(job.copies.dir, `${pieces[0]}.zh.md`), 'utf8');
	const [word, page] = await measureWatch(job, settings);
	for (const figure of [word, page]) {
		expect(figure?.fault).toBeUndefined();
		expect(figure?.edits).toHaveLength(3);
		expect(Math.min(...(figure?.edits ?? []))).toBeGreaterThanOrEqual(250);
		// Not the time in which the bench waits for the file to come to rest.
		expect(Math.min(...(figure?.edits ?? []))).toBeLessThan(800);
	}
	expect([word?.measure, page?.measure]).toEqual(['word', 'page']);
	if (process.platform === 'linux') expect(word?.peak?.bytes).toBeGreaterThan(1e6);
	expect(await readFile(join(job.copies.dir, `${pieces[0]}.zh.md`), 'utf8')).toBe(before);
}, 60_000);

test('a file that is written again with the old text is no result', async () => {
	const [word, page] = await measureWatch(await makeJob(watcher(10, `'always the same'`)), settings);
	for (const figure of [word, page])
		expect(figure).toMatchObject({ edits: [], fault: 'the new PDF does not show the edit' });
}, 60_000);

test('a Diglot that does not know how to watch is a fault', async () => {
	const code = `console.error("Unknown option '--watch'"); process.exit(2);`;
	const [word] = await measureWatch(await makeJob(code), settings);
	expect(word?.fault).toBe("the first PDF did not come: it ended with 2: Unknown option '--watch'");
});

test('one that never builds is given up', async () => {
	const job = await makeJob('setInterval(() => {}, 1000);', { limit: 1000 });
	const [word] = await measureWatch(job, settings);
	expect(word?.fault).toBe('the first PDF did not come in 1 s');
});
