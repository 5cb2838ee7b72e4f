import { expect, test } from 'vitest';
import type { Edition } from '../../../scripts/model/index.ts';
import { pdfAccessibility } from '../../../scripts/publish/onix/pdf-accessibility.ts';
import { toProducts } from '../../../scripts/publish/products.ts';
import { tree, unit } from '../../support/edition.ts';
import { bareEdition, forPrinter, pdf, richEdition, taggedPdf } from '../publications.ts';

function featuresOf(edition: Edition, artifacts = [taggedPdf()]) {
	const [product] = toProducts([{ edition, artifacts }]);
	if (!product) throw new Error('There is no product.');
	return pdfAccessibility(product);
}

const codes = (...parameters: Parameters<typeof featuresOf>) =>
	featuresOf(...parameters)
		.filter(({ type }) => type === '09')
		.map(({ value }) => value);

const withBody = (html: string): Edition => ({ ...bareEdition(), units: [unit('a', { body: tree(html) })] });

test('what follows PDF/UA-1 says so, and what comes of it', () => {
	expect(codes(bareEdition())).toEqual(['05', '11', '13', '22', '29', '52']);
});

test('what does not say of itself that it follows PDF/UA-1 has none of these codes', () => {
	expect(codes(bareEdition(), [pdf()])).toEqual([]);
});

test('bookmarks that do not reach inner headings do not lead everywhere', () => {
	expect(codes(withBody('<h2>A</h2>'))).toContain('11');
	expect(codes(withBody('<h2>A</h2><h3>B</h3>'))).not.toContain('11');
});

test('pictures are described, or nothing is said of it', () => {
	const described = codes(
		withBody('<img src="a.png" alt="A map"><svg role="img" aria-label="A plan"></svg>'),
	);
	expect(described).toEqual(expect.arrayContaining(['14', '52']));
	const mute = codes(withBody('<img src="a.png">'));
	expect(mute).not.toContain('14');
	expect(mute).not.toContain('52');
	expect(codes(withBody('<img src="rule.png" alt=""><svg aria-hidden="true"></svg>'))).not.toContain('14');
});

test('page numbers are those of a printed book only where there is one', () => {
	const printed = [taggedPdf(), ...forPrinter()];
	expect(codes(richEdition(), printed)).toContain('19');
	expect(codes(richEdition())).not.toContain('19');
	expect(codes({ ...richEdition(), metadata: bareEdition().metadata }, printed)).not.toContain('19');
});

test('no code says who has certified it, whoever reviewed the EPUB', () => {
	for (const edition of [bareEdition(), richEdition()])
		for (const code of codes(edition)) expect(Number(code)).toBeLessThan(80);
});

test('the summary goes with it, and that nothing on a page is a hazard', () => {
	const features = featuresOf(richEdition());
	expect(features.find(({ text }) => text)?.text).toContain('PDF/UA-1');
	expect(features.at(-1)).toEqual({ type: '12', value: '00' });
});
