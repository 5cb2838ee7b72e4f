import { DOMParser } from '@xmldom/xmldom';
import { expect, test } from 'vitest';
import type { ArchiveLevel } from '../../scripts/model/index.ts';
import { archiveProperties } from '../../scripts/print/archive-xmp.ts';
import { accessible, documentProperties } from '../../scripts/print/document-properties.ts';
import { writeXmp } from '../../scripts/print/xmp.ts';
import { edition } from '../support/edition.ts';

function read(level: ArchiveLevel) {
	const bytes = writeXmp([
		...documentProperties(edition({}), 'archive'),
		accessible,
		...archiveProperties(level),
	]);
	const xml = new DOMParser().parseFromString(Buffer.from(bytes).toString(), 'text/xml');
	return (namespace: string, name: string) =>
		[...xml.getElementsByTagNameNS(namespace, name)].map((one) => one.textContent);
}

const pdfa = 'http://www.aiim.org/pdfa/ns';

test.each([
	['2a', '2'],
	['3a', '3'],
] as const)('says that it follows PDF/A-%s', (level, part) => {
	const texts = read(level);
	expect(texts(`${pdfa}/id/`, 'part')).toEqual([part]);
	expect(texts(`${pdfa}/id/`, 'conformance')).toEqual(['A']);
	expect(texts('http://www.aiim.org/pdfua/ns/id/', 'part')).toEqual(['1']);
});

test('describes the one property that PDF/A does not know', () => {
	const texts = read('2a');
	expect(texts(`${pdfa}/schema#`, 'namespaceURI')).toEqual([accessible.namespace]);
	expect(texts(`${pdfa}/schema#`, 'prefix')).toEqual([accessible.prefix]);
	expect(texts(`${pdfa}/property#`, 'name')).toEqual([accessible.name]);
	expect(texts(`${pdfa}/property#`, 'valueType')).toEqual(['Integer']);
});
