import { join } from 'node:path';
import { expect, test } from 'vitest';
import { prepareBrowser } from '../../scripts/bench/browser.ts';
import { measureScreen } from '../../scripts/bench/screen.ts';
import { makeJob, pieces, readOption, settings } from './support.ts';

const browser = await prepareBrowser({
	env: process.env,
	cache: join(process.env.XDG_CACHE_HOME ?? join(process.env.HOME ?? '', '.cache'), 'diglot'),
	sandbox: process.getuid?.() !== 0,
});

/**
 * A preview of a few lines: contents in the page, the text in a frame without scripts, far down. A changed piece is
 * served after `delay` ms; its words are cut by soft hyphens.
 */
const preview = (delay: number, where: string) => `
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
${readOption}
if (process.argv[2] !== 'preview' || !process.argv.includes('--no-open')) process.exit(2);
const files = ${JSON.stringify(pieces)}.map((piece) => option('--manuscript') + '/' + piece + '.zh.md');
const read = () => files.map((file) => readFileSync(file, 'utf8'));
const bodies = (all) => all.map((text, index) => '<section id="p' + index + '" style="margin:4000px 0">' +
	text.slice(text.indexOf('\\n---') + 4).split(/\\n+/).map((line) => '<p>' + line.replaceAll('<', '').replace(/^(.{5})/, '$1&shy;')).join('') + '</section>');
let shown = read(), last = shown.join('');
setInterval(() => {
	const now = read();
	if (now.join('') === last) return;
	last = now.join('');
	setTimeout(() => { shown = now; }, ${delay});
}, 2);
const page = '<body>' + read().map((text, index) => '<a href="#p' + index + '" onclick="turn(' + index + ');return false">' + /title: (.*)/.exec(text)[1] + '</a>').join('') +
	'<iframe style="width:600px;height:700px" sandbox="allow-same-origin" srcdoc="<body></body>"></iframe><script>' +
	'const frame = document.querySelector("iframe"); let old = "";' +
	'const turn = (n) => frame.contentDocument.getElementById("p" + n)${where};' +
	'const look = async () => { const text = await (await fetch("/text")).text(); if (text !== old) { old = text; const top = frame.contentWindow.scrollY; frame.contentDocument.body.innerHTML = text; frame.contentWindow.scrollTo(0, top); } setTimeout(look, 3); }; frame.onload = look;</script>';
createServer((request, response) => {
	response.setHeader('Content-Type', 'text/html;charset=utf-8');
	response.end(request.url === '/text' ? bodies(shown).join('') : page);
}).listen(0, '127.0.0.1', function () { console.log('preview: \\u001b[36mhttp://127.0.0.1:' + this.address().port + '/t0k3n\\u001b[0m'); });`;

test('the time is that from the save to the word on the page that is looked at', async () => {
	const job = await makeJob(preview(150, '.scrollIntoView()'), { browser });
	const figure = await measureScreen(job, settings);
	expect(figure.fault).toBeUndefined();
	expect(figure.edits).toHaveLength(3);
	expect(Math.min(...figure.edits)).toBeGreaterThanOrEqual(150);
	expect(Math.min(...figure.edits)).toBeLessThan(600);
});

test('a Diglot without a preview is a fault', async () => {
	const code = `console.error('There is no command "preview".'); process.exit(2);`;
	const figure = await measureScreen(await makeJob(code, { browser }), settings);
	expect(figure.fault).toContain('it ended with 2: There is no command "preview".');
});

test('a word that never comes is a fault, in time', async () => {
	const job = await makeJob(preview(60_000, '.scrollIntoView()'), { browser, limit: 4000 });
	expect((await measureScreen(job, settings)).fault).toBe('the new word did not come in 4 s');
});
