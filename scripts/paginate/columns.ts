import type { Element } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { Column } from '../model/index.ts';

const stringifier = unified().use(rehypeStringify, { allowDangerousHtml: true }).freeze();

/** The body of a page that shows two texts side by side, each with its notes at its foot. */
export function columnsHtml(columns: readonly Column[]): string {
	return stringifier.stringify({ type: 'root', children: columns.map(columnBox) });
}

function columnBox({ lang, body, notes }: Column, index: number): Element {
	const name = index === 0 ? 'first-column' : 'second-column';
	return box(['column', name], lang, [
		box(['column-flow'], undefined, [raw(body)]),
		...(notes === '' ? [] : [box(['notes'], undefined, [raw(notes)])]),
	]);
}

function box(className: string[], lang: string | undefined, children: Element['children']): Element {
	return {
		type: 'element',
		tagName: 'div',
		properties: { className, ...(lang === undefined ? {} : { lang }) },
		children,
	};
}

/** HTML that the tab made; the tree of a page need not be built again. */
function raw(value: string): Element['children'][number] {
	return { type: 'raw', value } as unknown as Element['children'][number];
}
