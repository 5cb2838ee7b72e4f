import { beforeAll, expect, test } from 'vitest';
import type { Edition } from '../../scripts/model/index.ts';
import { edition, inline, note, ownHouse, text, tocEntry, tree, unit } from '../support/edition.ts';
import { pack } from './edition.ts';
import { all, complaints, first, navOf, type ReadEpub, readEpub, readLinks, textOf } from './read-epub.ts';

const { labels } = await ownHouse();

const values = `<section class="piece blocks">
<h1 class="piece-title" id="zh-values"><span>机器替谁作主</span><span id="en-values" lang="en">Whom Machines Serve</span></h1>
<p>取舍背后是价值。<a class="note-call" data-note="note-1" id="note-1-call" href="#note-1">1</a></p>
<p class="translation" lang="en">Behind every choice stands a value.<a class="note-call" data-note="note-2" id="note-2-call" href="#note-2">2</a></p>
<table><tbody><tr><td>一</td></tr></tbody></table>
<table class="translation" lang="en"><tbody><tr><td>One</td></tr></tbody></table></section>`;

/** Text and translation paragraph by paragraph, as the stage before makes them. */
function inTwo(): Edition {
	const english = { ...note(2, text('A note.')), children: tree('<p lang="en">A note.</p>').children };
	const notes = [note(1, text('注。')), { ...english, children: english.children.filter(isElement) }];
	return edition({
		id: 'bilingual',
		languages: ['zh', 'en'],
		layout: 'blocks',
		labels: labels.zh ?? {},
		otherLabels: labels.en ?? {},
		metadata: {
			title: '机器与尺度',
			otherTitles: [{ lang: 'en', title: 'Machines and Measure' }],
			description: '小书。',
			rights: '可自由使用。',
			subjects: ['治理'],
			second: {
				lang: 'en',
				description: 'A small book.',
				rights: 'Free to use.',
				subjects: ['governance'],
				reviewer: 'Reviewers',
			},
			review: { by: '审校组', date: '2024-02-01', wcag: '2.2', level: 'AA' },
		},
		units: [
			unit('zh-cover', { kind: 'cover', matter: 'front', body: tree('<p>机器</p>') }),
			unit('zh-values', {
				title: inline('机器替谁作主'),
				otherTitle: inline('Whom Machines Serve', 'en'),
				body: tree(values),
				notes,
			}),
		],
		toc: [
			{
				...tocEntry('zh-values', '机器替谁作主'),
				other: {
					...tocEntry('en-values', ''),
					unit: 'zh-values',
					title: inline('Whom Machines Serve', 'en'),
				},
			},
		],
	});
}

function isElement<Node extends { readonly type: string }>(
	node: Node,
): node is Extract<Node, { type: 'element' }> {
	return node.type === 'element';
}

let bytes: Uint8Array;
let epub: ReadEpub;
let piece: string;

beforeAll(async () => {
	bytes = await pack(inTwo());
	epub = readEpub(bytes);
	piece = epub.text('02-zh-values.xhtml');
});

test('EPUBCheck has nothing to say, and no link is dead', async () => {
	expect(await complaints(bytes)).toEqual([]);
	expect(readLinks(epub).dead).toEqual([]);
});

test('the package has both languages, the main one first, and its texts in both', () => {
	const opf = epub.xml('content.opf');
	const said = (name: string) =>
		all(opf, name).map((one) => [one.attributes['xml:lang'] ?? 'zh', textOf(one)]);
	expect(all(opf, 'dc:language').map(textOf)).toEqual(['zh', 'en']);
	expect(first(opf, 'package').attributes['xml:lang']).toBe('zh');
	expect(said('dc:title')).toEqual([['zh', '机器与尺度']]);
	expect(said('dc:description')).toEqual([
		['zh', '小书。'],
		['en', 'A small book.'],
	]);
	expect(said('dc:rights')).toEqual([
		['zh', '可自由使用。'],
		['en', 'Free to use.'],
	]);
	expect(said('dc:subject')).toEqual([
		['zh', '治理'],
		['en', 'governance'],
	]);
	const metas = all(opf, 'meta').map(({ attributes, children }) => [
		attributes.property,
		attributes['xml:lang'],
		children.map(textOf).join(''),
	]);
	expect(metas).toContainEqual(['alternate-script', 'en', 'Machines and Measure']);
	const summaries = metas.filter(([property]) => property === 'schema:accessibilitySummary');
	expect(summaries.map(([, lang]) => lang)).toEqual([undefined, 'en']);
	expect(summaries[0]?.[2]).toContain('审校组');
	expect(summaries[1]?.[2]).toContain('Reviewers reviewed the book');
});

test('one navigation has both titles in each entry, the second in its language; so have NCX and landmarks', () => {
	const toc = navOf(epub, 'toc');
	if (!toc) throw new Error('There is no navigation.');
	const [link, ...rest] = all(toc, 'a');
	if (!link) throw new Error('It is empty.');
	expect(rest).toEqual([]);
	expect(link.attributes.href).toBe('02-zh-values.xhtml#zh-values');
	expect(textOf(link)).toBe('机器替谁作主 / Whom Machines Serve');
	expect(all(link, 'span').map((one) => [one.attributes['xml:lang'], textOf(one)])).toEqual([
		['en', 'Whom Machines Serve'],
	]);
	expect(textOf(first(toc, 'h1'))).toBe('目录 / Contents');
	const ncx = epub.xml('toc.ncx');
	expect(textOf(first(ncx, 'docTitle')).trim()).toBe('机器与尺度 / Machines and Measure');
	expect(textOf(first(ncx, 'navLabel')).trim()).toBe('机器替谁作主 / Whom Machines Serve');
	const landmarks = navOf(epub, 'landmarks');
	expect(landmarks && all(landmarks, 'a').map(textOf)).toEqual([
		'封面 / Cover',
		'目录 / Contents',
		'机器替谁作主 / Whom Machines Serve',
	]);
});

test('documents are titled in both languages, and the cover is', () => {
	expect(piece).toContain('<title>机器替谁作主 / Whom Machines Serve</title>');
	expect(epub.text('cover.xhtml')).toContain('alt="机器与尺度 / Machines and Measure"');
});

test('what is added to a text speaks its language', () => {
	expect(piece).toContain('lang="zh" xml:lang="zh"');
	expect(piece).toMatch(
		/<div class="table-box" role="group" aria-label="表格，可左右移动"[^>]*><table id=[^>]*>/,
	);
	expect(piece).toMatch(
		/<div class="table-box" role="group" aria-label="Table, may be moved sideways"[^>]* lang="en" xml:lang="en"><table class="translation"[^>]*>/,
	);
	const notes = piece.slice(piece.indexOf('epub:type="footnotes"'));
	expect(notes).toMatch(/<aside id="note-1"(?![^>]*lang=)[^>]*><p>.*?title="返回正文"/);
	expect(notes).toMatch(
		/<aside id="note-2"[^>]* lang="en" xml:lang="en"><p><a [^>]*title="Back to the text"/,
	);
	// One heading names the section in both.
	expect(piece).toContain('aria-labelledby="zh-values"');
});
