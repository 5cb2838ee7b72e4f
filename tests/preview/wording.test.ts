import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readWording } from '../../scripts/preview/wording.ts';
import { ownHouse } from '../support/edition.ts';

const folder = fileURLToPath(new URL('../../scripts/preview/page/', import.meta.url));
const wording = readWording((await ownHouse()).templates);

test('only its own files count', () => {
	const templates = new Map([
		['preview.fr.yaml', 'a: b'],
		['old/preview.de.yaml', 'a: b'],
		['preview.liquid', 'a: b'],
	]);
	expect(readWording(templates)).toEqual({ fr: { a: 'b' } });
});

test('every language has the same words with the same holes', () => {
	const shape = (words: Readonly<Record<string, string>> = {}) =>
		Object.entries(words)
			.filter(([key]) => !key.endsWith('.one'))
			.map(([key, text]) => `${key} ${[...text.matchAll(/\{\w+\}/g)].map(String).sort().join(' ')}`)
			.sort();
	expect(Object.keys(wording).sort()).toEqual(['en', 'zh']);
	expect(shape(wording.zh)).toEqual(shape(wording.en));
});

test('every word that the page asks for is there, and none is there in vain', async () => {
	const asked = new Set<string>(['fit-width', 'fit-page', 'error', 'warning', 'info']);
	for (const name of await readdir(folder)) {
		if (!/\.(?:js|html)$/.test(name)) continue;
		const text = await readFile(folder + name, 'utf8');
		for (const [, key = ''] of text.matchAll(/\bsay\('([a-z-]+)'/g)) asked.add(key);
		for (const [, key = ''] of text.matchAll(/data-(?:text|label|placeholder)="([^"]+)"/g)) asked.add(key);
		for (const [, key = ''] of text.matchAll(/\{ name: '([a-z-]+)', keys/g)) asked.add(key);
	}
	const known = Object.keys(wording.en ?? {}).filter((key) => !key.endsWith('.one'));
	expect(known.sort()).toEqual([...asked].sort());
});
