import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import type { Publication } from '../../../scripts/model/index.ts';
import { publish } from '../../../scripts/publish/index.ts';
import { sha256 } from '../../../scripts/publish/sha256.ts';
import { ownHouse } from '../../support/edition.ts';
import {
	accessibility,
	archivePdf,
	bareEdition,
	bilingualEdition,
	cover,
	epub,
	forPrinter,
	pdf,
	publications,
} from '../publications.ts';

const house = await ownHouse();

interface Found {
	readonly tag: string;
	readonly text: string;
	readonly properties: Readonly<Record<string, unknown>>;
}

/** The page as a strict reader of HTML sees it: an error of the markup is thrown. */
function read(all: readonly Publication[]): readonly Found[] {
	const listing = publish(all, { house, page: true }).find(({ name }) => name === 'index.html');
	const html = new TextDecoder().decode(listing?.bytes);
	const tree = fromHtml(html, {
		onerror(error) {
			throw error;
		},
	});
	const found: Found[] = [];
	visit(tree, 'element', (element) => {
		found.push({ tag: element.tagName, text: textOf(element), properties: element.properties });
	});
	return found;
}

const rich = read(publications());
const texts = (tag: string) => rich.filter((one) => one.tag === tag).map(({ text }) => text);

test('every edition stands in its language, under a title of its own', () => {
	const articles = rich.filter(({ tag }) => tag === 'article');
	expect(articles.map(({ properties }) => properties.lang)).toEqual(['zh', 'en']);
	expect(texts('h1')).toEqual(['机器与尺度']);
	expect(texts('h2')).toEqual(['机器与尺度', 'Machines & Measures']);
	expect(articles[0]?.text).toContain('下载');
	expect(articles[1]?.text).toContain('Downloads');
	expect(articles[0]?.text).toContain('“引号”与 <尖括号>。');
});

test('every file is offered with its digest, and shops are named', () => {
	const links = rich.filter(({ properties }) => properties.download !== undefined);
	expect(links.map(({ properties, text }) => [properties.href, text])).toEqual([
		['report.zh.pdf', 'PDF'],
		['report.zh.epub', 'EPUB'],
		['report.en.pdf', 'PDF'],
		['report.en.kindle.epub', 'EPUB for Kindle'],
		['report.en.epub', 'EPUB'],
	]);
	const files = publications().flatMap(({ artifacts }) => artifacts);
	expect(texts('code')).toEqual(files.map(({ bytes }) => sha256(bytes)));
});

test('archive editions are offered as such, and what goes to a printer is not', () => {
	const [zh, en] = publications();
	if (!zh || !en) throw new Error('There are not two editions.');
	const sourced = archivePdf('en', { archive: '3a' });
	const found = read([
		{ ...zh, artifacts: [pdf(), archivePdf(), ...forPrinter()] },
		{ ...en, artifacts: [pdf('en'), sourced] },
	]);
	const links = found.filter(({ properties }) => properties.download !== undefined);
	expect(links.map(({ properties, text }) => [properties.href, properties.type, text])).toEqual([
		['report.zh.pdf', 'application/pdf', 'PDF'],
		['report.zh.archive.pdf', 'application/pdf', 'PDF/A-2a 供存档'],
		['report.en.pdf', 'application/pdf', 'PDF'],
		['report.en.archive.pdf', 'application/pdf', 'PDF/A-3a for archives, with its sources'],
	]);
});

test('it leads to the lists, and to nothing that is not there', () => {
	const names = publish(publications(), { house, page: true }).map(({ name }) => name);
	const files = publications().flatMap(({ artifacts }) => artifacts.map(({ name }) => name));
	const ids = rich.map(({ properties }) => `#${properties.id}`);
	for (const { properties } of rich) {
		const target = properties.href ?? properties.src;
		if (target !== undefined) expect([...names, ...files, ...ids]).toContain(target);
	}
	const targets = rich.map(({ properties }) => properties.href);
	for (const name of ['catalog.json', 'onix.xml', 'SHA256SUMS']) expect(targets).toContain(name);
});

test('a picture has words, a stranger among the names has a language', () => {
	expect(rich.filter(({ tag }) => tag === 'img').map(({ properties }) => properties.alt)).toEqual([
		'封面',
		'Cover',
	]);
	const names = rich.filter(({ tag, properties }) => tag === 'span' && properties.lang !== undefined);
	expect(names.map(({ text, properties }) => [text, properties.lang])).toContainEqual([
		'Rosa M. Keller',
		'en',
	]);
});

test('there is no script, and nothing comes from elsewhere', () => {
	expect(rich.map(({ tag }) => tag)).not.toContain('script');
	const css = house.styles.get('release.css') ?? '';
	expect(css).not.toMatch(/url\(|@import|<\//);
});

test('a bare book leaves no empty places', () => {
	const bare = read([{ edition: { ...bareEdition(), labels: house.labels.en ?? {} }, artifacts: [pdf()] }]);
	expect(bare.filter(({ tag, text }) => /^(?:p|dd|dt|h[1-3]|a|li)$/.test(tag) && text.trim() === '')).toEqual(
		[],
	);
	expect(bare.map(({ properties }) => properties.href)).not.toContain('catalog.json');
	expect(bare.map(({ tag }) => tag)).not.toContain('img');
});

test('an edition in two languages speaks both, and marks the second', () => {
	const summary = { lang: 'en', text: 'Reads well.' };
	const spoken = { ...accessibility, secondSummary: summary };
	const found = read([
		...publications(),
		{
			edition: bilingualEdition(),
			artifacts: [pdf('bilingual'), epub('bilingual', { accessibility: spoken })],
			cover,
		},
	]);
	const start = found.findLastIndex(({ tag }) => tag === 'article');
	const article = found[start];
	expect(article?.properties.lang).toBe('zh');
	const own = found.slice(
		start,
		found.findIndex(({ tag }) => tag === 'footer'),
	);
	const textIn = (tag: string, lang?: string) =>
		own.filter((one) => one.tag === tag && one.properties.lang === lang).map(({ text }) => text);
	expect(textIn('h2')).toEqual(['机器与尺度 / Machines & Measures']);
	expect(textIn('h3')).toEqual(['下载 / Downloads']);
	const marked = [
		'Bilingual edition',
		'Machines & Measures',
		'Downloads',
		'Lin Yue',
		'Working Group',
		'Rights',
	];
	expect(textIn('span', 'en')).toEqual(expect.arrayContaining(marked));
	expect(textIn('p', 'en')).toEqual(['About “machines” & <measures>.']);
	const english = textIn('dd', 'en');
	expect(english).toEqual(expect.arrayContaining(['Measure Press', 'EPUB: Reads well.', 'Free to use.']));
	expect(english.filter((text) => text.startsWith('PDF: '))).toHaveLength(1);
	expect(textIn('dt')).toContain('ISBN (EPUB)');
	const footer = found.slice(found.findIndex(({ tag }) => tag === 'footer'));
	expect(footer.filter(({ tag }) => tag === 'ul').map(({ properties }) => properties.lang)).toEqual([
		'zh',
		'en',
	]);
});
