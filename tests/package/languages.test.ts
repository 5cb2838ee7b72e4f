import { expect, test } from 'vitest';
import { setLanguages } from '../../scripts/package/languages.ts';
import { toXhtml } from '../../scripts/package/to-xhtml.ts';
import { section } from './section.ts';

function set(html: string): string {
	const tree = section(html);
	setLanguages(tree, 'zh');
	return toXhtml(tree.children);
}

test('a change of language is said twice, and what it changes from not at all', () => {
	expect(set('<p lang="zh">甲 <span lang="en">A</span></p>')).toBe(
		'<p>甲 <span lang="en" xml:lang="en">A</span></p>',
	);
});

test('the language of a run is compared with that around it, not with that of the file', () => {
	expect(set('<p lang="en">A <span lang="zh">甲</span></p>')).toBe(
		'<p lang="en" xml:lang="en">A <span lang="zh" xml:lang="zh">甲</span></p>',
	);
});

test('a drawing takes the attribute of XML alone', () => {
	const text = set('<p><svg><text lang="en">A</text></svg></p>');
	expect(text).toContain('<text xml:lang="en">A</text>');
});
