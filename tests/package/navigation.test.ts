import { expect, test } from 'vitest';
import type { TocEntry } from '../../scripts/model/index.ts';
import { depthOf, type NavPoint, navPoints } from '../../scripts/package/navigation.ts';
import type { UnitFile } from '../../scripts/package/units.ts';
import { edition, element, inline, tocEntry, unit } from '../support/edition.ts';

const files: readonly UnitFile[] = ['a', 'b'].map((id) => ({
	unit: unit(id),
	file: `${id}.xhtml`,
	title: id,
	section: element('section'),
	ids: new Set([`${id}-title`]),
}));
const index = new Map([
	['a-title', 'a.xhtml'],
	['b-title', 'b.xhtml'],
]);

function points(...toc: readonly TocEntry[]): readonly NavPoint[] {
	return navPoints(edition({ toc }), files, index);
}

const to = (id: string, unitId: string, children: readonly TocEntry[] = []): TocEntry => ({
	...tocEntry(id, id, children),
	unit: unitId,
});

test('an entry leads to its heading, or to the file where the heading has no id', () => {
	const [first, second] = points(to('a-title', 'a'), to('none', 'b'));
	expect(first?.href).toBe('a.xhtml#a-title');
	expect(second?.href).toBe('b.xhtml');
});

test('what is not in the EPUB is left out; as a heading of others it stays, without a link', () => {
	const [only, ...rest] = points(to('x', 'gone'), to('y', 'gone', [to('b-title', 'b')]));
	expect(rest).toEqual([]);
	expect(only).toMatchObject({ text: 'y', source: 'b.xhtml#b-title' });
	expect(only).not.toHaveProperty('href');
	expect(only?.children).toMatchObject([{ href: 'b.xhtml#b-title' }]);
});

test('inner headings stand below their piece, nested, to the depth that the book asks for', () => {
	const headings = [
		{ id: 'a-1', level: 2, title: inline('一') },
		{ id: 'a-2', level: 3, title: inline('二') },
		{ id: 'a-3', level: 4, title: inline('三') },
		{ id: 'a-4', level: 2, title: inline('四') },
		{ id: 'a-5', level: 2, title: inline(' ') },
	];
	const shown = (innerHeadings: number) => {
		const units = [unit('a', { headings }), unit('b')];
		const ids = new Map([...index, ...headings.map(({ id }) => [id, 'a.xhtml'] as const)]);
		const toc = [to('b-title', 'b', [to('a-title', 'a')])];
		const book = edition({ toc, units, epub: { fonts: 'embed', innerHeadings } });
		const write = (from: readonly NavPoint[]): string =>
			from.map(({ text, children }) => `${text}(${write(children)})`).join('');
		return write(navPoints(book, files, ids)[0]?.children ?? []);
	};
	expect(shown(0)).toBe('a-title()');
	expect(shown(1)).toBe('a-title(一()四())');
	expect(shown(2)).toBe('a-title(一(二())四())');
	expect(shown(5)).toBe('a-title(一(二(三()))四())');
});

test('a title keeps its foreign runs and loses links, ids and soft hyphens', () => {
	const title = inline('<a href="#x" id="i">甲</a> <i id="j">&amp;</i><span lang="en">re\u00adport</span>');
	const [point] = points({ ...to('a-title', 'a'), title });
	expect(point?.html).toBe('甲 <i>&#x26;</i><span lang="en" xml:lang="en">report</span>');
	expect(point?.text).toBe('甲 &report');
});

test('a title in another language than the book says so as a whole', () => {
	const [point] = points({ ...to('a-title', 'a'), title: inline('Title', 'en') });
	expect(point?.html).toBe('<span lang="en" xml:lang="en">Title</span>');
});

const inTwo = {
	id: 'both',
	languages: ['zh', 'en'],
	layout: 'pieces',
	labels: { 'between-languages': ' / ' },
	otherLabels: {},
} as const;

test('an entry of an edition in two languages has both titles, the second in its language', () => {
	const other = { id: 'a-other', unit: 'a', title: inline('Machines &amp; <em>Measure</em>', 'en') };
	const toc = [{ ...to('a-title', 'a'), title: inline('机器'), other }];
	const [point, ...rest] = navPoints(edition({ ...inTwo, toc }), files, index);
	expect(rest).toEqual([]);
	expect(point).toMatchObject({
		text: '机器 / Machines & Measure',
		html: '机器 / <span lang="en" xml:lang="en">Machines &#x26; <em>Measure</em></span>',
		href: 'a.xhtml#a-title',
		children: [],
	});
});

test('a translation that is a text of its own is reached, too, behind the headings of the first', () => {
	const heading = (id: string, lang: string) => [{ id, level: 2, title: inline(id, lang) }];
	const units = [
		unit('a', { headings: heading('a-1', 'zh') }),
		unit('b', { lang: 'en', headings: heading('b-1', 'en') }),
	];
	const other = { id: 'b-title', unit: 'b', title: inline('Machines', 'en') };
	const ids = new Map([...index, ['a-1', 'a.xhtml'] as const, ['b-1', 'b.xhtml'] as const]);
	const toc = [{ ...to('a-title', 'a'), title: inline('机器'), other }];
	expect(navPoints(edition({ ...inTwo, toc, units }), files, ids)).toMatchObject([
		{
			text: '机器 / Machines',
			href: 'a.xhtml#a-title',
			children: [
				{ text: 'a-1', children: [] },
				{ text: 'Machines', href: 'b.xhtml#b-title', children: [{ href: 'b.xhtml#b-1' }] },
			],
		},
	]);
});

test('the depth counts the levels', () => {
	expect(depthOf([])).toBe(0);
	expect(depthOf(points(to('a-title', 'a'), to('b-title', 'b', [to('a-title', 'a')])))).toBe(2);
});
