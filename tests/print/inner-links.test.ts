import { type PDFDict, PDFDocument, PDFString } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { innerAddress, readLink } from '../../scripts/print/inner-links.ts';

async function linkTo(uri: string | undefined) {
	const { context } = await PDFDocument.create();
	const action = uri === undefined ? undefined : { S: 'URI', URI: PDFString.of(uri) };
	return readLink(
		context.obj({ Subtype: 'Link', ...(action ? { A: action } : {}) } as never) as unknown as PDFDict,
	);
}

const encoded = encodeURIComponent;

test.each([
	[`${innerAddress}${encoded('注?#1')}?${encoded('一 & 二?')}`, { target: '注?#1', name: '一 & 二?' }],
	[`${innerAddress}a?`, { target: 'a', name: '' }],
	[`${innerAddress}a`, { target: 'a', name: '' }],
	['https://example.org/#--name--The%20web', { address: 'https://example.org/', name: 'The web' }],
	['https://example.org/?q=1#part--name--P', { address: 'https://example.org/?q=1#part', name: 'P' }],
	['mailto:a@example.org', { address: 'mailto:a@example.org', name: '' }],
	[undefined, { name: '' }],
])('%s', async (uri, expected) => {
	expect(await linkTo(uri)).toEqual(expected);
});
