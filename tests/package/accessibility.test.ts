import { expect, test } from 'vitest';
import { accessibility } from '../../scripts/package/accessibility.ts';
import { unit } from '../support/edition.ts';
import { section } from './section.ts';

function claims(html: string, summary?: string) {
	const file = {
		unit: unit('a'),
		file: 'a.xhtml',
		title: 'a',
		section: section(html),
		ids: new Set<string>(),
	};
	return accessibility([file], summary);
}

test('text alone', () => {
	expect(claims('<h2>A</h2><p>B</p>', 'S')).toEqual({
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
	expect(found).not.toHaveProperty('summary');
});

test.each(['<img src="1.png" alt=" ">', '<svg role="img"></svg>'])(
	'one image without a description, and text is not enough: %s',
	(image) => {
		const found = claims(`<img src="1.png" alt="A">${image}`);
		expect(found.sufficient).toEqual(['textual,visual']);
		expect(found.features).not.toContain('alternativeText');
	},
);

test('a drawing that is hidden on purpose needs no description', () => {
	expect(claims('<svg aria-hidden="true"></svg>').sufficient).toContain('textual');
});

test('a GIF may flash, a formula is MathML', () => {
	expect(claims('<img src="images/01.gif" alt="A">').hazard).toBe('unknown');
	expect(claims('<math></math>').features).toContain('MathML');
});
