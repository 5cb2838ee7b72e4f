import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { compose } from '../../scripts/compose/index.ts';
import { createReport } from '../../scripts/diagnostics/index.ts';
import type { Edition, TocEntry } from '../../scripts/model/index.ts';
import { book, entry, houseOf, markup, ownHouse, part, person, piece } from '../support/edition.ts';
import { editionIn } from '../support/edition-choice.ts';

const house = await ownHouse();
const both = (path: string, authors: readonly string[] = []) => [
	piece(path, 'zh', { authors }),
	piece(path, 'en', { authors }),
];
const made = book({
	contents: [
		entry('front/preface'),
		part('第一章 风险', 'Chapter 1 Risks', 'a', 'b'),
		part('第二章 治理', 'Chapter 2 Governance', 'c'),
		entry('back/afterword'),
	],
	pieces: [
		...both('front/preface'),
		...both('a', ['ji']),
		...both('b', ['ji', 'wei']),
		piece('c', 'zh'),
		...both('back/afterword'),
	],
	people: [person('ji', '季卫东', 'Ji Weidong'), person('wei', '魏', 'Wei')],
});
const zh = await compose(made, house, { choice: editionIn('zh'), report: createReport().add });
const en = await compose(made, house, { choice: editionIn('en'), report: createReport().add });

function flat(toc: readonly TocEntry[]): readonly TocEntry[] {
	return toc.flatMap((one) => [one, ...flat(one.children)]);
}

function idsOf({ units }: Edition): readonly string[] {
	const ids: string[] = [];
	for (const unit of units) {
		visit(unit.body, 'element', ({ properties }) => {
			if (typeof properties.id === 'string') ids.push(properties.id);
		});
	}
	return ids;
}

test('all units in reading order', () => {
	expect(zh.units.map((unit) => `${unit.matter} ${unit.id}`)).toEqual([
		'front zh-cover',
		'front zh-title-page',
		'front zh-imprint',
		'front zh-contents',
		'front zh-front-preface',
		'body zh-part-1',
		'body zh-a',
		'body zh-b',
		'body zh-part-2',
		'body zh-c',
		'back zh-back-afterword',
		'back zh-directory',
	]);
});

test('a part whose pieces all lack the language disappears, from the contents too', () => {
	expect(en.units.map((unit) => unit.id)).not.toContain('en-part-2');
	expect(flat(en.toc).map((one) => one.id)).toEqual([
		'en-front-preface',
		'en-part-1',
		'en-a',
		'en-b',
		'en-back-afterword',
		'en-directory',
	]);
});

test.each([zh, en])('every entry of the contents leads to a heading, which stands in its unit', (edition) => {
	for (const one of flat(edition.toc)) {
		const unit = edition.units.find(({ id }) => id === one.unit);
		const headings: unknown[] = [];
		visit(unit?.body ?? { type: 'root', children: [] }, 'element', ({ tagName, properties }) => {
			if (/^h[1-6]$/.test(tagName)) headings.push(properties.id);
		});
		expect(headings).toContain(one.id);
		expect(unit?.title.text).toBe(one.title.text);
	}
});

test.each([zh, en])('the printed contents are the contents of the edition', (edition) => {
	const unit = edition.units.find(({ kind }) => kind === 'contents');
	const links = [...markup(unit?.body ?? []).matchAll(/class="toc-title[^"]*" href="#([^"]+)"/g)];
	expect(links.map(([, id]) => id)).toEqual(flat(edition.toc).map((one) => one.id));
});

test.each([zh, en])('no id stands twice, and no link leads nowhere', (edition) => {
	const ids = idsOf(edition);
	expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
	for (const unit of edition.units) {
		visit(unit.body, 'element', ({ properties }) => {
			if (typeof properties.href === 'string') expect(ids).toContain(properties.href.slice(1));
		});
	}
});

test('running heads show the part on the verso and the piece on the recto', () => {
	const unit = zh.units.find(({ id }) => id === 'zh-b');
	expect(unit?.runningHeads).toMatchObject({ verso: { text: '第一章 风险' }, recto: { text: 'zh b' } });
});

test('is named, dated and described in its language', async () => {
	expect(zh).toMatchObject({ id: 'zh', slug: 'report', languages: ['zh'], labels: house.labels.zh });
	expect(en.metadata).toMatchObject({ title: 'Report', creators: [{ name: 'Ji Weidong' }, { name: 'Wei' }] });
	const modified = new Date('2025-01-02T03:04:05Z');
	expect(
		(await compose(made, house, { choice: editionIn('zh'), modified, report: createReport().add })).metadata
			.modified,
	).toBe(modified);
});

test('the same book gives the same edition, and keeps its own trees', async () => {
	const before = structuredClone(made.pieces);
	expect(await compose(made, house, { choice: editionIn('zh'), report: createReport().add })).toEqual(zh);
	expect(made.pieces).toEqual(before);
});

test('a language without labels borrows the English ones', async () => {
	const french = book({ contents: [entry('a')], pieces: [piece('a', 'fr')] });
	expect((await compose(french, house, { choice: editionIn('fr'), report: createReport().add })).labels).toBe(
		house.labels.en,
	);
});

test('a template that is missing is named', async () => {
	await expect(
		compose(made, houseOf({}), { choice: editionIn('zh'), report: createReport().add }),
	).rejects.toThrow(/cover|directory/);
});

test('a language without wording of its own is said, and has the English', async () => {
	const report = createReport();
	const english = { ...house, labels: { en: house.labels.en ?? {} } };
	const edition = await compose(made, english, { choice: editionIn('zh'), report: report.add });
	expect(report.list().map(({ rule, file }) => [rule, file])).toEqual([
		['labels-missing', 'templates/labels.zh.yaml'],
	]);
	expect(edition.labels.contents).toBe('Contents');
});
