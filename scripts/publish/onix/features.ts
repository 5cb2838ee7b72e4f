import type { Element } from 'xast';
import type { Lang } from '../../model/index.ts';
import type { Product } from '../products.ts';
import { epubAccessibility } from './accessibility.ts';
import { languageCode } from './language.ts';
import { pdfAccessibility } from './pdf-accessibility.ts';
import { element, elementWith } from './xml.ts';

/** What a product form feature says: kind (List 79), value, and words. */
export interface Feature {
	readonly type: '09' | '12' | '15';
	readonly value: string;
	readonly text?: string;
	/** Of the words, where it is not the main language of the edition. */
	readonly lang?: Lang;
}

/** EPUB 3.3 (List 220). */
const epubVersion = '101F';

/** PDF versions that List 220 knows, by what the file says of itself in its first line (ISO 32000-2, 7.5.2). */
const pdfVersions: Readonly<Record<string, string>> = {
	'1.3': '107C',
	'1.4': '107D',
	'1.6': '107F',
	'1.7': '107G',
	'2.0': '107J',
};

/** Group P.3: version of the file format, then what is known of its accessibility. */
export function features(product: Product, lang: string): readonly Element[] {
	return featuresOf(product).map(({ type, value, text, lang: own }) => {
		const language = own === undefined ? lang : languageCode(own);
		return element(
			'ProductFormFeature',
			element('ProductFormFeatureType', type),
			element('ProductFormFeatureValue', value),
			text === undefined ? undefined : elementWith('ProductFormFeatureDescription', { language }, text),
		);
	});
}

function featuresOf(product: Product): readonly Feature[] {
	if (product.form === 'print') return [];
	return product.form === 'epub' ? epubFeatures(product) : pdfFeatures(product);
}

function epubFeatures({ edition, artifact }: Product): readonly Feature[] {
	return [{ type: '15', value: epubVersion }, ...epubAccessibility(edition, artifact.accessibility)];
}

function pdfFeatures(product: Product): readonly Feature[] {
	const head = new TextDecoder('latin1').decode(product.artifact.bytes.subarray(0, 8));
	const version = pdfVersions[/^%PDF-(\d\.\d)/.exec(head)?.[1] ?? ''];
	return [
		...(version === undefined ? [] : [{ type: '15', value: version } as const]),
		...pdfAccessibility(product),
	];
}
