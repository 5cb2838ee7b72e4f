import { expect, test } from 'vitest';
import type { Unit } from '../../scripts/model/index.ts';
import { labelSection, matterType, toSection } from '../../scripts/package/semantics.ts';
import { markup, unit } from '../support/edition.ts';
import { contentOf } from './section.ts';

function said(id: string, rest: Partial<Unit> = {}): readonly unknown[] {
	const { properties } = toSection(unit(id, rest), contentOf('<section><p>A</p></section>'));
	return [properties['epub:type'], properties.role];
}

test.each([
	['title-page', ['titlepage', undefined]],
	['imprint', ['copyright-page', undefined]],
	['disclaimer', [undefined, undefined]],
	['part', ['part', 'doc-part']],
	['directory', ['contributors', undefined]],
	['colophon', ['colophon', 'doc-colophon']],
] as const)('a %s is %s', (kind, expected) => {
	expect(said(`zh-${kind}`, { kind })).toEqual(expected);
});

test('a piece of the body is a chapter, whatever words its name holds', () => {
	expect(said('zh-chapters-risks-values')).toEqual(['chapter', 'doc-chapter']);
	expect(said('zh-chapters-on-a-preface')).toEqual(['chapter', 'doc-chapter']);
});

test('front and back matter are known by the name of the file', () => {
	expect(said('zh-front-preface', { matter: 'front' })).toEqual(['preface', 'doc-preface']);
	expect(said('en-back-acknowledgements', { matter: 'back', lang: 'en' })).toEqual([
		'acknowledgments',
		'doc-acknowledgments',
	]);
	expect(said('zh-introduction')).toEqual(['introduction', 'doc-introduction']);
	expect(said('zh-front-editors-note', { matter: 'front' })).toEqual([undefined, undefined]);
});

test('the section of the template is used; anything else is put into one', () => {
	const wrap = (html: string) => markup([toSection(unit('zh-a'), contentOf(html))]);
	expect(wrap('\n<section class="piece"><p>A</p></section>\n')).toMatch(/^<section class="piece" epub:type/);
	expect(wrap('<p>A</p><section>B</section>')).toMatch(
		/^<section epub:type="chapter" role="doc-chapter"><p>A/,
	);
	expect(wrap('<nav>A</nav>')).toMatch(/^<section [^>]*><nav>A<\/nav><\/section>$/);
});

test('the body names the matter', () => {
	expect(matterType(unit('zh-a', { matter: 'back' }))).toBe('backmatter');
});

test('a section is named by its first heading', () => {
	const named = (html: string) => {
		const section = toSection(unit('zh-a'), contentOf(html));
		labelSection(section, 'zh-a');
		return markup([section]);
	};
	expect(named('<section><h2 id="zh-a">A</h2><h3 id="b">B</h3></section>')).toContain(
		'aria-labelledby="zh-a"',
	);
	expect(named('<section><h1>A</h1></section>')).toMatch(
		/aria-labelledby="zh-a-heading".*<h1 id="zh-a-heading">/,
	);
	expect(named('<section><p>A</p></section>')).not.toContain('aria-');
});
