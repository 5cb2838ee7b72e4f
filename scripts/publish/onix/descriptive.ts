import type { Element } from 'xast';
import type { Product } from '../products.ts';
import { contributors } from './contributors.ts';
import { features } from './features.ts';
import { languageCode, scriptCode } from './language.ts';
import { measures } from './measures.ts';
import { subjects } from './subjects.ts';
import { collections, titles } from './titles.ts';
import { element, optional } from './xml.ts';

/** ONIX List 175. */
const formats = { epub: 'E101', pdf: 'E107' } as const;

/** Block 1: what the product is. A single item: a download without technical protection, or a printed book. */
export function descriptiveDetail(product: Product, lang: string): Element {
	const { edition, body } = product;
	const { metadata } = edition;
	return element(
		'DescriptiveDetail',
		element('ProductComposition', '00'),
		...productForm(product),
		features(product, lang),
		// List 81: text to read, and pictures.
		element('PrimaryContentType', '10'),
		hasPictures(product) ? element('ProductContentType', '07') : undefined,
		...(body ? measures(body) : [element('EpubTechnicalProtection', '00')]),
		collections(metadata, lang),
		titles(edition, lang),
		contributors(metadata, lang),
		// List 21: both languages are named below.
		edition.layout === undefined ? undefined : element('EditionType', 'BLL'),
		languages(product),
		extents(product),
		subjects(metadata, lang),
	);
}

/** A digital download (List 150, ED) and its file format, or a paperback (BC), with flaps or without (List 175, B504). */
export function productForm({ form, body }: Product): readonly Element[] {
	if (form === 'print')
		return [element('ProductForm', 'BC'), ...(body?.hasFlaps ? [element('ProductFormDetail', 'B504')] : [])];
	return [element('ProductForm', 'ED'), element('ProductFormDetail', formats[form])];
}

function hasPictures({ edition, artifact }: Product): boolean {
	return artifact.accessibility?.modes.includes('visual') ?? edition.images.size > 0;
}

/** List 22, 01: the language of the text; further ones of a book that is set in several, too. */
function languages({ edition }: Product): readonly Element[] {
	return edition.languages.map((lang) =>
		element(
			'Language',
			element('LanguageRole', '01'),
			element('LanguageCode', languageCode(lang)),
			optional('ScriptCode', scriptCode(lang)),
		),
	);
}

/**
 * Pages of a printed book are all that are bound in it, blanks included (List 23, 06); those of a PDF count from the
 * cover (07). An EPUB without a printed counterpart has their number as a
 * notion of its size (10). Its file is measured in bytes (22).
 */
function extents({ form, artifact, edition, pages }: Product): readonly Element[] {
	if (form === 'print') return pages === undefined ? [] : [extent('06', pages, '03')];
	const type = form === 'pdf' ? '07' : '10';
	const isCounted = pages !== undefined && (form === 'pdf' || edition.metadata.isbns.print === undefined);
	return [...(isCounted ? [extent(type, pages, '03')] : []), extent('22', artifact.bytes.length, '17')];
}

function extent(type: string, value: number, unit: string): Element {
	return element(
		'Extent',
		element('ExtentType', type),
		element('ExtentValue', String(value)),
		element('ExtentUnit', unit),
	);
}
