import type { ArchiveLevel, Lang } from '../model/index.ts';
import { type XmpProperty, type XmpValue, xmpDate } from './xmp.ts';

/** What the information dictionary says too: both must say the same (ISO 19005-2, 6.6.3). */
export interface SharedFacts {
	readonly title: string;
	readonly authors: readonly string[];
	readonly subject?: string;
	readonly keywords: string;
	readonly creator: string;
	readonly producer: string;
	readonly date: Date;
	readonly languages: readonly Lang[];
}

/**
 * Metadata of an archive edition: what the information dictionary says, that it holds to PDF/A and PDF/UA-1, and what
 * the latter's property is, for PDF/A knows no schema of PDF/UA (ISO 19005-2, 6.6.2.3).
 */
export function archiveProperties(facts: SharedFacts, level: ArchiveLevel): readonly XmpProperty[] {
	const { title, authors, subject, keywords, creator, producer, languages } = facts;
	const date = xmpDate(facts.date);
	const [part = '', conformance = ''] = level;
	return [
		dc('format', 'application/pdf'),
		dc('title', { alt: { 'x-default': title } }),
		...(authors.length > 0 ? [dc('creator', { seq: authors })] : []),
		...(subject ? [dc('description', { alt: { 'x-default': subject } })] : []),
		dc('language', { bag: languages }),
		...(keywords ? [pdf('Keywords', keywords)] : []),
		pdf('Producer', producer),
		xmp('CreatorTool', creator),
		...['CreateDate', 'ModifyDate', 'MetadataDate'].map((name) => xmp(name, date)),
		aid('part', part),
		aid('conformance', conformance.toUpperCase()),
		uaid('part', '1'),
		extension('schemas', { bag: [uaSchema] }),
	];
}

const dc = schema('dc', 'http://purl.org/dc/elements/1.1/');
const pdf = schema('pdf', 'http://ns.adobe.com/pdf/1.3/');
const xmp = schema('xmp', 'http://ns.adobe.com/xap/1.0/');
/** ISO 19005-2, 6.6.4 */
const aid = schema('pdfaid', 'http://www.aiim.org/pdfa/ns/id/');
/** ISO 14289-1, 5 */
const uaNamespace = 'http://www.aiim.org/pdfua/ns/id/';
const uaid = schema('pdfuaid', uaNamespace);
/** ISO 19005-2, 6.6.2.3.3 */
const extension = schema('pdfaExtension', 'http://www.aiim.org/pdfa/ns/extension/');
const schemaField = schema('pdfaSchema', 'http://www.aiim.org/pdfa/ns/schema#');
const propertyField = schema('pdfaProperty', 'http://www.aiim.org/pdfa/ns/property#');

const uaSchema: XmpValue = {
	fields: [
		schemaField('schema', 'PDF/UA Universal Accessibility Schema'),
		schemaField('namespaceURI', uaNamespace),
		schemaField('prefix', 'pdfuaid'),
		schemaField('property', {
			seq: [
				{
					fields: [
						propertyField('name', 'part'),
						propertyField('valueType', 'Integer'),
						propertyField('category', 'internal'),
						propertyField('description', 'Part of ISO 14289 that the file holds to'),
					],
				},
			],
		}),
	],
};

function schema(prefix: string, namespace: string) {
	return (name: string, value: XmpValue): XmpProperty => ({ namespace, prefix, name, value });
}
