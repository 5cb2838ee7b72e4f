import { expect, test } from 'vitest';
import type { Unit } from '../../scripts/model/index.ts';
import { illustrationLists, nameIllustrations } from '../../scripts/package/illustrations.ts';
import { edition, unit } from '../support/edition.ts';
import { section } from './section.ts';

function listsOf(html: string, rest: Partial<Unit> = {}) {
	const made = section(html);
	nameIllustrations(made, 'a');
	const file = { unit: unit('a', rest), file: 'a.xhtml', title: 'a', section: made, ids: new Set<string>() };
	return illustrationLists(edition({ labels: { 'list-of-tables': '表格' } }), [file]).map(
		({ type, title, entries }) => [
			type,
			title.text,
			...entries.map(({ href, html: name }) => `${href} ${name}`),
		],
	);
}

test('a figure is named by its caption, else by the beginning of what is said of its picture', () => {
	expect(
		listsOf(
			'<figure id="f"><img alt="甲"><figcaption>题 <em>一</em></figcaption></figure>' +
				'<figure><img alt="说明图中全部内容的一句话。还有一句。"></figure>' +
				'<figure><svg aria-label="乙"></svg></figure><figure><img alt=""></figure>',
		),
	).toEqual([
		[
			'loi',
			'list-of-figures',
			'a.xhtml#f 题 <em>一</em>',
			'a.xhtml#a-figure-1 说明图中全部内容的一句话',
			'a.xhtml#a-figure-2 乙',
		],
	]);
});

test('a table is listed where it has a caption', () => {
	const row = '<tbody><tr><td>1</td></tr></tbody>';
	expect(
		listsOf(
			`<table>${row}</table><table><caption>题</caption>${row}</table><table><caption> </caption>${row}</table>`,
		),
	).toEqual([['lot', '表格', 'a.xhtml#a-table-2 题']]);
	expect(listsOf(`<table>${row}</table>`, { lang: 'en' })).toEqual([]);
});

test('ids that an author has given are not given again', () => {
	const taken = section('<p id="a-table-1"></p><table></table><table id="own"></table><table></table>');
	nameIllustrations(taken, 'a');
	const ids = taken.children.map((child) => (child.type === 'element' ? child.properties.id : undefined));
	expect(ids).toEqual(['a-table-1', 'a-table-2', 'own', 'a-table-3']);
});

test('a caption in another language says so', () => {
	const html = '<figure lang="en"><figcaption>One</figcaption></figure>';
	expect(listsOf(html)[0]?.[2]).toBe('a.xhtml#a-figure-1 <span lang="en" xml:lang="en">One</span>');
	expect(listsOf('<figure><figcaption>One</figcaption></figure>', { lang: 'en' })[0]?.[2]).toContain(
		'lang="en"',
	);
});

test('a book without figures and tables has no such lists', () => {
	expect(listsOf('<p>甲</p>')).toEqual([]);
});
