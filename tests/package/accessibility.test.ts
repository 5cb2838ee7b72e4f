import { expect, test } from 'vitest';
import { accessibility } from '../../scripts/package/accessibility.ts';
import { unit } from '../support/edition.ts';
import { section } from './section.ts';

function claims(...parts: readonly string[]) {
	const files = parts.map((html, index) => ({
		unit: unit(`u${index}`),
		file: `${index}.xhtml`,
		title: 'a',
		section: section(html),
		ids: new Set<string>(),
	}));
	return accessibility(files, { labels: { 'accessibility-summary': 'S' } });
}

test('text alone', () => {
	expect(claims('<h1>A</h1><p>B</p>')).toEqual({
		modes: ['textual'],
		sufficient: ['textual'],
		features: [
			'displayTransformability',
			'readingOrder',
			'structuralNavigation',
			'tableOfContents',
			'unlocked',
		],
		hazard: 'none',
		summary: 'S',
	});
});

test('text and images that are all described, drawings too', () => {
	const found = claims('<img src="1.png" alt="A"><svg role="img" aria-label="B"></svg>');
	expect(found).toMatchObject({ modes: ['textual', 'visual'], sufficient: ['textual', 'textual,visual'] });
	expect(found.features).toContain('alternativeText');
	expect(found.features).not.toContain('structuralNavigation');
});

test.each(['<img src="1.png" alt=" ">', '<img src="1.png">', '<svg role="img"></svg>'])(
	'one image without a description, and text is not enough: %s',
	(image) => {
		const found = claims('<img src="1.png" alt="A">', image);
		expect(found.sufficient).toEqual(['textual,visual']);
		expect(found.features).not.toContain('alternativeText');
	},
);

test.each(['<svg aria-hidden="true"></svg>', '<img src="1.png" alt="">'])(
	'an ornament is no content, and needs no description: %s',
	(ornament) => {
		expect(claims(ornament)).toMatchObject({ modes: ['textual'], sufficient: ['textual'] });
		expect(claims(ornament).features).not.toContain('alternativeText');
		expect(claims(ornament, '<img src="2.png" alt="A">').features).toContain('alternativeText');
	},
);

test.each([
	['MathML', '<math></math>'],
	['rubyAnnotations', '<ruby>取<rt>qǔ</rt></ruby>'],
	['ARIA', '<p role="doc-subtitle">A</p>'],
	['pageBreakMarkers', '<p>A<span role="doc-pagebreak" id="p2" aria-label="2"></span></p>'],
	['pageNavigation', '<p>A<span role="doc-pagebreak" id="p2" aria-label="2"></span></p>'],
])('%s only where it is', (feature, html) => {
	expect(claims('<p>A</p>', html).features).toContain(feature);
	expect(claims('<p>A</p>').features).not.toContain(feature);
});

test.each([
	[true, ['<h1>A</h1><h2>B</h2><h3>C</h3>', '<h2>D</h2>', '<h1>E</h1>']],
	[false, ['<h1>A</h1><h3>C</h3>']],
	[false, ['<h1>A</h1>', '<h3>C</h3>']],
	[false, ['<h2>A</h2>']],
])('structural navigation: %s for %s', (isHeld, parts) => {
	expect(claims(...parts).features.includes('structuralNavigation')).toBe(isHeld);
});

test('the cover is no content', () => {
	const cover = {
		unit: unit('cover', { kind: 'cover' }),
		file: 'cover.xhtml',
		title: 'A',
		section: section('<img src="c.png" alt="A" role="doc-cover">'),
		ids: new Set<string>(),
	};
	expect(accessibility([cover], { labels: {} })).toMatchObject({
		modes: ['textual'],
		sufficient: ['textual'],
	});
});
