import { expect, test } from 'vitest';
import type { Unit } from '../../scripts/model/index.ts';
import { placeOfContents, toChapters } from '../../scripts/package/chapters.ts';
import { element, unit } from '../support/edition.ts';
import { section } from './section.ts';

const fileOf = (one: Unit, content = element('section')) => ({
	unit: one,
	file: `${one.id}.xhtml`,
	title: one.id,
	section: content,
	ids: new Set<string>(),
});

test('the contents stand where the printed ones are', () => {
	const units = [
		unit('cover', { kind: 'cover' }),
		unit('preface'),
		unit('contents', { kind: 'contents', media: 'pages' }),
		unit('one'),
	];
	const files = units.filter((one) => one.media === 'all').map((one) => fileOf(one));
	expect(placeOfContents(units, files)).toBe(2);
	expect(toChapters(files, 2).map((chapter) => chapter.beforeToc)).toEqual([true, true, false]);
});

test('without printed contents they follow the opening pages', () => {
	const units = [unit('cover', { kind: 'cover' }), unit('title', { kind: 'title-page' }), unit('one')];
	const files = units.map((one) => fileOf(one));
	expect(placeOfContents(units, files)).toBe(2);
	expect(placeOfContents(units.slice(0, 2), files.slice(0, 2))).toBe(2);
});

test('a file says whether it holds drawings or formulas', () => {
	const both = fileOf(unit('a'), section('<p><math></math><svg></svg><svg></svg></p>'));
	const [first, second] = toChapters([both, fileOf(unit('b'))], 0);
	expect(first?.properties).toBe('mathml svg');
	expect(second?.properties).toBe('');
});
