import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileBook } from '../../../scripts/compile/index.ts';
import { compose } from '../../../scripts/compose/index.ts';
import { createReport } from '../../../scripts/diagnostics/index.ts';
import { loadManuscript } from '../../../scripts/load/index.ts';
import type { Book, Edition, Layout, Pairing, Sync, TocEntry, Unit } from '../../../scripts/model/index.ts';
import { pairBook } from '../../../scripts/pair/index.ts';
import { markup, ownHouse } from '../../support/edition.ts';
import { editionIn } from '../../support/edition-choice.ts';
import { bilingual, flowOf, textOf } from '../../support/flows.ts';
import { deepFreeze } from '../../support/session.ts';
import { manuscripts } from '../../support/world.ts';

const layouts: readonly Layout[] = ['facing', 'columns', 'blocks', 'pieces'];
const house = await ownHouse();
const { add: report } = createReport();
const editions = new Map<string, Edition>();
let book: Book;
let pairing: Pairing;

beforeAll(async () => {
	const manuscript = await loadManuscript(manuscripts.fixture, report);
	if (!manuscript) throw new Error('The fixture book cannot be read.');
	book = deepFreeze(compileBook(manuscript, ['zh', 'en'], report));
	pairing = deepFreeze(pairBook(book, ['zh', 'en']));
	for (const layout of layouts) editions.set(layout, await make(layout));
	for (const lang of ['zh', 'en']) {
		editions.set(lang, await compose(book, house, { choice: editionIn(lang), report }));
	}
}, 60_000);

async function make(layout: Layout, sync: Sync = 'heading'): Promise<Edition> {
	return deepFreeze(await compose(book, house, { choice: bilingual(layout, sync), pairing, report }));
}

function get(name: string): Edition {
	const edition = editions.get(name);
	if (!edition) throw new Error(`There is no edition "${name}".`);
	return edition;
}

function unit(name: string, id: string): Unit {
	const found = get(name).units.find((one) => one.id === id);
	if (!found) throw new Error(`The edition "${name}" has no unit "${id}".`);
	return found;
}

function elements({ body, notes }: Unit): readonly Element[] {
	const found: Element[] = [];
	for (const root of [body, ...notes.flatMap((note) => note.children)]) {
		visit(root, 'element', (element) => void found.push(element));
	}
	return found;
}

function flat(toc: readonly TocEntry[]): readonly TocEntry[] {
	return toc.flatMap((entry) => [entry, ...flat(entry.children)]);
}

const pieces = ['zh', 'en'].map((lang) =>
	[
		'front-preface',
		'front-introduction',
		'chapters-risks-values',
		'chapters-risks-errors',
		'chapters-governance-institutions',
		'chapters-governance-standards',
		'back-afterword',
	].map((path) => `${lang}-${path}`),
);
const [zhPieces = [], enPieces = []] = pieces;
const both = zhPieces.map((zh, index) => [zh, enPieces[index] ?? ''] as const);

describe('whatever the layout', () => {
	test.each(layouts)('%s: it says its languages, its layout and its name', (layout) => {
		const edition = get(layout);
		expect(edition).toMatchObject({ id: 'bilingual', languages: ['zh', 'en'], layout });
		expect(edition.labels).toMatchObject({ contents: '目录', 'edition-name': '双语版' });
		expect(edition.otherLabels).toMatchObject({ contents: 'Contents', 'edition-name': 'Bilingual edition' });
		expect(edition.metadata).toMatchObject({
			title: '机器与尺度',
			otherTitles: [{ lang: 'en', title: 'Machines and Measure' }],
		});
		expect(edition.metadata.creators[0]).toMatchObject({
			name: '林越',
			others: [{ lang: 'en', name: 'Lin Yue' }],
		});
	});

	test.each(layouts)('%s: no id stands twice', (layout) => {
		const ids = get(layout).units.flatMap((one) =>
			elements(one).flatMap(({ properties }) => (properties.id === undefined ? [] : [properties.id])),
		);
		expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
	});

	test.each(layouts)('%s: a link in one language leads to a place in it, which is there', (layout) => {
		const { units } = get(layout);
		const notes = units.flatMap((one) => one.notes.map((note) => note.id));
		const ids = new Set([
			...units.flatMap((one) => elements(one).map(({ properties }) => properties.id)),
			...notes,
		]);
		let links = 0;
		for (const one of units.filter(({ kind }) => kind === 'piece')) {
			const follow = (element: Element, lang: string) => {
				const { href } = element.properties;
				if (typeof href === 'string' && href.startsWith('#')) {
					links += 1;
					expect(ids).toContain(href.slice(1));
					expect(href.slice(1, 4)).toBe(`${lang}-`);
				}
				for (const child of element.children) {
					if (child.type === 'element') follow(child, child.data?.flow ?? lang);
				}
			};
			for (const child of one.body.children) if (child.type === 'element') follow(child, one.lang);
		}
		expect(links).toBeGreaterThan(10);
	});

	test.each(layouts)('%s: the contents lead to headings, and name everything in both languages', (layout) => {
		const edition = get(layout);
		const entries = flat(edition.toc);
		expect(entries).toHaveLength(10);
		for (const { id, unit: holder, title, other } of entries) {
			if (!other) throw new Error(`"${title.text}" has one title.`);
			expect(title.lang).toBe('zh');
			expect(other.title.lang).toBe('en');
			for (const [place, of] of [
				[id, holder],
				[other.id, other.unit],
			] as const) {
				expect(elements(unit(layout, of)).some(({ properties }) => properties.id === place)).toBe(true);
			}
		}
		const values = entries.find(({ id }) => id === 'zh-chapters-risks-values');
		expect([values?.byline?.text, values?.other?.byline?.text]).toEqual([
			'林越、罗莎·M·凯勒',
			'Lin Yue and Rosa M. Keller',
		]);
	});

	test.each(layouts)('%s: each text is marked with its language', (layout) => {
		for (const one of get(layout).units) {
			for (const element of elements(one)) {
				if (element.data?.flow === undefined) continue;
				expect(element.properties.lang).toBe(element.data.flow);
				const { className } = element.properties;
				const isTranslation = Array.isArray(className) && className.includes('translation');
				expect(isTranslation).toBe(element.data.flow === 'en');
			}
		}
	});

	test.each(layouts)('%s: cover, title page and imprint show what both languages have', (layout) => {
		for (const kind of ['cover', 'title-page', 'imprint'] as const) {
			const html = markup(unit(layout, `zh-${kind}`).body);
			for (const words of ['Measure Press', '尺度研究社', '2024年3月', 'March 2024']) {
				expect(html.split(`>${words}<`)).toHaveLength(2);
			}
		}
		const imprint = textOf(unit(layout, 'zh-imprint'));
		for (const words of ['双语版Bilingualedition', '出版Publishedby', '可自由使用。Freetouse.']) {
			expect(imprint).toContain(words);
		}
		expect(unit(layout, 'zh-imprint').otherTitle?.text).toBe('Imprint');
	});

	test.each(layouts)('%s: the directory has everyone once, in both languages', (layout) => {
		const directory = unit(layout, 'zh-directory');
		const names = elements(directory).filter(({ properties }) =>
			String(properties.className).includes('directory-name'),
		);
		expect(names).toHaveLength(4);
		const html = markup(directory.body);
		expect(html.split('href="#zh-chapters-risks-values"')).toHaveLength(5);
		expect(html).not.toContain('href="#en-');
		expect(textOf(directory)).toContain('机器替谁作主WhomtheMachineDecidesFor');
	});
});

describe('units that run beside each other', () => {
	test.each([
		['facing', 'verso', 'recto'],
		['columns', 'first-column', 'second-column'],
	] as const)('%s: a piece is two units in a row, each with its own text', (layout, first, second) => {
		const ids = get(layout).units.map(({ id }) => id);
		for (const [zh, en] of both) {
			expect(ids.indexOf(en)).toBe(ids.indexOf(zh) + 1);
			expect(unit(layout, zh).parallel).toEqual({ group: zh, place: first });
			expect(unit(layout, en).parallel).toEqual({ group: zh, place: second });
			expect(textOf(unit(layout, zh))).toBe(textOf(unit('zh', zh)));
			expect(textOf(unit(layout, en))).toBe(textOf(unit('en', en)));
		}
	});

	test('running heads: in the language of the page, or a page for each', () => {
		const heads = (layout: Layout, id: string) => {
			const { verso, recto } = unit(layout, id).runningHeads ?? {};
			return [verso?.text, recto?.text];
		};
		expect(heads('facing', 'zh-front-introduction')).toEqual(['导言', '导言']);
		expect(heads('facing', 'en-front-introduction')).toEqual(['Introduction', 'Introduction']);
		expect(heads('columns', 'zh-front-introduction')).toEqual(['导言', 'Introduction']);
		expect(heads('blocks', 'zh-front-introduction')).toEqual(['导言', 'Introduction']);
		expect(unit('blocks', 'zh-front-introduction').runningHeads?.recto.html).toContain('lang="en"');
		expect(heads('pieces', 'en-front-introduction')).toEqual(['Machines and Measure', 'Introduction']);
	});

	test.each([
		['facing', 'piece', 0],
		['facing', 'heading', 5],
		['facing', 'block', 10],
		['columns', 'piece', 10],
	] as const)(
		'%s, level at each %s: both sides have the same marks, in order',
		async (layout, sync, count) => {
			const edition = await make(layout, sync);
			const marks = (id: string) => {
				const found = edition.units.find((one) => one.id === id);
				const all = found ? elements(found).map(({ properties }) => properties.dataSync) : [];
				return all.filter((mark) => mark !== undefined);
			};
			for (const [zh, en] of both) {
				const ours = marks(zh);
				expect(ours).toEqual(ours.map((_, index) => `s${index + 1}`));
				expect(marks(en)).toEqual(ours);
			}
			const values = marks('zh-chapters-risks-values');
			expect(values).toHaveLength(count);
		},
	);

	test.each(['facing', 'columns'] as const)(
		'%s: a picture that both share stands on the first side',
		(layout) => {
			const images = (id: string) =>
				elements(unit(layout, id)).filter(({ tagName }) => tagName === 'img').length;
			expect(images('zh-chapters-governance-institutions')).toBe(1);
			expect(images('en-chapters-governance-institutions')).toBe(0);
			const drawings = (id: string) =>
				elements(unit(layout, id)).filter(({ tagName }) => tagName === 'svg').length;
			expect([drawings('zh-chapters-risks-errors'), drawings('en-chapters-risks-errors')]).toEqual([1, 1]);
		},
	);

	test('facing: part openers are pages of their own, in columns one serves both', () => {
		expect(unit('facing', 'zh-part-1').parallel).toEqual({ group: 'zh-part-1', place: 'verso' });
		expect(unit('facing', 'en-part-1').parallel).toEqual({ group: 'zh-part-1', place: 'recto' });
		const shared = unit('columns', 'zh-part-1');
		expect(shared.parallel).toBeUndefined();
		expect(shared).toMatchObject({
			start: 'recto',
			otherTitle: { text: 'Chapter 1: Where Risks Come From' },
		});
	});

	test('each title has a folio of its own on facing pages, both have one in columns', () => {
		const folios = (layout: Layout) =>
			markup(unit(layout, 'zh-contents').body).split('class="page-ref"').length - 1;
		expect([folios('facing'), folios('pieces'), folios('columns'), folios('blocks')]).toEqual([
			19, 17, 10, 10,
		]);
	});
});

describe('block after block', () => {
	test('one unit holds both texts, each whole and in order', () => {
		const ids = get('blocks').units.map(({ id }) => id);
		for (const [zh, en] of both) {
			expect(ids).not.toContain(en);
			expect(flowOf(unit('blocks', zh), 'zh')).toBe(textOf(unit('zh', zh)));
			expect(flowOf(unit('blocks', zh), 'en')).toBe(textOf(unit('en', en)));
		}
		for (const kind of ['part-1', 'part-2', 'disclaimer']) {
			expect(flowOf(unit('blocks', `zh-${kind}`), 'zh')).toBe(textOf(unit('zh', `zh-${kind}`)));
			expect(flowOf(unit('blocks', `zh-${kind}`), 'en')).toBe(textOf(unit('en', `en-${kind}`)));
		}
	});

	test('nothing stands outside the two texts', () => {
		for (const zh of zhPieces) {
			const one = unit('blocks', zh);
			expect(flowOf(one, 'zh').length + flowOf(one, 'en').length).toBe(textOf(one).length);
		}
	});

	test('a picture that both share stands once', () => {
		const html = markup(unit('blocks', 'zh-chapters-governance-institutions').body);
		expect(html.split('<img ')).toHaveLength(2);
		expect(html).toContain('<figure id="zh-chapters-governance-institutions-f1"');
		expect(html).toContain('id="en-chapters-governance-institutions-f1"');
	});

	test('headings know both titles', () => {
		expect(unit('blocks', 'zh-chapters-risks-values').headings).toMatchObject([
			{ id: 'zh-chapters-risks-values-h1', level: 2, other: { id: 'en-chapters-risks-values-h1' } },
			{ id: 'zh-chapters-risks-values-h2', level: 3, other: { title: { text: 'Old habits in the data' } } },
			{ id: 'zh-chapters-risks-values-h3', level: 2, other: { id: 'en-chapters-risks-values-h3' } },
		]);
	});

	test.each([
		['blocks', 'zh-chapters-risks-values'],
		['pieces', 'en-chapters-risks-values'],
	])('%s: one card has the bios of each author in both languages', (layout, id) => {
		const cards = elements(unit(layout, id)).filter(({ properties }) =>
			String(properties.className).split(',').includes('bios'),
		);
		expect(cards).toHaveLength(1);
		const card = textOf({ body: { type: 'root', children: [...cards] }, notes: [] });
		const order = ['林越', 'LinYue', '罗莎·M·凯勒', 'RosaM.Keller', '由作者自负', 'itsauthoralone'];
		expect(order.map((words) => card.split(words).length)).toEqual(order.map(() => 2));
		const places = order.map((words) => card.indexOf(words));
		expect(places).toEqual([...places].sort((a, b) => a - b));
	});
});

describe('piece after piece', () => {
	test('a piece and then its translation, which closes both', () => {
		const ids = get('pieces').units.map(({ id }) => id);
		for (const [zh, en] of both) {
			expect(ids.indexOf(en)).toBe(ids.indexOf(zh) + 1);
			const [ours, theirs] = [unit('pieces', zh), unit('pieces', en)];
			expect([ours.parallel, theirs.parallel]).toEqual([undefined, undefined]);
			expect([ours.lang, theirs.lang]).toEqual(['zh', 'en']);
			expect(markup(ours.body)).not.toMatch(/class="bios|short-disclaimer/);
			expect(textOf(ours)).toBe(textOf(withoutClosing(unit('zh', zh))));
			expect(textOf(withoutClosing(theirs))).toBe(textOf(withoutClosing(unit('en', en))));
		}
		expect(markup(unit('pieces', 'en-front-preface').body)).not.toMatch(/<h1[^>]*>[^<]*<span/);
	});
});

/** The unit without bios and short disclaimers. */
function withoutClosing(source: Unit): Unit {
	const body = structuredClone(source.body);
	visit(body, 'element', (element, index, parent) => {
		if (!parent || index === undefined) return undefined;
		if (!/\b(?:bios|short-disclaimer)\b/.test(String(element.properties.className))) return undefined;
		parent.children.splice(index, 1);
		return index;
	});
	return { ...source, body };
}
