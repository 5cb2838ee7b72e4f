import { expect, test } from 'vitest';
import { loadSortKeys, sortByKey, sortKey } from '../../scripts/compose/sort-key.ts';
import { person } from '../support/edition.ts';

const people = [
	person('shan', '单志广', 'Shan Zhiguang'),
	person('zeng', '曾毅', 'Zeng Yi', { sort: { en: 'Zeng, Yi' } }),
	person('xie', '解放', 'Xie Fang'),
	person('ji', '季卫东', 'Ji Weidong', { sort: { en: 'Ji, Weidong' } }),
	person('neuwirth', '罗斯塔姆', 'Rostam J. Neuwirth', { sort: { en: 'Neuwirth, Rostam J.' } }),
	person('charles', '查尔斯', 'Charles', { sort: { zh: 'cha er si' } }),
];

test.each([
	['单志广', 'shan zhi guang'],
	['曾毅', 'zeng yi'],
	['解放', 'xie fang'],
	['仇保兴', 'qiu bao xing'],
	['欧阳修', 'ou yang xiu'],
	['任 晓', 'ren xiao'],
])('%s is read as a surname and a name', async (name, key) => {
	const keys = await loadSortKeys([name]);
	expect(sortKey(person('id', name, 'X'), 'zh', keys)).toBe(key);
});

test('a key of contributors.yaml goes before the reading', async () => {
	const keys = await loadSortKeys(['查尔斯']);
	const [charles] = people.slice(-1);
	expect(charles && sortKey(charles, 'zh', keys)).toBe('cha er si');
	expect(charles && sortKey(charles, 'en', keys)).toBe('Charles');
});

test('a person without a name in the language is sorted by id', () => {
	expect(sortKey({ id: 'wei', kind: 'person', role: 'aut', name: {} }, 'en', {})).toBe('wei');
});

test('an edition without Han names needs no dictionary', async () => {
	expect(await loadSortKeys(['Jane Doe', ''])).toEqual({});
	expect((await loadSortKeys(['Jane Doe', '季卫东'])).romanize).toBeTypeOf('function');
});

test('Chinese names are sorted by pinyin, English ones by their key', async () => {
	const keys = await loadSortKeys(people.map((one) => one.name.zh?.text ?? ''));
	const order = (lang: string) =>
		sortByKey(people, (one) => sortKey(one, lang, keys), lang).map((one) => one.id);
	expect(order('zh')).toEqual(['charles', 'ji', 'neuwirth', 'shan', 'xie', 'zeng']);
	expect(order('en')).toEqual(['charles', 'ji', 'neuwirth', 'shan', 'xie', 'zeng']);
});

test('a shorter syllable goes first: li wei before liang', () => {
	expect(sortByKey(['liang qi', 'li wei', 'lin a'], (key) => key, 'zh')).toEqual([
		'li wei',
		'liang qi',
		'lin a',
	]);
});

test('case and accents do not count, numbers do, equals keep their order', () => {
	const order = sortByKey(['b', 'Émile', 'emile', 'A', 'n10', 'n9'], (key) => key, 'en');
	expect(order).toEqual(['A', 'b', 'Émile', 'emile', 'n9', 'n10']);
});
