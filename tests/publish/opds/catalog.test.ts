import { describe, expect, test } from 'vitest';
import type { Publication } from '../../../scripts/model/index.ts';
import { coversOf } from '../../../scripts/publish/covers.ts';
import { opdsCatalog } from '../../../scripts/publish/opds/catalog.ts';
import {
	accessibility,
	archivePdf,
	bareEdition,
	bilingualEdition,
	cover,
	epub,
	forPrinter,
	pdf,
	publications,
	richEdition,
} from '../publications.ts';
import { createOpdsCheck } from './schema.ts';

const faults = createOpdsCheck();

function write(all: readonly Publication[], page = false) {
	const [listing] = opdsCatalog(all, { covers: coversOf(all), page });
	if (!listing) throw new Error('There is no catalogue.');
	expect(listing.name).toBe('catalog.json');
	return JSON.parse(new TextDecoder().decode(listing.bytes));
}

const rich = write(publications(), true);
const bare: Publication = { edition: bareEdition(), artifacts: [pdf()], cover };

describe('the catalogue keeps the rules of OPDS 2.0', () => {
	const everything = {
		...accessibility,
		features: ['pageBreakMarkers', 'pageNavigation', 'ARIA', 'MathML', 'rubyAnnotations', 'longDescription'],
		hazard: 'noFlashingHazard',
	};
	test.each<[string, readonly Publication[]]>([
		['of a rich book', publications()],
		['of a bare book', [bare]],
		['of a book of some year', [{ ...bare, edition: richEdition({ metadata: { date: '2024' } }) }]],
		['of every feature', [{ ...bare, artifacts: [epub('zh', { accessibility: everything })] }]],
		['of a bilingual book', [{ edition: bilingualEdition(), artifacts: [epub('bilingual')], cover }]],
		['of two languages in one', [{ ...bare, edition: richEdition({ languages: ['zh-Hant', 'en'] }) }]],
	])('%s', (_, all) => {
		expect(faults(write(all))).toEqual([]);
	});
});

describe('the rules see', () => {
	type Spoil = (feed: typeof rich, one: (typeof rich)['publications'][0]) => void;
	test.each<[string, Spoil]>([
		['no link to itself', (feed) => feed.links.shift()],
		['no title', (feed) => delete feed.metadata.title],
		['no images', (_, one) => delete one.images],
		[
			'no acquisition link',
			(_, one) => {
				for (const link of one.links) link.rel = 'alternate';
			},
		],
		[
			'a picture that not every reader knows',
			(_, one) => Object.assign(one.images[0], { type: 'image/webp' }),
		],
		[
			'an identifier that is no URI',
			(_, one) => Object.assign(one.metadata, { identifier: '9791234567896' }),
		],
		['a date that is no day', (_, one) => Object.assign(one.metadata, { published: '2024-03' })],
		[
			'a feature that the vocabulary lacks',
			(_, one) => one.metadata.accessibility.feature.push('pageNavigation'),
		],
		['a name by a language that is none', (_, one) => Object.assign(one.metadata.title, { 中文: '题' })],
		['a key that the manifest lacks', (_, one) => Object.assign(one.metadata, { pages: 3 })],
	])('%s', (_, spoil) => {
		const feed = structuredClone(rich);
		spoil(feed, feed.publications[0]);
		expect(faults(feed)).not.toEqual([]);
	});
});

test('there is a publication for each edition, with all that is known of it', () => {
	const [zh, en] = rich.publications;
	expect(rich.metadata).toEqual({
		title: '机器与尺度',
		modified: '2024-03-01T12:30:04.000Z',
		numberOfItems: 2,
	});
	expect(zh.metadata).toMatchObject({
		identifier: 'urn:isbn:9791234567896',
		title: { zh: '机器与尺度', en: 'Machines & Measures' },
		author: [{ name: { zh: '林越', en: 'Lin Yue' }, identifier: 'https://orcid.org/0000-0002-1825-0097' }],
		translator: [{ name: 'Rosa M. Keller', sortAs: 'Keller, Rosa M.' }],
		contributor: [{ role: 'spn' }],
		language: 'zh',
		published: '2024-03-15',
		description: '“引号”与 <尖括号>。',
		belongsTo: { series: { name: '机器丛书', position: 3, identifier: 'urn:issn:2049-3630' } },
		numberOfPages: 67,
		accessibility: { conformsTo: 'https://www.w3.org/TR/epub-a11y-11#wcag-2.2-aa', hazard: ['none'] },
	});
	expect(en.metadata.identifier).toBe('urn:uuid:2e9a3b6f-9d6a-5f0e-8a53-5d3bd70a5a10');
	expect(zh.metadata.subject.at(-1)).toMatchObject({ code: 'TP18' });
});

test('files are offered under the address of the book, a shop is not', () => {
	expect(rich.publications[1].links.map(({ href, type }: Record<string, string>) => [href, type])).toEqual([
		['https://example.org/books/report.en.epub', 'application/epub+zip'],
		['https://example.org/books/report.en.pdf', 'application/pdf'],
	]);
	expect(rich.links.map(({ href }: Record<string, string>) => href)).toEqual([
		'https://example.org/books/catalog.json',
		'https://example.org/books/index.html',
	]);
});

test('a reading app is offered neither archive editions nor what goes to a printer', () => {
	const feed = write([{ ...bare, artifacts: [pdf(), archivePdf(), ...forPrinter()] }]);
	expect(feed.publications[0].links.map(({ href }: Record<string, string>) => href)).toEqual([
		'report.zh.pdf',
	]);
});

test('without an address files lie beside the catalogue', () => {
	const feed = write([bare]);
	expect(feed.links).toEqual([{ rel: 'self', href: 'catalog.json', type: 'application/opds+json' }]);
	expect(feed.publications[0].links[0].href).toBe('report.zh.pdf');
	expect(feed.publications[0].images[0].href).toBe('report.zh.cover.png');
});

test('an edition without a cover is left out; without any there is no catalogue', () => {
	const { cover: _, ...coverless } = bare;
	const [first, second] = publications();
	if (!first || !second) throw new Error('There are not two editions.');
	const { cover: __, ...other } = second;
	expect(write([first, other]).publications.length).toBe(1);
	expect(opdsCatalog([coverless], { covers: new Map(), page: false })).toEqual([]);
});

test('what is not known is not there', () => {
	const { metadata } = write([bare]).publications[0];
	expect(Object.keys(metadata).sort()).toEqual(
		['@type', 'identifier', 'language', 'modified', 'numberOfPages', 'published', 'title'].sort(),
	);
});

test('a bilingual edition has both languages, and its texts in both', () => {
	const spoken = { ...accessibility, secondSummary: { lang: 'en', text: 'Reads well.' } };
	const artifacts = [epub('bilingual', { accessibility: spoken })];
	const [one] = write([{ edition: bilingualEdition(), artifacts, cover }]).publications;
	expect(one.metadata).toMatchObject({
		identifier: 'urn:isbn:9780000000002',
		title: { zh: '机器与尺度', en: 'Machines & Measures' },
		language: ['zh', 'en'],
		description: '“引号”与 <尖括号>。\n\nAbout “machines” & <measures>.',
		accessibility: { summary: `${accessibility.summary}\n\nReads well.` },
	});
	const subjects = one.metadata.subject.map(({ name }: { readonly name: string }) => name);
	expect(subjects.slice(0, 3)).toEqual(['人工智能', '治理', 'artificial intelligence']);
});
