import { expect, test } from 'vitest';
import { loadHouse } from '../../scripts/load/index.ts';
import { makeFolder } from './helpers.ts';

test('templates, labels and style sheets are told apart', async () => {
	const dir = await makeFolder({
		'templates/title-page.liquid': '<h1>{{ title }}</h1>\r\n',
		'templates/parts/byline.liquid': '<p></p>',
		'templates/.draft.liquid': 'x',
		'templates/labels.zh.yaml': 'contents: 目录\nnumber: "1"\n',
		'templates/labels.zh-Hant.yaml': '',
		'styles/book.css': 'p {}',
		'styles/notes.txt': 'x',
		'styles/old/book.css': 'x',
	});
	const house = await loadHouse(dir);
	expect([...house.templates]).toEqual([
		['parts/byline.liquid', '<p></p>'],
		['title-page.liquid', '<h1>{{ title }}</h1>\n'],
	]);
	expect(house.labels).toEqual({ zh: { contents: '目录', number: '1' }, 'zh-Hant': {} });
	expect([...house.styles]).toEqual([['book.css', 'p {}']]);
});

test('labels that are no texts by key are an error', async () => {
	const dir = await makeFolder({ 'templates/labels.zh.yaml': 'a: [b]\n', 'styles/a.css': '' });
	await expect(loadHouse(dir)).rejects.toThrow('templates/labels.zh.yaml must hold one text for each key');
});

test('a missing folder is an error', async () => {
	await expect(loadHouse(await makeFolder({}))).rejects.toThrow('templates');
});
