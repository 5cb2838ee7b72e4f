import type { Element } from 'xast';
import type { TocEntry } from '../../model/index.ts';
import type { Cover } from '../covers.ts';
import type { Product } from '../products.ts';
import { sha256 } from '../sha256.ts';
import { languageCode } from './language.ts';
import { element, elementWith, optional } from './xml.ts';

/** ONIX List 178. */
const pictureFormats = { 'image/jpeg': 'D502', 'image/png': 'D503' } as const;

/**
 * Block 2: description (List 153, 03), contents list (04), statement of rights (13, publisher's notice), and the
 * cover where it can be fetched.
 */
export function collateralDetail(
	product: Product,
	cover: Cover | undefined,
	lang: string,
): readonly Element[] {
	const { metadata, toc } = product.edition;
	const { second } = metadata;
	const other = second && languageCode(second.lang);
	const both = (main: string | undefined, translated: string | undefined) => [
		optional('Text', main, { language: lang }),
		optional('Text', translated, { language: other }),
	];
	const parts = [
		textContent('03', ...both(metadata.description, second?.description)),
		textContent(
			'04',
			toc.length > 0 ? contentsList(toc, lang) : undefined,
			toc.length > 0 && other ? contentsList(toc.map(inSecond), other) : undefined,
		),
		textContent('13', ...both(metadata.rights, second?.rights)),
		...(cover && metadata.website !== undefined ? [coverResource(cover, metadata.website)] : []),
	].filter((part) => part !== undefined);
	return parts.length === 0 ? [] : [element('CollateralDetail', parts)];
}

/** The same text in one language or two; nothing where there is none. */
function textContent(type: string, ...texts: readonly (Element | undefined)[]): Element | undefined {
	if (texts.every((text) => text === undefined)) return undefined;
	return element('TextContent', element('TextType', type), element('ContentAudience', '00'), texts);
}

/** An entry in the second language of an edition in two, as far as it has one. */
function inSecond({ other, children, ...main }: TocEntry): TocEntry {
	return { ...(other ?? main), children: children.map(inSecond) };
}

/** XHTML (List 34, 05): nested lists, under each title who signs it. */
function contentsList(toc: readonly TocEntry[], lang: string): Element {
	const list = (entries: readonly TocEntry[]): Element =>
		element(
			'ul',
			entries.map(({ title, byline, children }) =>
				element(
					'li',
					title.text,
					byline ? [element('br'), byline.text] : [],
					children.length > 0 ? list(children) : undefined,
				),
			),
		);
	return elementWith('Text', { language: lang, textformat: '05' }, list(toc));
}

/** Front cover (List 158, 01), an image (159, 03) to download (161, 02), with its measures and digest (162). */
function coverResource({ name, bytes, mediaType, width, height }: Cover, website: string): Element {
	const features = {
		'01': pictureFormats[mediaType],
		'02': String(height),
		'03': String(width),
		'07': String(bytes.length),
		'08': sha256(bytes),
	};
	return element(
		'SupportingResource',
		element('ResourceContentType', '01'),
		element('ContentAudience', '00'),
		element('ResourceMode', '03'),
		element(
			'ResourceVersion',
			element('ResourceForm', '02'),
			Object.entries(features)
				.sort(([one], [other]) => (one < other ? -1 : 1))
				.map(([type, value]) =>
					element(
						'ResourceVersionFeature',
						element('ResourceVersionFeatureType', type),
						element('FeatureValue', value),
					),
				),
			element('ResourceLink', new URL(name, website).href),
		),
	);
}
