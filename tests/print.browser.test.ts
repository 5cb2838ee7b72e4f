import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Galley, layManuscript, printJoined, printWhole } from './support/both-prints.ts';
import { lookAtPdf, type PageLook } from './support/look-at-pdf.ts';
import { countDifferences, hasCanvas, picturePages } from './support/pixels.ts';
import { createWorld, manuscripts, type TestWorld } from './support/world.ts';

const canvas = await hasCanvas();

for (const [name, manuscript] of Object.entries(manuscripts)) {
	for (const lang of ['zh', 'en']) {
		describe(`the ${lang} ${name}, printed in parts and joined, equals the file printed in one go`, () => {
			let made: TestWorld;
			let galley: Galley;
			let joined: Uint8Array;
			let whole: Uint8Array;
			let looks: readonly (readonly [PageLook | undefined, PageLook | undefined])[];

			beforeAll(async () => {
				made = await createWorld();
				galley = await layManuscript(manuscript, lang, made.world);
				joined = (await printJoined(galley, made.world)).bytes;
				whole = await printWhole(galley, made.world);
				const [a, b] = [await lookAtPdf(joined), await lookAtPdf(whole)];
				looks = Array.from({ length: Math.max(a.length, b.length) }, (_, page) => [a[page], b[page]]);
			});

			afterAll(() => made.session.close());

			test('pages and their size', () => {
				expect(looks.map(([one]) => one?.size)).toEqual(looks.map(([, other]) => other?.size));
				expect(looks).toHaveLength(galley.book.pages.length);
			});

			test('text, run by run', () => {
				for (const [page, [one, other]] of looks.entries())
					expect([...(one?.text ?? [])].sort(), `page ${page}`).toEqual([...(other?.text ?? [])].sort());
			});

			test('structure', () => {
				for (const [page, [one, other]] of looks.entries())
					expect(one?.structure, `page ${page}`).toEqual(other?.structure);
			});

			test('links', () => {
				for (const [page, [one, other]] of looks.entries())
					expect(one?.links, `page ${page}`).toEqual(other?.links);
			});

			test.skipIf(!canvas)('pixels', async () => {
				const [a, b] = [await picturePages(joined, 1), await picturePages(whole, 1)];
				const differences = a.map((one, page) => {
					const other = b[page];
					return other ? countDifferences(one, other) : -1;
				});
				expect(differences).toEqual(a.map(() => 0));
			});
		});
	}
}
