import { readFileSync } from 'node:fs';
import type { Asset, Edition, FontSet, House, Note, Picture, Profile } from '../../scripts/model/index.ts';
import { packageEpub } from '../../scripts/package/index.ts';
import { edition, inline, name, ownHouse, signer, tocEntry, tree, unit } from '../support/edition.ts';

export const picture = new Uint8Array(
	readFileSync(new URL('../fixtures/book/images/stages.png', import.meta.url)),
);

export const cover: Picture = { mediaType: 'image/png', bytes: picture };

export function asset(path: string, rest: Partial<Asset> = {}): Asset {
	return {
		path,
		mediaType: 'image/png',
		width: 600,
		height: 400,
		stamp: '1',
		read: async () => picture,
		...rest,
	};
}

/** A face whose bytes only look like a font. */
export function face(file: string, family: string, unicodeRange?: string): FontSet[number] {
	const bytes = new Uint8Array([0, 1, 0, 0, ...new TextEncoder().encode(file)]);
	const name = {
		family,
		weight: 400,
		style: 'normal',
		file,
		postScriptName: family.replaceAll(' ', ''),
	} as const;
	return {
		...name,
		bytes,
		digest: file,
		shape: file,
		glyphText: () => ({ coded: new Map(), derived: new Map() }),
		...(unicodeRange ? { unicodeRange } : {}),
	};
}

const fonts: FontSet = [
	face('serif-400.ttf', 'Diglot Serif'),
	face('serif-han-400.ttf', 'Diglot Serif Han'),
	face('serif-han-400.ttf', 'Diglot Serif Han Marks', 'U+2018-2019'),
];

function note(id: string, number: number, html: string): Note {
	return {
		id,
		name: String(number),
		number,
		children: tree(html).children.filter((child) => child.type === 'element'),
	};
}

function call(id: string, number: number, times = ''): string {
	return `<a class="note-call" role="doc-noteref" data-note="${id}" id="${id}-call${times}" href="#${id}">${number}</a>`;
}

const values = `<section class="unit piece" lang="zh">
<header class="piece-opener"><p class="piece-part pages-only">第一章</p>
<h2 class="piece-title" id="zh-values">机器替谁作主</h2><p class="byline" lang="zh">林越</p></header>
<div class="piece-body"><p lang="zh">取舍背后是价值。${call('zh-values-n1', 1)}再看<a href="#zh-errors-h1">后文</a>与<a href="#zh-contents">目录</a>。${call('zh-values-n1', 1, '-2')}</p>
<h3 id="zh-values-h1">来源</h3>
<p lang="zh">所谓 <span lang="en">hyphen\u00adated &amp; “so on”</span>，<em>并非</em>如此。${call('zh-values-n2', 2)}<br>又见<a href="https://example.org/?a=1&amp;b=2">网页</a>。</p>
<table><thead><tr><th scope="col">种类</th><th scope="col" class="align-right">率</th></tr></thead>
<tbody><tr><td>拼写</td><td class="align-right">98%</td></tr></tbody></table>
<figure><svg role="img" aria-label="两条" viewBox="0 0 20 10" width="20" height="10" lang="zh"><defs><linearGradient id="zh-values-g1"><stop offset="0" stop-color="#000"></stop></linearGradient></defs><rect fill="url(#zh-values-g1)" width="9.5" height="9"></rect><text text-anchor="middle" lang="en">A</text></svg><figcaption>图</figcaption></figure>
</div></section>`;

const errors = `<section class="unit piece" lang="zh"><h2 class="piece-title" id="zh-errors">错误有多种</h2>
<div class="piece-body"><h3 id="zh-errors-h1">例子</h3><p lang="zh">见<a href="#zh-values-h1">前文</a>。</p>
<figure><img src="images/图 一.png" alt="三个色块" width="600.4" height="400"></figure>
<p lang="zh"><img src="images/图 一.png" alt="又是三个色块" width="60" height="40"></p></div></section>`;

const directory = `<section class="unit directory" lang="zh"><h1 id="zh-directory">作者名录</h1>
<p class="toc-line"><a class="toc-title" href="#zh-values">机器替谁作主</a><span class="leader"></span><a class="page-ref" href="#zh-values"></a></p></section>`;

/** A book with everything in it: part, pieces, notes, table, image, drawing, foreign runs, front and back matter. */
export function sampleEdition(): Edition {
	const front = { matter: 'front', folios: 'none' } as const;
	return edition({
		languages: ['zh', 'en'],
		labels: {
			cover: '封面',
			'title-page': '书名页',
			contents: '目录',
			notes: '注释',
			'back-to-text': '返回正文',
			'accessibility-summary': '结构完整。',
		},
		images: new Map([
			['images/图 一.png', asset('images/图 一.png')],
			['images/unused.png', asset('images/unused.png')],
		]),
		metadata: {
			title: '机器与尺度',
			subtitle: '小书 & 大书',
			description: '“引号”与 <尖括号>。',
			rights: '可自由使用。',
			subjects: ['人工智能', '治理'],
			publishers: [name('尺度研究社', 'zh'), name('Open Futures Lab', 'en')],
			date: '2024-03',
			modified: new Date(Date.UTC(2024, 2, 1, 12, 30, 4)),
			creators: [
				{ ...signer('林越', 'zh'), fileAs: 'lin yue', role: 'aut', orcid: '0000-0002-1825-0097' },
				{ ...signer('Rosa M. Keller', 'en'), fileAs: 'Keller, Rosa M.', role: 'aut' },
				{ ...signer('陈默', 'zh'), fileAs: 'chen mo', role: 'trl' },
			],
		},
		units: [
			unit('zh-cover', {
				...front,
				kind: 'cover',
				body: tree('<section class="cover"><p>机器</p></section>'),
			}),
			unit('zh-title-page', {
				...front,
				kind: 'title-page',
				body: tree(
					'<section class="unit title-page" lang="zh"><h1 class="book-title">机器与尺度</h1><p lang="en">Machines</p></section>',
				),
			}),
			unit('zh-imprint', {
				...front,
				kind: 'imprint',
				body: tree(
					'<section class="unit imprint" lang="zh"><h1>版权信息</h1><dl><div><dt>出版</dt><dd>社</dd></div></dl></section>',
				),
			}),
			unit('zh-contents', {
				...front,
				kind: 'contents',
				media: 'pages',
				body: tree('<nav><h1 id="zh-contents">目录</h1></nav>'),
			}),
			unit('zh-front-preface', {
				...front,
				body: tree('<section class="unit piece" lang="zh"><h1 id="zh-front-preface">序言</h1></section>'),
			}),
			unit('zh-part-1', {
				kind: 'part',
				body: tree('<section class="unit part-opener" lang="zh"><h1 id="zh-part-1">第一章</h1></section>'),
			}),
			unit('zh-values', {
				title: inline('机器替谁作主'),
				body: tree(values),
				notes: [
					note('zh-values-n1', 1, '<p lang="zh">见 <span lang="en">Or\u00adwell</span>。</p><p>再见。</p>'),
					note('zh-values-n2', 2, '<ul><li>清单</li></ul>'),
				],
			}),
			unit('zh-errors', { body: tree(errors) }),
			unit('zh-directory', { kind: 'directory', matter: 'back', body: tree(directory) }),
		],
		toc: [
			tocEntry('zh-front-preface', '序言'),
			tocEntry('zh-part-1', '第一章 <span lang="en">AI</span> 风险', [
				{ ...tocEntry('zh-values', '机器替谁作主'), byline: inline('林越') },
				tocEntry('zh-errors', '错误有多种'),
			]),
			tocEntry('zh-directory', '作者名录'),
		],
	});
}

export interface PackageChanges {
	readonly house?: House;
	readonly fonts?: FontSet;
	readonly cover?: Picture;
	readonly styles?: string;
	readonly profile?: Profile;
}

/** Packs an edition with the templates and the style sheet of this repository. */
export async function pack(book: Edition, changes: PackageChanges = {}): Promise<Uint8Array> {
	const house = await ownHouse();
	const styles = house.styles.get('epub.css') ?? '';
	const pictures = new Map([...book.images.keys()].map((path) => [path, cover]));
	const options = { fonts, cover, pictures, house, styles, profile: 'generic', ...changes } as const;
	return (await packageEpub(book, options)).bytes;
}
