import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Edition, TocEntry } from '../../scripts/model/index.ts';
import { edition, tocEntry, tree, unit } from '../support/edition.ts';
import { pack, sampleEdition } from './edition.ts';
import {
	all,
	childrenOf,
	complaints,
	first,
	navOf,
	type ReadEpub,
	readEpub,
	readLinks,
	type Titles,
	textOf,
	titlesOfNav,
	titlesOfNcx,
} from './read-epub.ts';

let bytes: Uint8Array;
let epub: ReadEpub;

beforeAll(async () => {
	bytes = await pack(sampleEdition());
	epub = readEpub(bytes);
});

afterEach(() => {
	vi.useRealTimers();
});

function metas(property: string): readonly string[] {
	const found = all(epub.xml('content.opf'), 'meta').filter((meta) => meta.attributes.property === property);
	return found.map(textOf);
}

test('EPUBCheck has nothing to say', async () => {
	expect(await complaints(bytes)).toEqual([]);
});

test('the check would see a broken book', async () => {
	const files = unzipSync(bytes);
	const broken = Object.fromEntries(
		Object.entries(files).map(([path, content]) => {
			const text = new TextDecoder().decode(content);
			return [
				path,
				path.endsWith('toc.xhtml') ? strToU8(text.replaceAll('#zh-errors', '#nowhere')) : content,
			];
		}),
	);
	const found = await complaints(zipSync(broken, { level: 0 }));
	expect(found.join('\n')).toMatch(/RSC-012/);
});

test('mimetype comes first, stored and without extras', () => {
	const header = Buffer.from(bytes.subarray(0, 58));
	expect(header.readUInt16LE(8)).toBe(0);
	expect(header.readUInt16LE(28)).toBe(0);
	expect(header.subarray(30).toString('latin1')).toBe('mimetypeapplication/epub+zip');
});

test('the same edition gives the same bytes at any hour and in any time zone', async () => {
	const zone = process.env.TZ;
	try {
		process.env.TZ = 'Asia/Shanghai';
		vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-07-01T04:05:06Z') });
		const again = await pack(sampleEdition());
		expect(Buffer.compare(again, bytes)).toBe(0);
	} finally {
		if (zone === undefined) delete process.env.TZ;
		else process.env.TZ = zone;
	}
});

test('the edition is left as it was', async () => {
	const book = sampleEdition();
	const before = structuredClone(book.units);
	await pack(book);
	expect(book.units).toEqual(before);
});

test('all file names are ASCII and each text file parses', () => {
	for (const path of epub.paths) {
		expect(path).toMatch(/^[\w./-]+$/);
		if (/\.(xhtml|opf|ncx|xml)$/.test(path)) expect(() => epub.xml(path)).not.toThrow();
	}
});

test('units stand in reading order, the contents page where the printed one was, units for pages nowhere', () => {
	const opf = epub.xml('content.opf');
	const hrefs = new Map(all(opf, 'item').map(({ attributes }) => [attributes.id, attributes.href]));
	const spine = all(opf, 'itemref').map(({ attributes }) => hrefs.get(attributes.idref));
	expect(spine).toEqual([
		'cover.xhtml',
		'02-zh-title-page.xhtml',
		'03-zh-imprint.xhtml',
		'toc.xhtml',
		'04-zh-front-preface.xhtml',
		'05-zh-part-1.xhtml',
		'06-zh-values.xhtml',
		'07-zh-errors.xhtml',
		'08-zh-directory.xhtml',
	]);
	expect(first(opf, 'spine').attributes).toMatchObject({ toc: 'ncx', 'page-progression-direction': 'ltr' });
});

test('the manifest lists every file and says which holds a drawing', () => {
	const items = all(epub.xml('content.opf'), 'item');
	const listed = items.map(({ attributes }) => `OEBPS/${attributes.href}`);
	const stored = epub.paths.filter((path) => path.startsWith('OEBPS/') && !path.endsWith('.opf'));
	expect([...listed].sort()).toEqual([...stored].sort());
	const properties = items
		.filter(({ attributes }) => attributes.properties)
		.map(({ attributes }) => `${attributes.href} ${attributes.properties}`);
	expect(properties).toEqual(['toc.xhtml nav', '06-zh-values.xhtml svg', 'images/cover.png cover-image']);
});

test('metadata: titles, languages, publishers, subjects, dates', () => {
	const opf = epub.xml('content.opf');
	const texts = (name: string) => all(opf, name).map(textOf);
	expect(texts('dc:title')).toEqual(['机器与尺度', '小书 & 大书']);
	expect(metas('title-type')).toEqual(['main', 'subtitle']);
	expect(texts('dc:language')).toEqual(['zh', 'en']);
	expect(texts('dc:publisher')).toEqual(['尺度研究社', 'Open Futures Lab']);
	expect(texts('dc:subject')).toEqual(['人工智能', '治理']);
	expect(texts('dc:date')).toEqual(['2024-03']);
	expect(texts('dc:description')).toEqual(['“引号”与 <尖括号>。']);
	expect(texts('dc:rights')).toEqual(['可自由使用。']);
	expect(metas('dcterms:modified')).toEqual(['2024-03-01T12:30:04Z']);
	const identifier = first(opf, 'dc:identifier');
	expect(first(opf, 'package').attributes['unique-identifier']).toBe(identifier.attributes.id);
	expect(textOf(identifier)).toBe(sampleEdition().metadata.identifier);
	const uid = all(epub.xml('toc.ncx'), 'meta').find(({ attributes }) => attributes.name === 'dtb:uid');
	expect(uid?.attributes.content).toBe(textOf(identifier));
});

test('the cover is a picture with the title, known to old and new reading systems', () => {
	const cover = epub.xml('cover.xhtml');
	expect(first(cover, 'img').attributes).toMatchObject({ src: 'images/cover.png', alt: '机器与尺度' });
	const old = all(epub.xml('content.opf'), 'meta').find(({ attributes }) => attributes.name === 'cover');
	expect(old?.attributes.content).toBe('cover-image');
	expect(epub.text('cover.xhtml')).not.toContain('机器</p>');
});

function titlesOfToc(entries: readonly TocEntry[]): readonly Titles[] {
	return entries.map(({ title, children }) => ({ title: title.text, children: titlesOfToc(children) }));
}

test('navigation document and NCX are nested as the contents are, without bylines', () => {
	const expected = titlesOfToc(sampleEdition().toc);
	const [toc] = all(epub.xml('toc.xhtml'), 'nav');
	expect(toc && titlesOfNav(childrenOf(toc, 'ol')[0])).toEqual(expected);
	expect(titlesOfNcx(first(epub.xml('toc.ncx'), 'navMap'))).toEqual(expected);
	expect(all(epub.xml('toc.ncx'), 'navPoint').map(({ attributes }) => attributes.playOrder)).toEqual([
		'1',
		'2',
		'3',
		'4',
		'5',
	]);
	expect(epub.text('toc.xhtml')).not.toContain('林越');
	expect(epub.text('toc.xhtml')).toContain('第一章 <span lang="en" xml:lang="en">AI</span> 风险');
});

test('landmarks and guide', () => {
	const marks = navOf(epub, 'landmarks');
	const found = marks && all(marks, 'a').map(({ attributes }) => [attributes['epub:type'], attributes.href]);
	expect(found).toEqual([
		['cover', 'cover.xhtml'],
		['titlepage', '02-zh-title-page.xhtml'],
		['copyright-page', '03-zh-imprint.xhtml'],
		['toc', 'toc.xhtml'],
		['loi', 'toc.xhtml#loi'],
		['preface', '04-zh-front-preface.xhtml'],
		['bodymatter', '05-zh-part-1.xhtml'],
		['backmatter', '08-zh-directory.xhtml'],
		['contributors', '08-zh-directory.xhtml'],
	]);
	const guide = all(epub.xml('content.opf'), 'reference').map(({ attributes }) => attributes.type);
	expect(guide).toEqual(['cover', 'title-page', 'copyright-page', 'toc', 'loi', 'preface', 'text']);
});

test('figures and tables are listed by their captions, a figure without one by what is said of it', async () => {
	const captioned = sampleEdition();
	const table =
		'<table><caption>表<sup><a class="note-call">1</a></sup></caption><tbody><tr><td>甲</td></tr></tbody></table>';
	const body = tree(
		`<section><h1 id="zh-t">甲</h1>${table}<table><tbody><tr><td>乙</td></tr></tbody></table></section>`,
	);
	const book = await pack({
		...captioned,
		units: [...captioned.units, unit('zh-t', { matter: 'back', body })],
	});
	expect(await complaints(book)).toEqual([]);
	const read = readEpub(book);
	const listed = (type: string) => {
		const nav = navOf(read, type);
		return nav && [textOf(nav).trim().split(/\s+/), all(nav, 'a').map(({ attributes }) => attributes.href)];
	};
	expect(listed('loi')).toEqual([
		['list-of-figures', '图', '三个色块'],
		['06-zh-values.xhtml#zh-values-figure-2', '07-zh-errors.xhtml#zh-errors-figure-1'],
	]);
	expect(listed('lot')?.[1]).toEqual(['09-zh-t.xhtml#zh-t-table-1']);
	expect(readLinks(read).dead).toEqual([]);
});

test('every link inside the book leads to an element that is there', () => {
	const { links, dead } = readLinks(epub);
	expect(links).toBeGreaterThan(12);
	expect(dead).toEqual([]);
});

test('no soft hyphen, folio reference or leader is left', () => {
	for (const path of epub.paths.filter((one) => /\.(xhtml|opf|ncx)$/.test(one))) {
		expect(epub.text(path)).not.toMatch(/\u00ad|&#xad;|&shy;|page-ref|leader|pages-only|data-note/i);
	}
	expect(epub.text('06-zh-values.xhtml')).toContain('hyphenated');
	expect(epub.text('06-zh-values.xhtml')).toContain('Orwell');
});

test('images: only the used ones, under plain names, once each', () => {
	expect(epub.paths.filter((path) => path.includes('images/'))).toEqual([
		'OEBPS/images/cover.png',
		'OEBPS/images/01.png',
	]);
	const images = all(epub.xml('07-zh-errors.xhtml'), 'img').map(({ attributes }) => attributes);
	expect(images).toMatchObject([
		{ src: 'images/01.png', alt: '三个色块', width: '600', height: '400' },
		{ src: 'images/01.png', alt: '又是三个色块' },
	]);
});

test('fonts: a file each, a rule for each face', () => {
	expect(epub.paths.filter((path) => path.includes('fonts/'))).toEqual([
		'OEBPS/fonts/serif-400.ttf',
		'OEBPS/fonts/serif-han-400.ttf',
	]);
	const css = epub.text('style.css');
	expect(css.match(/@font-face/g)).toHaveLength(3);
	expect(css.startsWith('@font-face')).toBe(true);
	expect(css).toContain('unicode-range: U+2018-2019;');
});

test('a book that embeds no fonts holds none, asks for none and is valid', async () => {
	const book = sampleEdition();
	const bare = await pack({ ...book, epub: { ...book.epub, fonts: 'none' } });
	const { paths, text } = readEpub(bare);
	expect(paths.filter((path) => /fonts|ttf/.test(path))).toEqual([]);
	expect(text('style.css')).not.toContain('@font-face');
	expect(text('content.opf')).not.toMatch(/specified-fonts|font\//);
	expect(await complaints(bare)).toEqual([]);
});

test('only Apple Books is asked to use the faces, and only where there are some', async () => {
	const asks = '<meta property="ibooks:specified-fonts">true</meta>';
	const book = sampleEdition();
	const apple = readEpub(await pack(book, { profile: 'apple' }));
	expect(apple.text('content.opf')).toContain(asks);
	expect(epub.text('content.opf')).not.toContain('ibooks');
	const bare = await pack({ ...book, epub: { ...book.epub, fonts: 'none' } }, { profile: 'apple' });
	expect(readEpub(bare).text('content.opf')).not.toContain('ibooks');
});

test('for Kindle no page shows the cover, which the package names', async () => {
	const kindle = readEpub(await pack(sampleEdition(), { profile: 'kindle' }));
	expect(kindle.paths.filter((path) => path.includes('cover'))).toEqual(['OEBPS/images/cover.png']);
	expect(kindle.text('content.opf')).toContain('properties="cover-image"');
	expect(await complaints(await pack(sampleEdition(), { profile: 'kindle' }))).toEqual([]);
});

test('accessibility metadata says what holds', () => {
	expect(metas('schema:accessMode')).toEqual(['textual', 'visual']);
	expect(metas('schema:accessModeSufficient')).toEqual(['textual', 'textual,visual']);
	expect(metas('schema:accessibilityFeature')).toContain('alternativeText');
	expect(metas('schema:accessibilityHazard')).toEqual(['none']);
	expect(metas('schema:accessibilitySummary')).toEqual(['结构完整。']);
});

test('a book with the least there can be is valid too', async () => {
	const least = edition({
		units: [unit('zh-a', { body: tree('<p id="zh-a">文</p>') })],
		toc: [tocEntry('zh-a', '甲')],
	});
	const book = await pack(least, { fonts: [], styles: '' });
	expect(await complaints(book)).toEqual([]);
	expect(readEpub(book).text('toc.xhtml')).toContain('href="01-zh-a.xhtml#zh-a"');
});

test('a missing template is named', async () => {
	const house = { templates: new Map<string, string>(), labels: {}, styles: new Map<string, string>() };
	await expect(pack(sampleEdition(), { house })).rejects.toThrow('templates/epub/content.opf.ejs');
});

test('the time grows with the book, not with its square', async () => {
	// The first run also pays for loading and compiling the code.
	await cost(bigEdition(50));
	const small = await cost(bigEdition(100));
	const big = await cost(bigEdition(400));
	// Four times the text; its square would be sixteen.
	expect(big / small).toBeLessThan(9);
}, 60_000);

/** Two pages of text a piece, each with a note and a link to another. */
function bigEdition(pieces: number): Edition {
	const paragraph = `<p lang="zh">${'生成式模型会写出通顺却不真实的句子，'.repeat(8)}<a href="#zh-p1">见前</a>。</p>`;
	const units = Array.from({ length: pieces }, (_, index) => {
		const id = `zh-p${index + 1}`;
		const call = `<a class="note-call" data-note="${id}-n1" id="${id}-n1-call" href="#${id}-n1">1</a>`;
		return unit(id, {
			body: tree(
				`<section lang="zh"><h1 id="${id}">${id}</h1>${paragraph.repeat(10)}<p>${call}</p></section>`,
			),
			notes: [
				{
					id: `${id}-n1`,
					name: '1',
					number: 1,
					children: [{ type: 'element', tagName: 'p', properties: {}, children: [] }],
				},
			],
		});
	});
	return edition({ units, toc: units.map(({ id }) => tocEntry(id, id)) });
}

/** Processor time of a packaging in ms: other work on the machine does not count. */
async function cost(book: Edition): Promise<number> {
	const start = process.cpuUsage();
	await pack(book, { fonts: [] });
	const { user, system } = process.cpuUsage(start);
	return (user + system) / 1000;
}
