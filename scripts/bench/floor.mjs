// The floor: what Chromium needs to print a document that nobody paginates. `floor.mjs BROWSER DOCUMENT PDF [SWITCH…]`
import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer';

const [executablePath, document, out, ...args] = process.argv.slice(2);
const browser = await puppeteer.launch({
	executablePath,
	args: ['--allow-file-access-from-files', ...args],
	headless: 'shell',
	pipe: true,
	protocolTimeout: 0,
});
const page = await browser.newPage();
await page.goto(pathToFileURL(document).href, { waitUntil: 'load', timeout: 0 });
await page.evaluate('document.fonts.ready.then(() => true)');
await writeFile(
	out,
	await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, timeout: 0 }),
);
await browser.close();
