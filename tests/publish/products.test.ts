import { expect, test } from 'vitest';
import { mainEpub, toProducts } from '../../scripts/publish/products.ts';
import { bareEdition, epub, pdf, richEdition } from './publications.ts';

test('an EPUB for a shop stands for its edition only where there is no other', () => {
	const kindle = epub('zh', { profile: 'kindle' });
	expect(mainEpub([pdf(), kindle, epub()])?.name).toBe('report.zh.epub');
	expect(mainEpub([pdf(), kindle])?.name).toBe('report.zh.kindle.epub');
	expect(mainEpub([pdf()])).toBeUndefined();
	expect(toProducts([{ edition: bareEdition(), artifacts: [kindle, epub(), pdf()] }]).length).toBe(2);
});

test('URNs are stable and differ, with an ISBN or without', () => {
	const artifacts = [pdf(), epub()];
	const [a, b] = toProducts([{ edition: bareEdition(), artifacts }]);
	const [c, d] = toProducts([{ edition: richEdition(), artifacts }]);
	expect([a?.urn, b?.urn]).toEqual([c?.urn, d?.urn]);
	expect(a?.urn).toBe('urn:uuid:0689ae1c-09df-55f2-8a52-1a2b4fa6682b');
	expect(b?.urn).toBe(bareEdition().metadata.identifier);
	expect([a?.isbn, c?.isbn, d?.isbn]).toEqual([undefined, '9783161484100', '9791234567896']);
});
