import { join } from 'node:path';
import { create } from 'fontkitten';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Nodes } from 'xast';
import { build } from '../scripts/pipeline.ts';
import {
	all,
	childrenOf,
	complaints,
	first,
	type ReadEpub,
	readEpub,
	readLinks,
	textOf,
	titlesOfNav,
	titlesOfNcx,
} from './package/read-epub.ts';
import {
	contentsOf,
	piecePaths,
	readBookFile,
	readContributors,
	readFrontMatter,
} from './support/contents.ts';
import { readSource, topHeadings } from './support/paragraphs.ts';
import { bare } from './support/read-pdf.ts';
import { createWorld, manuscripts } from './support/world.ts';

const isShown = (path: string) => /\.(?:xhtml|svg|opf)$/.test(path);
const isHan = (character: string) => /\p{Script=Han}/u.test(character);

for (const [name, manuscript] of Object.entries(manuscripts)) {
	for (const lang of ['zh', 'en']) {
		describe(`the ${lang} EPUB of the ${name}`, () => {
			let bytes: Uint8Array;
			let epub: ReadEpub;

			beforeAll(async () => {
				bytes = await buildEpub(manuscript, lang);
				epub = readEpub(bytes);
			});

			test('has no fault that EPUBCheck knows', async () => {
				expect(await complaints(bytes)).toEqual([]);
			});

			test('embeds no Han character that the edition does not show', () => {
				const shown = new Set(
					epub.paths.filter(isShown).flatMap((path) => [...epub.text(path.replace('OEBPS/', ''))]),
				);
				const fonts = epub.paths.filter((path) => path.endsWith('.ttf'));
				expect(fonts.length).toBeGreaterThan(0);
				for (const path of fonts) {
					const face = create(Buffer.from(epub.bytes(path)));
					if (face.isCollection) throw new Error(`${path} holds several fonts.`);
					const han = face.characterSet.map((point) => String.fromCodePoint(point)).filter(isHan);
					expect(
						han.filter((character) => !shown.has(character)),
						path,
					).toEqual([]);
				}
			});

			test('holds every paragraph, heading and cell of every piece, in order', () => {
				for (const path of piecePaths(manuscript)) {
					const main = bare(textWithout(pieceOf(epub, path, lang), ['footnotes', 'noteref']));
					let at = 0;
					for (const text of readSource(join(manuscript, `${path}.${lang}.md`)).body.map(bare)) {
						const found = main.indexOf(text, at);
						expect(found, `${path}: ${text}`).toBeGreaterThanOrEqual(at);
						at = found + text.length;
					}
				}
			});

			test('holds every note at the end of its piece, in order, and each leads back to its call', () => {
				for (const path of piecePaths(manuscript)) {
					const piece = pieceOf(epub, path, lang);
					const notes = all(piece, 'aside').filter((one) => one.attributes['epub:type'] === 'footnote');
					const texts = notes.map((note) => bare(textWithout(note, ['backlink'])));
					const source = readSource(join(manuscript, `${path}.${lang}.md`));
					expect(texts.join('')).toBe(source.notes.map(bare).join(''));
					const calls = all(piece, 'a').filter((one) => one.attributes['epub:type'] === 'noteref');
					expect([...new Set(calls.map((one) => one.attributes.href))]).toEqual(
						notes.map((note) => `#${note.attributes.id}`),
					);
					for (const note of notes) {
						const [back] = all(note, 'a').filter((one) => one.attributes['epub:type'] === 'backlink');
						expect(calls.map((one) => `#${one.attributes.id}`)).toContain(back?.attributes.href);
					}
				}
			});

			test('names everyone who signs a piece as a creator, with role and sort form', () => {
				const people = readContributors(manuscript);
				const signers = piecePaths(manuscript).flatMap(
					(path) => readFrontMatter(manuscript, path, lang).authors ?? [],
				);
				const expected = [...new Set(signers)].map((id) => {
					const { name: names, role = 'aut' } = people[id] ?? { name: {} };
					return [names[lang] ?? Object.values(names)[0], role];
				});
				const opf = epub.xml('content.opf');
				const refined = (id: string | null | undefined, property: string) =>
					all(opf, 'meta')
						.filter(({ attributes }) => attributes.refines === `#${id}` && attributes.property === property)
						.map(textOf);
				const creators = all(opf, 'dc:creator');
				expect(creators.map((one) => [textOf(one), ...refined(one.attributes.id, 'role')])).toEqual(expected);
				expect(creators.length).toBeGreaterThan(2);
				for (const { attributes } of creators) {
					// Both languages sort by Latin letters: the Chinese by pinyin.
					expect(refined(attributes.id, 'file-as')).toEqual([expect.stringMatching(/^[A-Za-z]/)]);
				}
			});

			test('has a navigation document and an NCX that equal the contents and name the sections of each piece', () => {
				const [nav] = all(epub.xml('toc.xhtml'), 'nav');
				const contents = nav && titlesOfNav(childrenOf(nav, 'ol')[0]);
				// The directory of contributors, which Diglot adds, closes it.
				expect(contents?.slice(0, -1)).toEqual(contentsOf(manuscript, lang, topHeadings));
				expect(contents?.at(-1)?.children).toEqual([]);
				expect(titlesOfNcx(first(epub.xml('toc.ncx'), 'navMap'))).toEqual(contents);
			});

			test('leads each entry of the contents to the heading that says the same', () => {
				const [nav] = all(epub.xml('toc.xhtml'), 'nav');
				for (const link of nav ? all(nav, 'a') : []) {
					const [file = '', id] = (link.attributes.href ?? '').split('#');
					const target = all(epub.xml(file)).find((one) => one.attributes.id === id);
					expect(target?.name).toMatch(/^h[1-3]$/);
					// An opener sets the number of a part apart, without the colon between.
					const plain = (from: Nodes | undefined) => from && bare(textOf(from)).replaceAll(/[:：]/g, '');
					expect(plain(target)).toBe(plain(link));
				}
			});

			test('skips no level of headings', () => {
				for (const path of epub.paths.filter((one) => one.endsWith('.xhtml'))) {
					const names = all(epub.xml(path)).map(({ name }) => name);
					const levels = names.filter((name) => /^h[1-6]$/.test(name)).map((name) => Number(name[1]));
					// A piece in a part begins a level lower than the part, which has a file of its own.
					expect(levels[0] ?? 1, path).toBeLessThanOrEqual(2);
					for (const [index, level] of levels.entries()) {
						expect(level - (levels[index - 1] ?? level), path).toBeLessThanOrEqual(1);
					}
				}
			});

			test('shows the cover page as a picture of at least 1500 px', () => {
				const item = all(epub.xml('content.opf'), 'item').find(
					({ attributes }) => attributes.properties === 'cover-image',
				);
				const picture = Buffer.from(epub.bytes(item?.attributes.href ?? ''));
				expect(picture.toString('latin1', 1, 4)).toBe('PNG');
				expect(item?.attributes['media-type']).toBe('image/png');
				const [width, height] = [picture.readUInt32BE(16), picture.readUInt32BE(20)];
				expect(height).toBeGreaterThanOrEqual(1500);
				// A4, to a pixel of rounding at each side.
				expect(height / width).toBeCloseTo(Math.SQRT2, 2);
			});

			test('leaves no soft hyphen and no dead link', () => {
				for (const path of epub.paths.filter((one) => /\.(xhtml|opf|ncx)$/.test(one))) {
					expect(epub.text(path), path).not.toMatch(/\u00ad|&#x0*ad;|&#173;|&shy;/i);
				}
				const { links, dead } = readLinks(epub);
				expect(dead).toEqual([]);
				expect(links).toBeGreaterThan(20);
			});

			test('says what it is', () => {
				const opf = epub.xml('content.opf');
				expect(all(opf, 'dc:language').map(textOf)).toEqual([lang]);
				expect(textOf(first(opf, 'dc:title'))).toBe(readBookFile(manuscript).title[lang]);
				for (const path of epub.paths.filter((one) => one.endsWith('.xhtml'))) {
					expect(first(epub.xml(path), 'html').attributes, path).toMatchObject({ lang, 'xml:lang': lang });
				}
			});

			test('is the same, byte for byte, when it is built again', async () => {
				expect(Buffer.compare(await buildEpub(manuscript, lang), bytes)).toBe(0);
			});
		});
	}
}

async function buildEpub(manuscript: string, lang: string): Promise<Uint8Array> {
	const { world, report, session } = await createWorld();
	const { artifacts } = await build({ manuscript, editions: [lang], formats: ['epub'] }, world).finally(
		session.close,
	);
	expect(report.list().filter((found) => found.severity !== 'info')).toEqual([]);
	expect(artifacts.map((one) => one.format)).toEqual(['epub']);
	return artifacts[0]?.bytes ?? new Uint8Array();
}

/** The document of a piece. */
function pieceOf(epub: ReadEpub, path: string, lang: string): Nodes {
	const file = epub.paths.find((one) => one.endsWith(`-${lang}-${path.replaceAll('/', '-')}.xhtml`));
	return first(epub.xml(file ?? path), 'body');
}

/** The text of a node without the elements of these epub:types. */
function textWithout(from: Nodes, types: readonly string[]): string {
	if (from.type === 'text') return from.value;
	if (from.type === 'element' && types.includes(from.attributes['epub:type'] ?? '')) return '';
	return 'children' in from ? from.children.map((child) => textWithout(child as Nodes, types)).join('') : '';
}
