import { expect, test } from 'vitest';
import type { Element, Root } from 'xast';
import type { Metadata } from '../../scripts/model/index.ts';
import { name, signer } from '../support/edition.ts';
import { pack, sampleEdition } from './edition.ts';
import { all, complaints, first, readEpub, textOf } from './read-epub.ts';

const told: Partial<Metadata> = {
	otherTitles: [{ lang: 'en', title: 'Machines & Measure', subtitle: 'A Small Book' }],
	publishers: [
		{ name: '尺度社', lang: 'zh', others: [{ lang: 'en', name: 'Measure Press' }] },
		name('Lab', 'en'),
	],
	subjectCodes: { bisac: ['COM004000', 'POL063000'], thema: ['UYQ'], clc: ['TP18'] },
	series: {
		title: '丛书',
		others: [{ lang: 'en', name: 'Series' }],
		number: '12.2',
		issn: '2049-3630',
	},
	isbns: { epub: '9783161484100', print: '9780306406157' },
	review: {
		by: '审校组',
		date: '2024-02-01',
		wcag: '2.2',
		level: 'AA',
		report: 'https://example.org/report?a=1&b=2',
		credential: 'A & B',
	},
};

interface Packed {
	readonly bytes: Uint8Array;
	readonly opf: Root;
	/** Texts of the elements of a name that refine nothing. */
	readonly texts: (name: string) => readonly string[];
	/** What refines an element: property and text, with the language in brackets. */
	readonly refinements: (element: Element) => readonly string[];
	readonly ofProperty: (property: string) => Element | undefined;
}

async function packed(metadata: Partial<Metadata>): Promise<Packed> {
	const sample = sampleEdition();
	const bytes = await pack({ ...sample, metadata: { ...sample.metadata, ...metadata } });
	const opf = readEpub(bytes).xml('content.opf');
	const metas = all(first(opf, 'metadata')).filter((one) => one.name === 'meta' || one.name === 'link');
	const say = (meta: Element) => {
		const { property, rel, href } = meta.attributes;
		const lang = meta.attributes['xml:lang'];
		return `${property ?? rel} ${href ?? textOf(meta)}${lang ? ` (${lang})` : ''}`;
	};
	return {
		bytes,
		opf,
		texts: (of) => all(opf, of).map(textOf),
		refinements: ({ attributes }) =>
			metas.filter((meta) => meta.attributes.refines === `#${attributes.id}`).map(say),
		ofProperty: (property) => metas.find(({ attributes }) => attributes.property === property),
	};
}

test('EPUBCheck has nothing to say of a book about which all is known', async () => {
	const { bytes } = await packed(told);
	expect(await complaints(bytes)).toEqual([]);
});

test('titles and subtitles in both languages', async () => {
	const { opf, refinements } = await packed(told);
	expect(all(opf, 'dc:title').map((title) => [textOf(title), ...refinements(title)])).toEqual([
		['机器与尺度', 'title-type main', 'display-seq 1', 'alternate-script Machines & Measure (en)'],
		['小书 & 大书', 'title-type subtitle', 'display-seq 2', 'alternate-script A Small Book (en)'],
	]);
});

test('an ISBN is the unique identifier and says what it is; the UUID stays', async () => {
	const { opf, refinements, bytes } = await packed(told);
	const uuid = sampleEdition().metadata.identifier;
	const [isbn, other, ...more] = all(opf, 'dc:identifier');
	if (!isbn || !other) throw new Error('two identifiers');
	expect(more).toEqual([]);
	expect([textOf(isbn), ...refinements(isbn)]).toEqual(['urn:isbn:9783161484100', 'identifier-type 15']);
	expect([textOf(other), ...refinements(other)]).toEqual([uuid]);
	expect(first(opf, 'package').attributes['unique-identifier']).toBe(isbn.attributes.id);
	const typed = all(opf, 'meta').find(({ attributes }) => attributes.property === 'identifier-type');
	expect(typed?.attributes.scheme).toBe('onix:codelist5');
	const uid = all(readEpub(bytes).xml('toc.ncx'), 'meta').find(
		({ attributes }) => attributes.name === 'dtb:uid',
	);
	expect(uid?.attributes.content).toBe('urn:isbn:9783161484100');
});

test('the ISBN of another format is not that of the EPUB', async () => {
	const { texts } = await packed({ isbns: { print: '9780306406157', pdf: '9783161484100' } });
	expect(texts('dc:identifier')).toEqual([sampleEdition().metadata.identifier]);
});

test('authors are creators, who worked on their texts is a contributor', async () => {
	const { opf, refinements } = await packed({
		creators: [
			{ ...signer('陈默', 'zh'), fileAs: 'chen mo', role: 'trl' },
			{
				...signer('林越', 'zh'),
				others: [{ lang: 'en', name: 'Lin Yue' }],
				fileAs: 'lin yue',
				role: 'aut',
				orcid: '0000-0002-1825-0097',
			},
			{ ...signer('Rosa M. Keller', 'en'), fileAs: 'Keller, Rosa M.', role: 'aui' },
		],
	});
	const people = (element: string) =>
		all(opf, element).map((one) => [textOf(one), one.attributes['xml:lang'], ...refinements(one)]);
	expect(people('dc:creator')).toEqual([
		[
			'林越',
			'zh',
			'role aut',
			'file-as lin yue',
			'display-seq 1',
			'alternate-script Lin Yue (en)',
			'schema:identifier https://orcid.org/0000-0002-1825-0097',
		],
		['Rosa M. Keller', 'en', 'role aui', 'file-as Keller, Rosa M.', 'display-seq 2'],
	]);
	expect(people('dc:contributor')).toEqual([['陈默', 'zh', 'role trl', 'file-as chen mo', 'display-seq 1']]);
});

test('where all are editors they are the creators', async () => {
	const { texts, bytes } = await packed({
		creators: [{ ...signer('陈默', 'zh'), fileAs: 'chen mo', role: 'edt' }],
	});
	expect(texts('dc:creator')).toEqual(['陈默']);
	expect(texts('dc:contributor')).toEqual([]);
	expect(await complaints(bytes)).toEqual([]);
});

test('publishers with their names in other languages', async () => {
	const { opf, refinements } = await packed(told);
	const found = all(opf, 'dc:publisher').map((one) => [
		textOf(one),
		one.attributes['xml:lang'],
		...refinements(one),
	]);
	expect(found).toEqual([
		['尺度社', undefined, 'alternate-script Measure Press (en)'],
		['Lab', 'en'],
	]);
});

test('subjects are words, then codes with their scheme', async () => {
	const { opf, refinements } = await packed(told);
	expect(all(opf, 'dc:subject').map((one) => [textOf(one), ...refinements(one)])).toEqual([
		['人工智能'],
		['治理'],
		['COM004000', 'authority BISAC', 'term COM004000'],
		['POL063000', 'authority BISAC', 'term POL063000'],
		['UYQ', 'authority Thema', 'term UYQ'],
		['TP18', 'authority CLC', 'term TP18'],
	]);
});

test('the series, its number and its ISSN', async () => {
	const { ofProperty, refinements } = await packed(told);
	const series = ofProperty('belongs-to-collection');
	if (!series) throw new Error('no series');
	expect([textOf(series), ...refinements(series)]).toEqual([
		'丛书',
		'collection-type series',
		'alternate-script Series (en)',
		'group-position 12.2',
		'dcterms:identifier urn:issn:2049-3630',
	]);
});

test('a review by people, and only that, makes a claim of conformance', async () => {
	const { ofProperty, refinements } = await packed(told);
	const claim = ofProperty('dcterms:conformsTo');
	const certifier = ofProperty('a11y:certifiedBy');
	if (!claim || !certifier) throw new Error('no claim');
	expect(textOf(claim)).toBe('EPUB Accessibility 1.1 - WCAG 2.2 Level AA');
	expect(claim.attributes).not.toHaveProperty('refines');
	expect(refinements(claim)).toEqual(['a11y:certifiedBy 审校组']);
	expect(refinements(certifier)).toEqual([
		'dcterms:date 2024-02-01',
		'a11y:certifierCredential A & B',
		'a11y:certifierReport https://example.org/report?a=1&b=2',
	]);
	const { opf } = await packed({});
	const properties = all(opf).map(({ attributes }) => attributes.property ?? attributes.rel ?? '');
	expect(properties.filter((one) => /^a11y:|conformsTo/.test(one))).toEqual([]);
});

test('nothing else is made up where the book says nothing', async () => {
	const { opf, texts } = await packed({ subjects: [] });
	const properties = new Set(all(opf, 'meta').map(({ attributes }) => attributes.property));
	for (const one of ['belongs-to-collection', 'identifier-type', 'authority', 'alternate-script']) {
		expect(properties).not.toContain(one);
	}
	expect(texts('dc:subject')).toEqual([]);
});

test('a text that stands in for a translation says its language', async () => {
	const { bytes, opf, ofProperty } = await packed({
		...told,
		otherTitles: [],
		standIns: {
			title: 'en',
			subtitle: 'en',
			description: 'en',
			rights: 'en',
			series: 'en-GB',
			review: 'en',
		},
	});
	const langs = ['dc:title', 'dc:description', 'dc:rights'].flatMap((element) =>
		all(opf, element).map(({ attributes }) => attributes['xml:lang']),
	);
	expect(langs).toEqual(['en', 'en', 'en', 'en']);
	expect(ofProperty('belongs-to-collection')?.attributes['xml:lang']).toBe('en-GB');
	expect(ofProperty('a11y:certifiedBy')?.attributes['xml:lang']).toBe('en');
	expect(await complaints(bytes)).toEqual([]);
});
