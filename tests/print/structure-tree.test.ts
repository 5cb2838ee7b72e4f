import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { join } from '../../scripts/print/join.ts';
import type { Part } from '../../scripts/print/part.ts';
import type { Tag } from '../../scripts/print/tags/tag.ts';
import { allTags, readTags } from '../support/read-tags.ts';
import { printedPart } from './printed.ts';

/** A book of pages with one run of content each, and these elements. */
async function treeOf(
	...pages: readonly { readonly flow?: readonly Tag[]; readonly notes?: readonly Tag[] }[]
) {
	const part = await printedPart(pages.map(() => ({ glyphs: [1] })));
	const tagged: Part = {
		...part,
		pages: part.pages.map((page, index) => ({ ...page, tags: { flow: [], notes: [], ...pages[index] } })),
	};
	const { bytes } = await join({
		sheets: pages.map((_, page) => ({
			text: { part: tagged, page },
			unit: 'a',
			lang: 'zh',
			shift: 0,
			over: [],
		})),
		frame: { media: [595, 842], trim: [0, 0, 595, 842], move: [0, 0] },
		lang: 'zh',
		faces: new Map(),
		pack: () => Promise.reject(new Error('There is no face.')),
		xmp: Buffer.from(''),
		finish() {},
	});
	return { bytes, ...(await readTags(bytes)) };
}

test('an element says its language only where it is another than that around it', async () => {
	const inner: Tag = { type: 'Span', lang: 'fr', kids: [{ type: 'Em', lang: 'zh', kids: [0] }] };
	const { document } = await treeOf({ flow: [{ type: 'P', lang: 'zh', kids: [inner] }] });
	expect(allTags(document).map(({ type, ownLang }) => [type, ownLang])).toEqual([
		['Document', 'zh'],
		['Sect', undefined],
		['P', undefined],
		['Span', 'fr'],
		['Em', 'zh'],
	]);
});

test('what is said of an element is written: words, place, and what it is in a table', async () => {
	const figure: Tag = {
		type: 'Figure',
		alt: '圖 (1)',
		actualText: '\u2022',
		box: [1.5, 2, 30, 40],
		kids: [0],
	};
	const head: Tag = { type: 'TH', table: { scope: 'Row', rowSpan: 2, colSpan: 3 }, kids: [figure] };
	const table: Tag = { type: 'Table', kids: [{ type: 'TR', kids: [head, { type: 'TD', kids: [] }] }] };
	const { document, faults } = await treeOf({ flow: [table] });
	expect(faults).toEqual([]);
	const tags = allTags(document);
	expect(tags.find(({ type }) => type === 'TH')?.attributes).toEqual({
		O: '/Table',
		Scope: '/Row',
		RowSpan: '2',
		ColSpan: '3',
	});
	expect(tags.find(({ type }) => type === 'Figure')).toMatchObject({
		alt: '圖 (1)',
		actualText: '\u2022',
		attributes: { O: '/Layout', Placement: '/Block', BBox: '[ 1.5 2 30 40 ]' },
	});
	expect(tags.find(({ type }) => type === 'TD')?.kids).toEqual([]);
});

test('content overleaf names its page', async () => {
	const { document, faults } = await treeOf(
		{ flow: [{ type: 'P', continues: true, kids: [0] }] },
		{ flow: [{ type: 'P', continued: true, kids: [0] }] },
	);
	expect(faults).toEqual([]);
	expect(allTags(document)[2]?.kids).toMatchObject([
		{ page: 0, mcid: 0 },
		{ page: 1, mcid: 0 },
	]);
});

test('each of very many notes has a name that is found by bisection', async () => {
	const note: Tag = { type: 'Note', kids: [{ type: 'P', kids: [0] }] };
	const { document, ids } = await treeOf(...Array.from({ length: 120 }, () => ({ notes: [note] })));
	const names = allTags(document).flatMap(({ id }) => id ?? []);
	expect(new Set(names).size).toBe(120);
	expect([...ids]).toEqual([...names].sort().map((id) => [id, id]));
});

test('a book without elements has a tree all the same', async () => {
	const { document, bytes } = await treeOf({});
	expect(document).toMatchObject({ type: 'Document', kids: [] });
	expect((await PDFDocument.load(bytes)).getPageCount()).toBe(1);
});
