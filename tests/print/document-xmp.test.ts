import { expect, test } from 'vitest';
import type { Metadata } from '../../scripts/model/index.ts';
import { accessible, documentXmp } from '../../scripts/print/document-xmp.ts';
import { setMetadata } from '../../scripts/print/metadata.ts';
import { edition, name } from '../support/edition.ts';
import { emptyPdf, openPdf } from '../support/make-pdf.ts';

async function read(metadata: Partial<Metadata>) {
	const made = edition({ languages: ['zh', 'en'], metadata });
	const pdf = await emptyPdf(1);
	setMetadata(pdf, made);
	const xmp = Buffer.from(documentXmp(made, [accessible])).toString('utf8');
	return { xmp, info: (await (await openPdf(pdf)).getMetadata()).info as Readonly<Record<string, unknown>> };
}

const full: Partial<Metadata> = {
	title: '安全 & <治理>',
	subtitle: '报告',
	description: '关于治理',
	rights: '© 社',
	subjects: ['治理', 'AI'],
	publishers: [name('社', 'zh')],
	modified: new Date('2024-05-06T07:08:09Z'),
};

/** Texts of the items of a property. */
const items = (xmp: string, property: string) => {
	const [, body = ''] = new RegExp(`<${property}[^>]*>([\\s\\S]*?)</${property}>`).exec(xmp) ?? [];
	const texts = body.includes('<')
		? [...body.matchAll(/<rdf:li[^>]*>([^<]*)</g)].map(([, one = '']) => one)
		: [body];
	const entities = { '&#x26;': '&', '&#x3C;': '<' };
	return texts.map((text) =>
		text.replaceAll(/&#x26;|&#x3C;/g, (entity) => entities[entity as keyof typeof entities]),
	);
};

test('a file says in XMP the same as in its dictionary', async () => {
	const { xmp, info } = await read(full);
	expect(items(xmp, 'dc:title')).toEqual(['安全 & <治理>: 报告', '安全 & <治理>: 报告']);
	expect(info.Title).toBe('安全 & <治理>: 报告');
	expect(items(xmp, 'xmp:CreatorTool')).toEqual([info.Creator]);
	expect(items(xmp, 'pdf:Producer')).toEqual([info.Producer]);
	expect(items(xmp, 'pdf:Keywords')).toEqual([info.Keywords]);
	expect(items(xmp, 'dc:description')[0]).toBe(info.Subject);
	expect(items(xmp, 'dc:language')).toEqual(['zh', 'en']);
	expect(items(xmp, 'dc:subject')).toEqual(['治理', 'AI']);
	expect(items(xmp, 'dc:publisher')).toEqual(['社']);
	expect(items(xmp, 'xmp:ModifyDate')[0]).toMatch(/^2024-05-06T07:08:09/);
});

test('it says that it follows PDF/UA-1, and names the scheme', async () => {
	const { xmp } = await read({ title: '书' });
	expect(items(xmp, 'pdfuaid:part')).toEqual(['1']);
	expect(xmp).toContain('http://www.aiim.org/pdfua/ns/id/');
});

test('what is missing is left out', async () => {
	const { xmp } = await read({ title: '书' });
	for (const property of ['dc:description', 'dc:rights', 'dc:publisher', 'dc:subject', 'pdf:Keywords']) {
		expect(xmp).not.toContain(`<${property}`);
	}
});
