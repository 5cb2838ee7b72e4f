import { v5 } from 'uuid';
import type { Edition } from '../model/index.ts';
import { creator, fullTitle, keywordsOf, producer } from './metadata.ts';
import { type XmpProperty, type XmpValue, xmpDate } from './xmp.ts';

/** Which of the files of an edition it is. */
export type FileKind = 'screen' | 'print' | 'cover' | 'archive' | 'changes';

const dublinCore = { prefix: 'dc', namespace: 'http://purl.org/dc/elements/1.1/' } as const;
const basic = { prefix: 'xmp', namespace: 'http://ns.adobe.com/xap/1.0/' } as const;
const media = { prefix: 'xmpMM', namespace: 'http://ns.adobe.com/xap/1.0/mm/' } as const;
const pdf = { prefix: 'pdf', namespace: 'http://ns.adobe.com/pdf/1.3/' } as const;

/**
 * What the metadata of every file of an edition say (ISO 16684-1, 8; ISO 32000-1, 14.3.2), the same as its information
 * dictionary. Dates and identifiers follow from the edition alone.
 */
export function documentProperties(edition: Edition, kind: FileKind): readonly XmpProperty[] {
	const { metadata, languages, layout } = edition;
	const { second } = metadata;
	const [, other] = languages;
	const titled = metadata.otherTitles.find(({ lang }) => layout !== undefined && lang === other);
	const keywords = keywordsOf(metadata);
	const date = xmpDate(metadata.modified);
	const id = fileId(edition, kind);
	const list = (name: string, items: readonly string[], make: (items: readonly string[]) => XmpValue) =>
		items.length > 0 ? [{ ...dublinCore, name, value: make(items) }] : [];
	const alternatives = (name: string, text: string | undefined, translation: string | undefined) => {
		if (text === undefined || text === '') return [];
		const translated = other !== undefined && translation ? { [other]: translation } : {};
		return [{ ...dublinCore, name, value: { alt: { 'x-default': text, ...translated } } }];
	};
	return [
		{ ...dublinCore, name: 'format', value: 'application/pdf' },
		...alternatives('title', fullTitle(metadata), titled && fullTitle(titled)),
		...list(
			'creator',
			metadata.creators.map(({ name }) => name),
			(seq) => ({ seq }),
		),
		...alternatives('description', metadata.description, second?.description),
		...list('subject', keywords, (bag) => ({ bag })),
		...list(
			'publisher',
			metadata.publishers.map(({ name }) => name),
			(bag) => ({ bag }),
		),
		...list('language', languages, (bag) => ({ bag })),
		...alternatives('rights', metadata.rights, second?.rights),
		{ ...basic, name: 'CreateDate', value: date },
		{ ...basic, name: 'ModifyDate', value: date },
		{ ...basic, name: 'MetadataDate', value: date },
		{ ...basic, name: 'CreatorTool', value: creator },
		{ ...media, name: 'DocumentID', value: `uuid:${id}` },
		{ ...media, name: 'InstanceID', value: `uuid:${v5(date, id)}` },
		{ ...media, name: 'VersionID', value: '1' },
		{ ...media, name: 'RenditionClass', value: 'default' },
		{ ...pdf, name: 'Producer', value: producer },
		...(keywords.length > 0 ? [{ ...pdf, name: 'Keywords', value: keywords.join(' ') }] : []),
	];
}

/** Says that a file follows PDF/UA-1 (ISO 14289-1, 5). */
export const accessible: XmpProperty = {
	prefix: 'pdfuaid',
	namespace: 'http://www.aiim.org/pdfua/ns/id/',
	name: 'part',
	value: '1',
};

/** Whether colours were trapped: said to printers only. */
export const notTrapped: XmpProperty = { ...pdf, name: 'Trapped', value: 'False' };

/** A UUID that is stable for edition and kind (RFC 9562, 5.5). */
function fileId({ metadata }: Edition, kind: FileKind): string {
	return v5(kind, metadata.identifier.replace('urn:uuid:', ''));
}
