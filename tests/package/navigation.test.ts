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

test('the play order follows the reading order through all levels', () => {
	const [part, last] = points(to('a-title', 'a', [to('b-title', 'b')]), to('none', 'a'));
	expect([part?.order, part?.children[0]?.order, last?.order]).toEqual([1, 2, 3]);
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

test('the depth counts the levels', () => {
	expect(depthOf([])).toBe(0);
	expect(depthOf(points(to('a-title', 'a'), to('b-title', 'b', [to('a-title', 'a')])))).toBe(2);
});
