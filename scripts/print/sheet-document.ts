import type { Element, Root, RootContent } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { Geometry, Page } from '../model/index.ts';

const stringifier = unified()
	.use(rehypeStringify, { allowDangerousHtml: true, closeSelfClosing: false })
	.freeze();

export interface SheetDocument {
	readonly title: string;
	readonly lang: string;
	readonly pages: readonly Page[];
	readonly geometry: Geometry;
	/** Faces, typography and page boxes. */
	readonly css: string;
}

/** The finished pages as one document: a light box a page, instead of the nested grid of Paged.js. */
export function sheetDocument({ title, lang, pages, geometry, css }: SheetDocument): string {
	const tree: Root = {
		type: 'root',
		children: [
			{ type: 'doctype' },
			element('html', { lang }, [
				element('head', {}, [
					element('meta', { charSet: 'utf-8' }, []),
					element('title', {}, [{ type: 'text', value: title }]),
					element('style', {}, [{ type: 'text', value: `${sizes(geometry)}\n${css}` }]),
				]),
				element('body', {}, pages.map(sheet)),
			]),
		],
	};
	return stringifier.stringify(tree);
}

function sizes({ page, block }: Geometry): string {
	return `@page{size:${page.width}px ${page.height}px;margin:0}
:root{--page-width:${page.width}px;--page-height:${page.height}px;--block-inner:${block.inner}px;--block-top:${block.top}px;--block-width:${block.width}px;--block-height:${block.height}px}`;
}

function sheet(page: Page): Element {
	const names = ['page', page.side, ...(page.kind ? [`${page.kind}-page`] : ['blank-page'])];
	const block = element('div', { className: ['text-block'] }, [
		element('div', { className: ['flow'] }, [raw(page.body)]),
		...(page.notes ? [element('div', { className: ['notes'] }, [raw(page.notes)])] : []),
	]);
	return element('section', { className: names, lang: page.lang }, [
		...furniture('running-head', page.runningHead),
		...(page.unit ? [block] : []),
		...furniture('folio', page.showFolio ? page.label : undefined),
	]);
}

/** Running heads and folios repeat on every page: no screen reader should read them out. */
function furniture(name: string, html: string | undefined): Element[] {
	if (html === undefined) return [];
	return [
		element('div', { className: [name, 'sans'], ariaHidden: 'true' }, [element('span', {}, [raw(html)])]),
	];
}

function raw(value: string): RootContent {
	return { type: 'raw', value } as unknown as RootContent;
}

function element(
	tagName: string,
	properties: Element['properties'],
	children: readonly RootContent[],
): Element {
	return { type: 'element', tagName, properties, children: children as Element['children'] };
}
