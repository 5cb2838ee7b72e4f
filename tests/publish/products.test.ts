import { expect, test } from 'vitest';
import { mainEpub, toProducts } from '../../scripts/publish/products.ts';
import { bareEdition, epub, forPrinter, pdf, richEdition } from './publications.ts';

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

test('a printed book is a product once it has an ISBN, whether or not a cover was made', () => {
	const [inside, cover] = forPrinter();
	if (!inside || !cover) throw new Error('There is no cover.');
	const productsOf = (edition = richEdition(), artifacts = [inside, cover]) =>
		toProducts([{ edition, artifacts }]);
	const [book, ...others] = productsOf();
	expect(others).toEqual([]);
	expect(book).toMatchObject({ form: 'print', isbn: '9780306406157', pages: 72 });
	expect(book?.body).toEqual({ width: 148, height: 209.55, thickness: 4.2, hasFlaps: false });
	expect(productsOf(richEdition(), [inside])[0]?.body).toEqual({
		width: 148,
		height: 209.55,
		hasFlaps: false,
	});
	expect(productsOf(bareEdition())).toEqual([]);
	expect(productsOf(richEdition(), [cover])).toEqual([]);
});
