import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../scripts/pipeline.ts';
import { contentsOf, readBookFile } from './support/contents.ts';
import { readSource, sourceFiles } from './support/paragraphs.ts';
import {
	bare,
	mainText,
	noteText,
	type OutlineEntry,
	pageText,
	type ReadPdf,
	readPdf,
} from './support/read-pdf.ts';
import { createWorld, manuscripts } from './support/world.ts';

for (const [name, manuscript] of Object.entries(manuscripts)) {
	const config = readBookFile(manuscript);

	for (const lang of ['zh', 'en']) {
		describe(`the ${lang} screen PDF of the ${name}`, () => {
			let bytes: Uint8Array;
			let pdf: ReadPdf;

			beforeAll(async () => {
				const { world, report, session } = await createWorld();
				const request = { manuscript, editions: [lang], formats: ['screen'] } as const;
				const { artifacts } = await build(request, world).finally(session.close);
				const [artifact] = artifacts;
				expect(report.list().filter((found) => found.severity !== 'info')).toEqual([]);
				if (!artifact) throw new Error('Nothing was built.');
				bytes = artifact.bytes;
				pdf = await readPdf(bytes);
			});

			test('holds every paragraph and every note of every piece, in order', () => {
				const main = mainText(pdf);
				const notes = noteText(pdf);
				for (const file of sourceFiles(manuscript, lang)) {
					const source = readSource(file);
					let at = 0;
					for (const text of source.body.map(bare)) {
						const found = main.indexOf(text, at);
						expect(found, `${file}: ${text}`).toBeGreaterThanOrEqual(at);
						at = found + text.length;
					}
					for (const note of source.notes.map(bare)) expect(notes).toContain(note);
				}
			});

			test('stores no Kangxi radical and no compatibility ideograph', () => {
				const all = pdf.pages.flatMap((page) => page.runs.map((run) => run.text)).join('');
				expect(all.match(/[\u2e80-\u2fdf\uf900-\ufaff]/gu)).toBeNull();
			});

			test('embeds every font, none as Type 3', async () => {
				const fonts = await fontsOf(bytes);
				expect(fonts.length).toBeGreaterThan(0);
				for (const font of fonts) expect(font).toMatchObject({ embedded: true, type3: false });
			});

			test('prints in the contents the label of the page where the heading stands', () => {
				const refs = folioLinks(pdf);
				const pieces = config.contents.flatMap((entry) =>
					typeof entry === 'string' ? [entry] : ['part', ...entry.pieces],
				);
				expect(refs.length).toBeGreaterThanOrEqual(pieces.length);
				for (const ref of refs) expect(ref.printed).toBe(pdf.labels[ref.target]);
			});

			test('has an outline that equals the contents', () => {
				// The directory of contributors, which Diglot adds, closes it.
				expect(pdf.outline.map(strip).slice(0, -1)).toEqual(contentsOf(manuscript, lang));
				for (const entry of pdf.outline.flatMap((one) => [one, ...one.children])) {
					// An opener sets the number of a part apart, without the colon between.
					expect(plain(pageText(pdf, entry.page ?? -1))).toContain(plain(bare(entry.title)));
				}
			});

			test('has no dead link', () => {
				expect(pdf.dead).toEqual([]);
				expect(pdf.pages.flatMap((page) => page.links).length).toBeGreaterThan(10);
			});

			test('is numbered i, ii, iii and then 1, 2, 3', () => {
				const body = pdf.labels.indexOf('1');
				expect(body).toBeGreaterThan(0);
				expect(pdf.labels.slice(0, 4)).toEqual(['i', 'ii', 'iii', 'iv']);
				expect(pdf.labels.slice(body)).toEqual(pdf.labels.slice(body).map((_, index) => String(index + 1)));
				// The first page of the body is a recto.
				expect(body % 2).toBe(0);
			});

			test('says what it is', () => {
				expect(pdf.info.Title).toContain(config.title[lang]);
				expect(pdf.info.Language).toBe(lang);
				expect(pdf.info.Author).toBeTruthy();
				expect(pdf.tagged).toBe(true);
			});
		});
	}
}

function plain(text: string): string {
	return text.replaceAll(/[:：]/g, '');
}

function strip(entry: OutlineEntry): unknown {
	return { title: entry.title, children: entry.children.map(strip) };
}

/** Links whose text is a folio: in the contents and the directory. */
function folioLinks(pdf: ReadPdf): { printed: string; target: number }[] {
	return pdf.pages.flatMap((page) =>
		page.links.flatMap(({ rect: [left, bottom, right, top], target }) => {
			// Numbers of notes are smaller.
			const inside = page.runs.filter(
				(run) =>
					run.size > 8.9 &&
					run.x >= left - 1 &&
					run.x + run.width <= right + 1 &&
					run.y >= bottom - 1 &&
					run.y <= top + 1,
			);
			const printed = inside
				.map((run) => run.text)
				.join('')
				.trim();
			return target !== undefined && /^(?:[ivxlcdm]+|\d+)$/.test(printed) ? [{ printed, target }] : [];
		}),
	);
}

async function fontsOf(bytes: Uint8Array): Promise<{ name: string; embedded: boolean; type3: boolean }[]> {
	const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
	const dicts = pdf.context
		.enumerateIndirectObjects()
		.flatMap(([, object]) => (object instanceof PDFDict ? [object] : []));
	const is = (dict: PDFDict, key: string, value: string) =>
		dict.get(PDFName.of(key))?.toString() === `/${value}`;
	const descriptors = dicts.filter((dict) => is(dict, 'Type', 'FontDescriptor'));
	const type3 = dicts.some((dict) => is(dict, 'Subtype', 'Type3'));
	return descriptors.map((dict) => ({
		name: String(dict.get(PDFName.of('FontName'))),
		embedded: dict.has(PDFName.of('FontFile2')),
		type3,
	}));
}
