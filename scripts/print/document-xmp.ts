import type { Edition } from '../model/index.ts';
import { writeXmp, type XmpProperty, type XmpValue, xmpDate } from './xmp.ts';

/** Says that a file follows PDF/UA-1 (ISO 14289-1, 5). */
export const accessible: XmpProperty = {
	namespace: 'http://www.aiim.org/pdfua/ns/id/',
	prefix: 'pdfuaid',
	name: 'part',
	value: '1',
};

/**
 * What a PDF says of its book (ISO 16684-1, 8; ISO 14289-1, 7.1), the same as its information dictionary.
 * @param further properties of the standards that the file follows
 */
export function documentXmp(edition: Edition, further: readonly XmpProperty[]): Uint8Array {
	const { metadata, languages } = edition;
	const { description, rights, publishers, subjects } = metadata;
	const [lang = 'und'] = languages;
	const texts = (text: string): XmpValue => ({ alt: { 'x-default': text, [lang]: text } });
	const core = (name: string, value: XmpValue | undefined) => property(dublinCore, 'dc', name, value);
	const basic = (name: string, value: XmpValue) => property(xmpBasic, 'xmp', name, value);
	const moment = xmpDate(metadata.modified);
	return writeXmp([
		...core('title', texts(fullTitle(edition))),
		...core('creator', { seq: [authorsOf(edition)] }),
		...core('description', description === undefined ? undefined : texts(description)),
		...core('rights', rights === undefined ? undefined : texts(rights)),
		...core('publisher', publishers.length > 0 ? { bag: publishers.map(({ name }) => name) } : undefined),
		...core('language', { bag: languages }),
		...core('subject', subjects.length > 0 ? { bag: subjects } : undefined),
		...core('identifier', metadata.identifier),
		...basic('CreatorTool', creatorTool),
		...basic('CreateDate', moment),
		...basic('ModifyDate', moment),
		...basic('MetadataDate', moment),
		...property(adobePdf, 'pdf', 'Producer', producer),
		...property(adobePdf, 'pdf', 'Keywords', subjects.length > 0 ? subjects.join(' ') : undefined),
		...further,
	]);
}

export const creatorTool = 'Diglot';
export const producer = 'Diglot (Chromium, pdf-lib)';

const dublinCore = 'http://purl.org/dc/elements/1.1/';
const xmpBasic = 'http://ns.adobe.com/xap/1.0/';
const adobePdf = 'http://ns.adobe.com/pdf/1.3/';

export function fullTitle({ metadata }: Edition): string {
	return metadata.subtitle ? `${metadata.title}: ${metadata.subtitle}` : metadata.title;
}

export function authorsOf({ metadata }: Edition): string {
	return metadata.creators.map((creator) => creator.name).join('; ');
}

function property(
	namespace: string,
	prefix: string,
	name: string,
	value: XmpValue | undefined,
): readonly XmpProperty[] {
	return value === undefined || value === '' ? [] : [{ namespace, prefix, name, value }];
}
