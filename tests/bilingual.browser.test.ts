import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Element, Nodes, Root } from 'xast';
import type { Artifact, Outputs } from '../scripts/model/index.ts';
import { build } from '../scripts/pipeline.ts';
import {
	all,
	complaints,
	first,
	navOf,
	type ReadEpub,
	readEpub,
	readLinks,
	textOf,
} from './package/read-epub.ts';
import { onixFaults, parseOnix } from './publish/onix/rules.ts';
import { openPdf } from './support/make-pdf.ts';
import { faultsOfAccessible } from './support/pdf-ua/index.ts';
import { createWorld, manuscripts } from './support/world.ts';

// What comes of a bilingual edition beside its pages, from the fixture book.
let made: Outputs;
let said: readonly string[];

beforeAll(async () => {
	const folder = await mkdtemp(join(tmpdir(), 'diglot-test-'));
	await cp(manuscripts.fixture, folder, { recursive: true });
	const file = join(folder, 'book.yaml');
	const editions = ['facing', 'pieces'].map((id) => `  ${id}: { languages: [zh, en], layout: ${id} }\n`);
	await writeFile(file, (await readFile(file, 'utf8')) + editions.join(''));
	const { world, report, session } = await createWorld();
	const request = { manuscript: folder, formats: ['screen', 'epub'], archive: '3a' } as const;
	made = await build(request, world).finally(session.close);
	said = report.list().map(({ rule }) => rule);
	await rm(folder, { recursive: true });
});

function bytesOf(edition: string, format: Artifact['format']): Uint8Array {
	const found = made.artifacts.find((one) => one.edition === edition && one.format === format);
	if (!found) throw new Error(`There is no ${format} of ${edition}.`);
	return found.bytes;
}

test('that an EPUB has no facing pages is said once', () => {
	expect(said).toEqual(['edition-epub-blocks']);
});

describe.each(['facing', 'pieces'])('%s', (edition) => {
	let epub: ReadEpub;
	beforeAll(() => {
		epub = readEpub(bytesOf(edition, 'epub'));
	});

	test('EPUBCheck has nothing to say, and no link is dead', async () => {
		expect(await complaints(bytesOf(edition, 'epub'))).toEqual([]);
		expect(readLinks(epub).dead).toEqual([]);
	});

	test('each text is whole and in its order, as in the edition in its language', () => {
		for (const [lang, isSecond] of [
			['zh', false],
			['en', true],
		] as const) {
			const single = readEpub(bytesOf(lang, 'epub'));
			for (const path of pieces(single)) {
				const own = path.replace(/^.*?\d+-(?:zh|en)-/, '');
				const documents = pieces(epub).filter((one) => one.endsWith(own));
				// A card below both texts stands behind the notes of the first.
				for (const notes of [false, true]) {
					const text = documents.map((one) => flowOf(epub.xml(one), { isSecond, notes })).join('');
					expect(text, path).toBe(flowOf(single.xml(path), { isSecond, notes }));
				}
			}
		}
	});

	test('the page list leads to every page of the PDF that has text, in the order of the text', async () => {
		const labels = await (await openPdf(bytesOf(edition, 'screen'))).getPageLabels();
		const list = navOf(epub, 'page-list');
		const listed = list ? all(list, 'a').map(textOf) : [];
		expect(new Set(listed).size).toBe(listed.length);
		expect(labels).toEqual(expect.arrayContaining(listed));
		// Blanks stand between openers that face each other.
		expect(listed.length).toBeGreaterThan((labels?.length ?? 0) - 4);
	});

	test('the PDF keeps to PDF/UA-1, and its outline has both titles', async () => {
		expect(await faultsOfAccessible(bytesOf(edition, 'screen'))).toEqual([]);
		const pdf = await openPdf(bytesOf(edition, 'screen'));
		const outline = await pdf.getOutline();
		expect(outline[0]?.title).toBe('序言 / Preface');
		expect(await pdf.getPageLayout()).toBe(edition === 'facing' ? 'TwoPageRight' : '');
	});

	test('its archive edition holds the sources of both languages', async () => {
		const sources = Object.keys((await (await openPdf(bytesOf(edition, 'archive'))).getAttachments()) ?? {});
		expect(sources).toEqual(expect.arrayContaining(['front/preface.zh.md', 'front/preface.en.md']));
	});
});

test('ONIX keeps its rules', () => {
	const onix = made.listings.find(({ name }) => name === 'onix.xml');
	expect(onixFaults(parseOnix(new TextDecoder().decode(onix?.bytes)))).toEqual([]);
});

function pieces(epub: ReadEpub): readonly string[] {
	return epub.paths.filter((path) => /-(?:front|chapters|back)-/.test(path));
}

/**
 * The text of a document that is in the main language, or in the second, without white space. Where both stand together,
 * whatever is in the second has a class. Words of one language in a text of the other are a part of that text.
 */
function flowOf(document: Root, wanted: Omit<Spot, 'parent'>): string {
	const read = (node: Nodes, spot: Spot): string => {
		if (node.type === 'text')
			return spot.isSecond === wanted.isSecond && spot.notes === wanted.notes ? node.value : '';
		if (!('children' in node) || (node.type === 'element' && node.name === 'head')) return '';
		const below = node.type === 'element' ? spotIn(node, spot) : spot;
		return node.children.map((child) => read(child as Nodes, below)).join('');
	};
	const isSecond = first(document, 'html').attributes.lang === 'en';
	return read(document, { isSecond, notes: false }).replaceAll(/\s+/g, '');
}

/** Where a text stands: in which of the languages, and whether among the notes. */
interface Spot {
	readonly isSecond: boolean;
	readonly notes: boolean;
	readonly parent?: Element;
}

function spotIn(parent: Element, spot: Spot): Spot {
	const notes = spot.notes || parent.attributes['epub:type'] === 'footnotes';
	return { parent, notes, isSecond: isInSecond(parent, spot.parent) ?? spot.isSecond };
}

/** Which text an element begins; nothing where it is of the same text as what it stands in. */
function isInSecond({ name, attributes }: Element, parent: Element | undefined): boolean | undefined {
	if (attributes.class?.split(' ').includes('translation')) return true;
	// The card below a translation that is a text of its own.
	const isLabel = parent?.attributes.class?.startsWith('bios-title');
	return attributes.lang === 'zh' && (name === 'p' || isLabel) ? false : undefined;
}
