import type { ArchiveLevel } from '../model/index.ts';
import { accessible } from './document-properties.ts';
import type { XmpProperty, XmpValue } from './xmp.ts';

/**
 * Says that a file follows PDF/A (ISO 19005-2, 6.6.4), and describes the property that says that it follows PDF/UA,
 * for PDF/A knows no schema of it (6.6.2.3).
 */
export function archiveProperties(level: ArchiveLevel): readonly XmpProperty[] {
	const [part = '', conformance = ''] = level;
	return [
		identification('part', part),
		identification('conformance', conformance.toUpperCase()),
		extension('schemas', { bag: [accessibleSchema] }),
	];
}

const identification = schema('pdfaid', 'http://www.aiim.org/pdfa/ns/id/');
/** 6.6.2.3.3 */
const extension = schema('pdfaExtension', 'http://www.aiim.org/pdfa/ns/extension/');
const schemaField = schema('pdfaSchema', 'http://www.aiim.org/pdfa/ns/schema#');
const propertyField = schema('pdfaProperty', 'http://www.aiim.org/pdfa/ns/property#');

const accessibleSchema: XmpValue = {
	fields: [
		schemaField('schema', 'PDF/UA Universal Accessibility Schema'),
		schemaField('namespaceURI', accessible.namespace),
		schemaField('prefix', accessible.prefix),
		schemaField('property', {
			seq: [
				{
					fields: [
						propertyField('name', accessible.name),
						propertyField('valueType', 'Integer'),
						propertyField('category', 'internal'),
						propertyField('description', 'Part of ISO 14289 that the file follows'),
					],
				},
			],
		}),
	],
};

function schema(prefix: string, namespace: string) {
	return (name: string, value: XmpValue): XmpProperty => ({ namespace, prefix, name, value });
}
