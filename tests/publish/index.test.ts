import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { publish } from '../../scripts/publish/index.ts';
import { houseOf, ownHouse } from '../support/edition.ts';
import { bareEdition, pdf, picture, publications } from './publications.ts';

const house = await ownHouse();

const namesOf = (listings: ReturnType<typeof publish>) => listings.map(({ name }) => name);

test('covers, catalogue, trade data and checksums go with the books, and a page where it is asked for', () => {
	const always = ['report.zh.cover.png', 'report.en.cover.png', 'catalog.json', 'onix.xml'];
	expect(namesOf(publish(publications(), { house }))).toEqual([...always, 'SHA256SUMS']);
	expect(namesOf(publish(publications(), { house, page: true }))).toEqual([
		...always,
		'index.html',
		'SHA256SUMS',
	]);
});

test('a book without a cover picture has trade data and checksums', () => {
	expect(namesOf(publish([{ edition: bareEdition(), artifacts: [pdf()] }], { house }))).toEqual([
		'onix.xml',
		'SHA256SUMS',
	]);
});

test('what only a printer gets is no product: checksums alone go with it', () => {
	const forPrinter = { ...pdf(), name: 'report.zh.print.pdf', format: 'print' } as const;
	const only = [{ edition: bareEdition(), artifacts: [forPrinter] }];
	expect(namesOf(publish(only, { house }))).toEqual(['SHA256SUMS']);
	expect(namesOf(publish(only, { house, page: true }))).toEqual(['index.html', 'SHA256SUMS']);
});

test('the checksums are those of every other file', () => {
	const all = publications();
	const listings = publish(all, { house, page: true });
	const sums = new TextDecoder().decode(listings.at(-1)?.bytes);
	const files = [...all.flatMap(({ artifacts }) => artifacts), ...listings.slice(0, -1)];
	const lines = files.map(
		({ name, bytes }) => `${createHash('sha256').update(bytes).digest('hex')} *${name}\n`,
	);
	expect(sums.split('\n').sort()).toEqual(lines.join('').split('\n').sort());
});

test('the covers are the pictures, byte for byte', () => {
	const [cover] = publish(publications(), { house });
	expect(Buffer.compare(cover?.bytes ?? new Uint8Array(), picture)).toBe(0);
});

test('the same books give the same bytes, and are not changed', () => {
	const all = publications();
	const before = structuredClone(all.map(({ edition }) => edition.metadata));
	const [first, second] = [publish(all, { house, page: true }), publish(all, { house, page: true })];
	expect(second).toEqual(first);
	expect(all.map(({ edition }) => edition.metadata)).toEqual(before);
});

test('a house without the page is said to lack it', () => {
	const options = { house: houseOf({}), page: true };
	expect(() => publish(publications(), options)).toThrow('styles/release.css is missing');
});
