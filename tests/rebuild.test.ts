import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { loadHouse } from '../scripts/load/index.ts';
import type { House, Lang } from '../scripts/model/index.ts';
import { openSession, type Session } from './support/session.ts';
import { root } from './support/world.ts';

// Every `build` of a session holds its result against a build from nothing: see `openSession`.
const house = await loadHouse(root);

// Each test makes the whole book several times.
vi.setConfig({ testTimeout: 60_000 });

const values = 'chapters/risks/values.zh.md';
const errors = 'chapters/risks/errors.zh.md';
const institutions = 'chapters/governance/institutions.zh.md';

type Edit = (session: Session) => Promise<unknown>;

function swap(file: string, from: string, to: string): Edit {
	return ({ edit }) => edit(file, from, to);
}

/** Edits, and the units that show what was edited. */
const edits: readonly (readonly [string, Edit, readonly string[]])[] = [
	['nothing', async () => {}, []],
	['a word', swap(values, '不会自己消失', '不会自行消失'), ['zh-chapters-risks-values']],
	[
		'the title of a signed piece in a part',
		swap(values, 'title: 机器替谁作主', 'title: 机器为谁作主'),
		['zh-contents', 'zh-part-1', 'zh-chapters-risks-values', 'zh-directory'],
	],
	['a short title', swap(values, 'authors:', 'short-title: 谁作主\nauthors:'), ['zh-chapters-risks-values']],
	[
		'an author',
		swap(values, '[lin-yue, rosa-keller]', '[lin-yue, rosa-keller, chen-mo]'),
		['zh-contents', 'zh-part-1', 'zh-chapters-risks-values', 'zh-directory'],
	],
	[
		'the first author of a piece',
		swap('front/preface.en.md', '---\n\n', 'authors: [chen-mo]\n---\n\n'),
		['en-contents', 'en-front-preface', 'en-directory'],
	],
	[
		'a biography',
		swap('contributors.yaml', '著有《尺度与机器》', '著有《机器与尺度》'),
		['zh-chapters-risks-values', 'zh-front-preface'],
	],
	[
		'a note',
		async ({ edit }) => {
			await edit(values, '不会自己消失。', '不会自己消失。[^new]');
			await edit(values, '\n## 谁来回答', '\n[^new]: 新注。\n\n## 谁来回答');
		},
		['zh-chapters-risks-values'],
	],
	[
		'the name of a heading that another piece leads to',
		swap(values, '## 价值从何而来', '## 价值由何而来'),
		['zh-chapters-risks-values', 'zh-chapters-governance-institutions'],
	],
	[
		'a heading before one that another piece leads to',
		swap(values, '## 价值从何而来', '## 另一节\n\n文。\n\n## 价值从何而来'),
		['zh-chapters-risks-values', 'zh-chapters-governance-institutions'],
	],
	[
		'an image that two pieces show',
		async ({ folder }) => {
			const file = join(folder, 'images/stages.png');
			const bytes = await readFile(file);
			// The width stands at byte 16 (PNG specification, 11.2.2 IHDR).
			bytes.writeUInt32BE(bytes.readUInt32BE(16) + 1, 16);
			await writeFile(file, bytes);
		},
		['zh-chapters-governance-institutions', 'en-chapters-governance-institutions'],
	],
	[
		'an image that is gone',
		({ folder }) => rm(join(folder, 'images/errors.zh.svg')),
		['zh-chapters-risks-errors'],
	],
	[
		'a drawing that becomes unsafe',
		swap('images/errors.zh.svg', '</svg>', '<script>1</script></svg>'),
		['zh-chapters-risks-errors'],
	],
	[
		'an image that nobody shows',
		({ folder }) => copyFile(join(folder, 'images/stages.png'), join(folder, 'images/other.png')),
		[],
	],
	[
		'the order of two pieces',
		swap(
			'book.yaml',
			'      - chapters/risks/values\n      - chapters/risks/errors',
			'      - chapters/risks/errors\n      - chapters/risks/values',
		),
		['zh-contents', 'zh-part-1', 'en-contents', 'en-part-1'],
	],
	[
		'a piece less, to which another leads',
		async ({ edit }) => {
			await edit('book.yaml', '      - chapters/governance/institutions\n', '');
		},
		[
			...['zh-contents', 'zh-part-2', 'zh-chapters-governance-standards', 'zh-directory'],
			...['en-contents', 'en-part-2', 'en-chapters-governance-standards', 'en-directory'],
		],
	],
	[
		'a piece more',
		async ({ edit, folder }) => {
			await writeFile(join(folder, 'back/thanks.zh.md'), '---\ntitle: 致谢\n---\n\n谢谢。\n');
			await edit('book.yaml', '  - back/afterword\n', '  - back/afterword\n  - back/thanks\n');
		},
		['zh-contents', 'zh-back-thanks'],
	],
	[
		'a piece that is not there',
		swap('book.yaml', '  - back/afterword\n', '  - back/afterwards\n'),
		['zh-contents', 'zh-directory', 'en-contents', 'en-directory'],
	],
	[
		'the title of a part',
		swap('book.yaml', 'zh: 第一章 风险从哪里来', 'zh: 第一章 风险自何处来'),
		['zh-contents', 'zh-part-1', 'zh-chapters-risks-values', 'zh-chapters-risks-errors'],
	],
	[
		'the title of the book, which parts do not show',
		swap('book.yaml', 'zh: 机器与尺度', 'zh: 尺度与机器'),
		[
			...['zh-cover', 'zh-title-page', 'zh-imprint', 'zh-contents', 'zh-front-preface'],
			...['zh-front-introduction', 'zh-back-afterword', 'zh-directory'],
			...['en-cover', 'en-title-page', 'en-imprint'],
		],
	],
	['the disclaimer', swap('book.yaml', '人物与机构均属虚构', '人物和机构均属虚构'), ['zh-disclaimer']],
	['a line in the middle of book.yaml', swap('book.yaml', 'slug:', '# one line more\nslug:'), ['*']],
	['the name of the output', swap('book.yaml', 'slug: fixture-book', 'slug: other'), []],
];

describe.each(edits)('after an edit of %s', (_name, edit, expected) => {
	test('only what shows it is new, and all is as in a build from nothing', async () => {
		const session = await openSession();
		await session.build(house);
		await edit(session);
		await session.build(house);
		const fresh = session.fresh();
		if (expected[0] === '*') expect(fresh.length).toBeGreaterThan(0);
		else expect([...fresh].sort()).toEqual([...expected].sort());
	});
});

test('an edit that is taken back finds all as it was', async () => {
	const session = await openSession();
	const first = await session.build(house);
	await session.edit(errors, 'title:', 'titel:');
	expect((await session.build(house)).found.map((one) => one.rule)).toContain('config-unknown-key');
	await session.edit(errors, 'titel:', 'title:');
	const last = await session.build(house);
	expect(last.editions.flatMap((one) => one.units)).toHaveLength(
		first.editions.flatMap((one) => one.units).length,
	);
	const units = new Set(first.editions.flatMap((one) => one.units));
	expect(last.editions.flatMap((one) => one.units).filter((unit) => !units.has(unit))).toEqual([]);
});

test('a book.yaml that stays broken for many saves takes nothing away', async () => {
	const session = await openSession();
	const first = await session.build(house);
	await session.edit('book.yaml', 'languages: [zh, en]', 'languages: [zh, en');
	for (const _ of [1, 2, 3]) expect((await session.build(house)).book).toBeUndefined();
	await session.edit('book.yaml', 'languages: [zh, en', 'languages: [zh, en]');
	const last = await session.build(house);
	for (const [index, edition] of last.editions.entries()) {
		for (const [place, unit] of edition.units.entries()) {
			expect(unit).toBe(first.editions[index]?.units[place]);
		}
	}
});

test('findings of texts that were not compiled again are said again', async () => {
	const session = await openSession();
	await session.edit(values, '[^1]', '[^1][^none]');
	await session.edit(institutions, '价值从何而来', '没有这一节');
	const first = await session.build(house);
	await session.edit(errors, '\n---\n\n', '\n---\n\n<script></script>\n\n');
	const second = await session.build(house);
	const rules = (made: typeof first) => made.found.map((one) => one.rule);
	expect(rules(first)).toEqual(expect.arrayContaining(['note-undefined', 'link-broken']));
	expect(rules(second)).toEqual(expect.arrayContaining([...rules(first), 'html-removed']));
});

test('pieces whose keys begin alike keep their ids apart, whichever is edited', async () => {
	const session = await openSession();
	const write = (name: string, text: string) =>
		writeFile(join(session.folder, `${name}.zh.md`), `---\ntitle: 题\n---\n\n${text}\n`);
	// The place `b-h1` of the piece `x` and the first heading of the piece `x-b` want the same id.
	await write('x', '<span id="b-h1">甲</span>\n\n[去](x-b.zh.md#节)');
	await write('x-b', '## 节\n\n[回](x.zh.md#b-h1)');
	await session.edit('book.yaml', '  - back/afterword\n', '  - back/afterword\n  - x-b\n  - x\n');
	await session.build(house);
	await write('x-b', '没有标题。\n\n[回](x.zh.md#b-h1)');
	await session.build(house);
	await write('x', '## 一\n\n## 二\n\n<span id="b-h1">甲</span>');
	await session.build(house);
	await write('x-b', '## 节\n\n## 节\n\n[回](x.zh.md#b-h1)');
	await session.build(house);
	expect(session.fresh()).toEqual(expect.arrayContaining(['zh-x-b', 'zh-x']));
	await session.edit('book.yaml', '  - x-b\n  - x\n', '  - x\n  - x-b\n');
	await session.build(house);
});

test('wording and templates of the house', async () => {
	const session = await openSession();
	await session.build(house);
	const labels = (lang: Lang, key: string): House => ({
		...house,
		labels: { ...house.labels, [lang]: { ...house.labels[lang], [key]: 'Ganz neu' } },
	});
	await session.build(labels('en', 'about-author'));
	expect(session.fresh()).toEqual(expect.arrayContaining(['en-chapters-risks-errors']));
	expect(session.fresh().filter((id) => id.startsWith('zh'))).toEqual([]);
	await session.build(labels('en', 'contents'));
	expect(session.fresh()).toContain('en-contents');
	const templates = new Map(house.templates);
	templates.set('cover.liquid', `${templates.get('cover.liquid')}<p>Neu</p>`);
	await session.build(house);
	await session.build({ ...house, templates });
	expect(session.fresh()).toEqual(['zh-cover', 'en-cover']);
	await session.build({ ...house, styles: new Map() });
	await session.build(house);
	expect(session.fresh()).toEqual([]);
});
