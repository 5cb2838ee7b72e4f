import { describe, expect, test } from 'vitest';
import type { Metadata, Publication } from '../../../scripts/model/index.ts';
import { coversOf } from '../../../scripts/publish/covers.ts';
import { onixMessage } from '../../../scripts/publish/onix/message.ts';
import { toProducts } from '../../../scripts/publish/products.ts';
import {
	accessibility,
	archivePdf,
	bareEdition,
	bilingualEdition,
	cover,
	epub,
	forPrinter,
	pdf,
	printedPublications,
	publications,
	richEdition,
} from '../publications.ts';
import { childrenOf, elementsOf, onixFaults, parseOnix, textsAt } from './rules.ts';

function write(all: readonly Publication[]): string {
	const { name, bytes } = onixMessage(toProducts(all), coversOf(all));
	expect(name).toBe('onix.xml');
	return new TextDecoder().decode(bytes);
}

const rich = parseOnix(write(publications()));
const [zhPdf, zhEpub, enPdf, enEpub] = childrenOf(rich, 'Product');
if (!zhPdf || !zhEpub || !enPdf || !enEpub) throw new Error('There are not four products.');

const inTwo = {
	edition: bilingualEdition(),
	artifacts: [
		pdf('bilingual'),
		epub('bilingual', {
			accessibility: { ...accessibility, secondSummary: { lang: 'en', text: 'Reads well.' } },
		}),
	],
	cover,
};

const zh = '生成';

describe('the message keeps the rules of ONIX 3.0', () => {
	const only = (metadata: Partial<Metadata> = {}) => [
		{ edition: richEdition({ metadata }), artifacts: [pdf(), epub()], cover },
	];
	test.each<[string, readonly Publication[]]>([
		['of a rich book', publications()],
		['of a printed book', printedPublications()],
		['of a book in two languages', [inTwo]],
		['of a bare book', [{ edition: bareEdition(), artifacts: [pdf()] }]],
		['of an EPUB of which nothing is known', [{ edition: bareEdition(), artifacts: [bareEpub()] }]],
		['of a date that is a year', only({ date: '2024' })],
		['of a date that is a month', only({ date: '2024-03' })],
		['of a series with a number that is no number', only({ series: { title: zh, number: 'III' } })],
		['of texts that are blank', only({ description: ' ', rights: '\u00ad', subjects: [] })],
	])('%s', (_, all) => {
		expect(onixFaults(parseOnix(write(all)))).toEqual([]);
	});
});

function bareEpub() {
	const { accessibility: _, ...rest } = epub();
	return rest;
}

describe('the rules see', () => {
	const xml = write(publications());
	test.each<[string, string | RegExp, string]>([
		['a block out of order', /(<NotificationType>03<\/NotificationType>)(\s*)/, ''],
		['a missing identifier type', '<ProductIDType>22</ProductIDType>', ''],
		['a code that is not in its list', '<TitleType>06</TitleType>', '<TitleType>99</TitleType>'],
		['an empty text', /<TitleText language="chi">[^<]+/, '<TitleText language="chi">'],
		['an unknown element', '<MainSubject/>', '<PrimarySubject/>'],
		['an unknown attribute', '<Extent>', '<Extent unit="page">'],
		['a date in the wrong format', 'dateformat="00"', 'dateformat="01"'],
		['a date with hyphens', '>20240315<', '>2024-03-15<'],
		['a language that is no ISO 639-2 code', 'language="chi"', 'language="zh"'],
		['another name space', '3.0/reference', '3.1/reference'],
		['another release', 'release="3.0"', 'release="2.1"'],
		[
			'blocks in the wrong order',
			/<CollateralDetail>[\s\S]*?<\/CollateralDetail>(\s*)(<PublishingDetail>[\s\S]*?<\/PublishingDetail>)/,
			'$2<CollateralDetail/>',
		],
	])('%s', (_, from, to) => {
		const spoilt = xml.replace(from, to);
		expect(spoilt).not.toBe(xml);
		expect(onixFaults(parseOnix(spoilt))).not.toEqual([]);
	});

	test('what a printed book does not have, and a file has not', () => {
		const printed = write(printedPublications());
		const faultsOf = (text: string) => onixFaults(parseOnix(text)).join();
		expect(faultsOf(printed.replaceAll('>ED<', '>BC<'))).toContain('form BC has EpubTechnicalProtection');
		expect(faultsOf(printed.replaceAll('>BC<', '>ED<'))).toContain('form ED has Measure');
	});

	test('a record reference that comes twice', () => {
		const [one, other] = textsAt(rich, 'Product/RecordReference');
		expect(onixFaults(parseOnix(xml.replaceAll(one ?? '', other ?? '')))).toContain(
			'a record reference comes twice',
		);
	});

	test('what is not well-formed', () => {
		expect(() => parseOnix(xml.replace('</Header>', ''))).toThrow();
	});
});

test('there is one product for each edition and format, whatever shops EPUBs are made for', () => {
	expect(childrenOf(rich, 'Product').length).toBe(4);
	expect(textsAt(rich, 'Product/DescriptiveDetail/ProductFormDetail')).toEqual([
		'E107',
		'E101',
		'E107',
		'E101',
	]);
});

test('the sender is the publisher, the time the newest of the books', () => {
	expect(textsAt(rich, 'Header/Sender/SenderName')).toEqual(['尺度研究社']);
	expect(textsAt(rich, 'Header/SentDateTime')).toEqual(['20240301T123004Z']);
});

test('a product has its ISBN in both forms, and its URN', () => {
	const identifiers = (product: typeof zhPdf) =>
		childrenOf(product, 'ProductIdentifier').map((one) =>
			childrenOf(one).map(({ textContent }) => textContent),
		);
	expect(identifiers(zhPdf).slice(0, 2)).toEqual([
		['03', '9783161484100'],
		['15', '9783161484100'],
	]);
	expect(identifiers(zhEpub)).toEqual([
		['03', '9791234567896'],
		['15', '9791234567896'],
		['22', 'urn:uuid:eb02cfa9-f076-5a56-95f9-ce39c488c839'],
	]);
	expect(identifiers(enEpub)).toEqual([['22', 'urn:uuid:2e9a3b6f-9d6a-5f0e-8a53-5d3bd70a5a10']]);
	expect(textsAt(zhPdf, 'RecordReference')).not.toEqual(textsAt(zhEpub, 'RecordReference'));
});

test('titles come in both languages, texts whole', () => {
	const titles = elementsOf(zhPdf, 'TitleText').map((one) => [one.getAttribute('language'), one.textContent]);
	expect(titles).toEqual([
		['chi', '机器丛书'],
		['chi', '机器与尺度'],
		['eng', 'Machines & Measures'],
	]);
	expect(elementsOf(zhPdf, 'Subtitle').map((one) => one.textContent)).toEqual([
		'小书 & 大书',
		'A <small> book',
	]);
	const [description, contents, rights] = elementsOf(zhPdf, 'Text');
	expect(description?.textContent).toBe('“引号”与 <尖括号>。');
	expect(rights?.textContent).toBe('可自由使用。');
	const lines = elementsOf(contents ?? zhPdf, 'li').map((one) => one.firstChild?.nodeValue);
	expect(lines).toEqual(['序言', '第一章 & 更多', '机器替谁作主']);
});

test('pages are counted in a PDF; an EPUB has a notion of them only without a printed book', () => {
	const extents = (product: typeof zhPdf) =>
		elementsOf(product, 'Extent').map((one) => childrenOf(one).map(({ textContent }) => textContent));
	expect(extents(zhPdf)).toEqual([
		['07', '67', '03'],
		['22', '11', '17'],
	]);
	expect(extents(zhEpub)).toEqual([['22', '14', '17']]);
	expect(extents(enEpub)[0]).toEqual(['10', '67', '03']);
});

test('products name each other: the other format, the printed book, the other language', () => {
	const relations = elementsOf(zhEpub, 'RelatedProduct').map((one) => [
		textsAt(one, 'ProductRelationCode')[0],
		textsAt(one, 'ProductIdentifier/IDValue').at(-1),
	]);
	expect(relations).toEqual([
		['06', textsAt(zhPdf, 'RecordReference')[0]],
		['13', '9780306406157'],
		['11', textsAt(enEpub, 'RecordReference')[0]],
	]);
});

describe('a printed book', () => {
	const root = parseOnix(write(printedPublications()));
	const [file, zhEpubBeside, book, , translation] = childrenOf(root, 'Product');
	if (!file || !zhEpubBeside || !book || !translation) throw new Error('There are not five products.');

	test('is a product with its ISBN, its pages and its measures', () => {
		expect(childrenOf(root, 'Product').length).toBe(5);
		expect(textsAt(book, 'ProductIdentifier/IDValue').slice(0, 2)).toEqual([
			'9780306406157',
			'9780306406157',
		]);
		const detail = 'DescriptiveDetail';
		expect(textsAt(book, `${detail}/ProductForm`)).toEqual(['BC']);
		expect(textsAt(book, `${detail}/ProductFormDetail`)).toEqual([]);
		expect(elementsOf(book, 'Measure').map((one) => one.textContent?.replaceAll(/\s+/g, ' ').trim())).toEqual(
			['01 210 mm', '02 148 mm', '03 4 mm'],
		);
		expect(elementsOf(book, 'Extent').map((one) => one.textContent?.replaceAll(/\s+/g, ' ').trim())).toEqual([
			'06 72 03',
		]);
	});

	test('has flaps where the cover has them', () => {
		const flapped = { ...richEdition(), press: { ...richEdition().press } };
		const press = { ...flapped.press, cover: { ...flapped.press.cover, flaps: 80 } };
		const xml = write([{ edition: { ...flapped, press }, artifacts: forPrinter() }]);
		expect(onixFaults(parseOnix(xml))).toEqual([]);
		expect(textsAt(parseOnix(xml), 'Product/DescriptiveDetail/ProductFormDetail')).toEqual(['B504']);
	});

	test('and the files are named to each other, once', () => {
		const relations = (product: typeof file) =>
			elementsOf(product, 'RelatedProduct').map((one) => [
				textsAt(one, 'ProductRelationCode')[0],
				textsAt(one, 'ProductIdentifier/IDValue').at(-1),
			]);
		const [fileUrn, epubUrn, bookUrn, translationUrn] = [file, zhEpubBeside, book, translation].map(
			(one) => textsAt(one, 'RecordReference')[0],
		);
		expect(relations(file).slice(0, 2)).toEqual([
			['06', epubUrn],
			['13', bookUrn],
		]);
		expect(relations(book)).toEqual([
			['27', fileUrn],
			['27', epubUrn],
			['11', translationUrn],
		]);
	});
});

test('an archive edition is no product of its own', () => {
	const xml = write([{ edition: bareEdition(), artifacts: [pdf(), archivePdf()] }]);
	expect(textsAt(parseOnix(xml), 'Product/RecordReference').length).toBe(1);
});

test('subjects say their schemes; series, publishers and date are there', () => {
	expect(textsAt(zhPdf, 'DescriptiveDetail/Subject/SubjectSchemeIdentifier')).toEqual([
		'10',
		'10',
		'93',
		'88',
		'20',
	]);
	expect(elementsOf(zhPdf, 'MainSubject').length).toBe(3);
	expect(textsAt(zhPdf, 'DescriptiveDetail/Subject/SubjectHeadingText')).toEqual(['人工智能; 治理']);
	expect(textsAt(zhPdf, 'DescriptiveDetail/Collection/CollectionIdentifier/IDValue')).toEqual(['20493630']);
	expect(textsAt(zhPdf, 'PublishingDetail/Publisher/PublishingRole')).toEqual(['01', '02']);
	expect(textsAt(zhPdf, 'PublishingDetail/PublishingDate/Date')).toEqual(['20240315']);
});

test('the cover can be fetched where the book says where, and not otherwise', () => {
	expect(elementsOf(zhPdf, 'ResourceLink').map((one) => one.textContent)).toEqual([
		'https://example.org/books/report.zh.cover.png',
	]);
	const { website: _, ...metadata } = richEdition().metadata;
	const homeless = { ...richEdition(), metadata };
	const root = parseOnix(write([{ edition: homeless, artifacts: [pdf()], cover }]));
	expect(elementsOf(root, 'ResourceLink')).toEqual([]);
});

test('a product in two languages says that it is, and speaks both', () => {
	const [file, book] = childrenOf(parseOnix(write([inTwo])), 'Product');
	if (!file || !book) throw new Error('There are not two products.');
	expect(textsAt(book, 'DescriptiveDetail/EditionType')).toEqual(['BLL']);
	expect(textsAt(book, 'DescriptiveDetail/Language/LanguageRole')).toEqual(['01', '01']);
	expect(textsAt(book, 'DescriptiveDetail/Language/LanguageCode')).toEqual(['chi', 'eng']);
	expect(textsAt(book, 'ProductIdentifier/IDValue')).toContain('9780000000002');
	const spoken = (name: string) =>
		elementsOf(book, name).map((one) => [one.getAttribute('language'), one.textContent]);
	expect(spoken('TitleText')).toEqual(
		expect.arrayContaining([
			['chi', '机器与尺度'],
			['eng', 'Machines & Measures'],
		]),
	);
	const texts = spoken('Text');
	expect(texts.map(([language]) => language)).toEqual(['chi', 'eng', 'chi', 'eng', 'chi', 'eng']);
	expect(texts[1]).toEqual(['eng', 'About “machines” & <measures>.']);
	// What an entry lacks in the second language stands there in the first.
	expect(texts[2]?.[1]).toMatch(/序言\s*林越\s*第一章\s*机器替谁作主/);
	expect(texts[3]?.[1]).toMatch(/Preface\s*第一章\s*机器替谁作主/);
	expect(texts[5]).toEqual(['eng', 'Free to use.']);
	expect(spoken('SubjectHeadingText')).toEqual([
		['chi', '人工智能; 治理'],
		['eng', 'artificial intelligence'],
	]);
	expect(spoken('BiographicalNote')).toEqual([
		['chi', '教授。'],
		['eng', 'A professor.'],
	]);
	expect(spoken('ProductFormFeatureDescription')).toContainEqual(['eng', 'Reads well.']);
	const ofFile = elementsOf(file, 'ProductFormFeatureDescription');
	expect(ofFile.map((one) => one.getAttribute('language'))).toEqual(['chi', 'eng']);
});
