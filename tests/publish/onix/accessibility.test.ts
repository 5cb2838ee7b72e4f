import { expect, test } from 'vitest';
import { epubAccessibility } from '../../../scripts/publish/onix/accessibility.ts';
import { tree, unit } from '../../support/edition.ts';
import { accessibility, bareEdition, richEdition } from '../publications.ts';

const codes = (...parameters: Parameters<typeof epubAccessibility>) =>
	epubAccessibility(...parameters)
		.filter(({ type }) => type === '09')
		.map(({ value }) => value);

test('each feature has its code; what is always there is said, what is not there is not', () => {
	expect(codes(bareEdition(), accessibility)).toEqual(['10', '11', '13', '14', '22', '32', '36', '52', '00']);
	const nothing = { ...accessibility, features: [], sufficient: [] };
	expect(codes(bareEdition(), nothing)).toEqual(['22', '32', '00']);
	const pages = { ...nothing, features: ['pageBreakMarkers', 'pageNavigation', 'ARIA', 'MathML'] };
	expect(codes(bareEdition(), pages)).toEqual(['17', '19', '22', '30', '32', '41', '00']);
});

test('a contents that does not lead to every heading is not called one that does', () => {
	const deep = unit('a', { body: tree('<h2>A</h2><h3>B</h3><h4>C</h4>') });
	expect(codes({ ...bareEdition(), units: [deep] }, accessibility)).not.toContain('11');
	const epub = { fonts: 'embed', innerHeadings: 2 } as const;
	expect(codes({ ...bareEdition(), units: [deep], epub }, accessibility)).toContain('11');
});

test('a standard is named only where people reviewed the book', () => {
	const features = epubAccessibility(richEdition(), accessibility);
	const told = features.flatMap(({ value, text }) => (text === undefined ? [] : [[value, text]]));
	expect(codes(richEdition(), accessibility)).toEqual(expect.arrayContaining(['04', '82', '85']));
	expect(told).toEqual([
		['00', accessibility.summary],
		['90', '无障碍评测社'],
		['91', '20240201'],
		['94', 'https://example.org/report'],
		['93', 'https://example.org/badge'],
	]);
	for (const code of codes(bareEdition(), accessibility)) expect(Number(code)).toBeLessThan(80);
});

test('hazards: none is said as such, an unknown one is not', () => {
	const hazard = (value: string) =>
		epubAccessibility(bareEdition(), { ...accessibility, hazard: value })
			.filter(({ type }) => type === '12')
			.map(({ value: code }) => code);
	expect(hazard('none')).toEqual(['00']);
	expect(hazard('noFlashingHazard')).toEqual(['14']);
	expect(hazard('unknown')).toEqual([]);
});

test('of an EPUB that says nothing of itself nothing is claimed', () => {
	expect(codes(bareEdition(), undefined)).toEqual(['22', '32']);
});
