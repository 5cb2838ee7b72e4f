import { expect, test } from 'vitest';
import { fontFiles, fontRules } from '../../scripts/package/fonts.ts';
import { face } from './edition.ts';

const fonts = [face('a.ttf', 'A'), face('a.ttf', 'A Marks', 'U+B7'), face('b.ttf', 'B')];

test('faces that share a file share it here too', () => {
	expect(fontFiles(fonts).map(({ path }) => path)).toEqual(['fonts/a.ttf', 'fonts/b.ttf']);
});

test('each face has its rule, with a range only where it has one', () => {
	const rules = fontRules(fonts).split('@font-face').slice(1);
	expect(rules).toHaveLength(3);
	expect(rules[0]).not.toContain('unicode-range');
	expect(rules[1]).toMatch(
		/font-family: "A Marks";\s+font-weight: 400;\s+font-style: normal;\s+unicode-range: U\+B7;/,
	);
	expect(rules[1]).toContain('src: url("fonts/a.ttf");');
});
