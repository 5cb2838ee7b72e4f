import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Element, Nodes } from 'xast';
import { build } from '../scripts/pipeline.ts';
import { all, complaints, first, navOf, type ReadEpub, readEpub, textOf } from './package/read-epub.ts';
import { bare, pageText, type ReadPdf, readPdf } from './support/read-pdf.ts';
import { createWorld, manuscripts } from './support/world.ts';

/** What a page of the PDF has no text for, or in another place: notes and their calls, pictures, readings of ruby. */
const elsewhere = new Set(['footnotes', 'noteref']);
const silent = new Set(['svg', 'rt', 'rp']);

/** The text between the page breaks of the EPUB in reading order, by label. */
function textByPage(epub: ReadEpub): ReadonlyMap<string, string> {
	const opf = epub.xml('content.opf');
	const files = new Map(all(opf, 'item').map(({ attributes }) => [attributes.id, attributes.href ?? '']));
	const pages = new Map<string, string>();
	let label = '';
	const open = (name: string) => {
		label = name;
		expect(pages.has(label), `page ${label} twice`).toBe(false);
		pages.set(label, '');
	};
	const walk = (node: Nodes): void => {
		if (node.type === 'text') pages.set(label, (pages.get(label) ?? '') + node.value);
		if (isBreak(node)) open(node.attributes['aria-label'] ?? '');
		if ('children' in node && !isElsewhere(node)) for (const child of node.children) walk(child);
	};
	for (const { attributes } of all(opf, 'itemref')) {
		const file = files.get(attributes.idref) ?? '';
		// The contents of the EPUB are not those of the PDF.
		if (file !== 'toc.xhtml') walk(first(epub.xml(file), 'body'));
	}
	// White space before the first break.
	pages.delete('');
	return pages;
}

function isBreak(node: Nodes): node is Element {
	return node.type === 'element' && node.attributes['epub:type'] === 'pagebreak';
}

/** Where notes are printed behind the text, pages turn in them. */
function isElsewhere(node: Nodes): boolean {
	if (node.type !== 'element') return false;
	return (
		silent.has(node.name) || (elsewhere.has(node.attributes['epub:type'] ?? '') && !all(node).some(isBreak))
	);
}

/** How many characters of a text a longer one has, in order, from the first on. */
function inOrder(text: string, longer: string): number {
	let found = 0;
	for (let index = 0; index < longer.length && found < text.length; index++) {
		if (longer[index] === text[found]) found += 1;
	}
	return found;
}

/** The fixture book with what is hard to break: long tables, a row and a note longer than a page, long items. */
async function strainedBook(): Promise<string> {
	const folder = join(await mkdtemp(join(tmpdir(), 'diglot-pages-')), 'book');
	await cp(manuscripts.fixture, folder, { recursive: true });
	const words = (lang: string, from: number, count: number) =>
		Array.from({ length: count }, (_, index) =>
			lang === 'en' ? `word${from + index}` : `第${from + index}词，`,
		).join(lang === 'en' ? ' ' : '');
	const add = async (lang: string, piece: string, text: string) => {
		const file = join(folder, `${piece}.${lang}.md`);
		await writeFile(file, `${await readFile(file, 'utf8')}\n\n${text}\n`);
	};
	for (const lang of ['zh', 'en']) {
		const rows = Array.from({ length: 70 }, (_, row) => `| ${row} | ${words(lang, row * 10, 30)} |`);
		const table = `| A | B |\n|---|---|\n${rows.join('\n')}\n\n: Caption`;
		const picture = '![Stages of work](../../images/stages.png)';
		const items = `1. ${words(lang, 0, 700)}\n2. a\n   - ${words(lang, 1000, 900)}`;
		await add(
			lang,
			'chapters/risks/errors',
			`${table}\n\n${words(lang, 0, 900)}\n\n${picture}\n\n${picture}\n\n${items}`,
		);
		await add(lang, 'chapters/risks/values', `Long note.[^long]\n\n[^long]: ${words(lang, 0, 2500)}`);
		await add(lang, 'chapters/governance/standards', `| A | B |\n|---|---|\n| a | ${words(lang, 0, 3000)} |`);
	}
	return folder;
}

const strained = await strainedBook();
afterAll(() => rm(join(strained, '..'), { recursive: true }));

for (const [name, manuscript] of Object.entries({ ...manuscripts, 'strained book': strained })) {
	for (const lang of ['zh', 'en']) {
		describe(`the page list of the ${lang} EPUB of the ${name}`, () => {
			let bytes: Uint8Array;
			let epub: ReadEpub;
			let pdf: ReadPdf;

			beforeAll(async () => {
				const { world, report, session } = await createWorld();
				const request = { manuscript, editions: [lang], formats: ['screen', 'epub'] } as const;
				const { artifacts } = await build(request, world).finally(session.close);
				const rules = report.list().map(({ rule }) => rule);
				expect(rules.sort()).toEqual(manuscript === strained ? ['unit-loosened', 'unit-notes-moved'] : []);
				pdf = await readPdf(artifacts[0]?.bytes ?? new Uint8Array());
				bytes = artifacts[1]?.bytes ?? new Uint8Array();
				epub = readEpub(bytes);
			});

			test('the book has no fault that EPUBCheck knows', async () => {
				expect(await complaints(bytes)).toEqual([]);
			});

			test('every page that shows something of the EPUB is listed, in the order of the PDF', () => {
				const nav = navOf(epub, 'page-list');
				const listed = nav ? all(nav, 'a').map(textOf) : [];
				expect(listed).toEqual(pdf.labels.filter((label) => listed.includes(label)));
				const missing = pdf.labels.filter((label) => !listed.includes(label));
				for (const label of missing) {
					// Blank, or a further page of the contents, each line of which is a link.
					const index = pdf.labels.indexOf(label);
					const isContents = (pdf.pages[index]?.links.length ?? 0) > 2;
					expect(isContents || pageText(pdf, index) === '', `page ${label}`).toBe(true);
				}
			});

			test('each link leads to the break of its page', () => {
				const nav = navOf(epub, 'page-list');
				for (const link of nav ? all(nav, 'a') : []) {
					const [file = '', id] = (link.attributes.href ?? '').split('#');
					const target = all(epub.xml(file)).find((one) => one.attributes.id === id);
					expect(target?.attributes).toMatchObject({
						'epub:type': 'pagebreak',
						role: 'doc-pagebreak',
						'aria-label': textOf(link),
					});
				}
			});

			test('what stands between two breaks is what the page of the PDF says', () => {
				const pages = textByPage(epub);
				expect(pages.size).toBeGreaterThan(10);
				const people = all(epub.xml('toc.ncx'), 'content').at(-1)?.attributes.src;
				for (const [label, text] of pages) {
					// The cover is a picture here. The directory is painted in another order than it is read in.
					const isPainted = label === 'i' || isFrom(epub, people, label);
					const printed = pageText(pdf, pdf.labels.indexOf(label));
					const wanted = bare(text);
					expect(printed, label).toContain(wanted.slice(0, 8));
					if (!isPainted) expect(printed, label).toContain(wanted.slice(-8));
					if (!isPainted) expect(wanted.slice(0, inOrder(wanted, printed)), label).toBe(wanted);
				}
			});

			test('the NCX lists the same pages, and the package says which book has them', () => {
				const nav = navOf(epub, 'page-list');
				const hrefs = nav ? all(nav, 'a').map(({ attributes }) => attributes.href) : [];
				const targets = all(epub.xml('toc.ncx'), 'pageTarget');
				expect(targets.map((target) => first(target, 'content').attributes.src)).toEqual(hrefs);
				const metas = all(epub.xml('content.opf'), 'meta');
				const [source] = metas.filter(({ attributes }) => attributes.property === 'pageBreakSource');
				expect(source && textOf(source)).toContain(textOf(first(epub.xml('content.opf'), 'dc:title')));
				expect(metas.map(textOf)).toEqual(expect.arrayContaining(['pageBreakMarkers', 'pageNavigation']));
			});
		});
	}
}

/** Whether the break of a page stands in the file that an address leads to. */
function isFrom(epub: ReadEpub, address: string | null | undefined, label: string): boolean {
	const file = address?.split('#')[0] ?? '';
	return all(epub.xml(file)).some((one) => one.attributes.id === `page-${label}`);
}
