import type { Element } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { Geometry, Page, Side } from '../model/index.ts';
import { element, raw } from './markup.ts';
import { noRoom, type Room, sheetSize } from './room.ts';

/** A page box and what of a page it shows. */
export interface SheetBox {
	readonly side: Side;
	readonly lang: string;
	/** Kind of the unit, `blank` where there is none; it decides the ground under the text. */
	readonly kind?: string | undefined;
	/** Text block and notes as finished HTML. */
	readonly text?: { readonly body: string; readonly notes: string };
	/** Finished HTML. */
	readonly runningHead?: string | undefined;
	readonly folio?: string | undefined;
	/** Of a proof: what it says of itself, as finished HTML. */
	readonly proof?: string | undefined;
	/** Class of what is only one layer of a page: `text-layer` has no ground. */
	readonly layer?: 'text-layer' | 'furniture-layer';
}

const stringifier = unified()
	.use(rehypeStringify, { allowDangerousHtml: true, closeSelfClosing: false })
	.freeze();

/** Page boxes as HTML: a light box a page, instead of the nested grid of Paged.js. */
export function sheetsHtml(boxes: readonly SheetBox[]): string {
	return stringifier.stringify({ type: 'root', children: boxes.map(sheet) });
}

/** A whole page. */
export function wholePage(page: Page): SheetBox {
	return {
		side: page.side,
		lang: page.lang,
		kind: page.kind ?? 'blank',
		...(page.unit ? { text: page } : {}),
		runningHead: page.runningHead,
		folio: page.showFolio ? page.label : undefined,
		proof: page.proof,
	};
}

/** Left edge of the text block in CSS px: whole ones, so that boxes and letters are set alike on both sides. */
export function blockLeft({ page, block }: Geometry, side: Side): number {
	return Math.round(side === 'recto' ? block.inner : page.width - block.inner - block.width);
}

/**
 * The rules that the geometry decides, and the room round the page; what is the same for every book stands in
 * sheet.css.
 */
export function sizeRules(geometry: Geometry, room: Room = noRoom): string {
	const { page, block, column = 0 } = geometry;
	const [width, height] = sheetSize(geometry, room);
	const sizes = {
		'page-width': page.width,
		'page-height': page.height,
		'recto-left': blockLeft(geometry, 'recto'),
		'verso-left': blockLeft(geometry, 'verso'),
		'block-top': block.top,
		'block-width': block.width,
		'block-height': block.height,
		...(column > 0 ? { 'column-width': column } : {}),
	};
	const properties = Object.entries(sizes).map(([name, value]) => `--${name}:${value}px`);
	const bleed = room === noRoom ? '' : `:root{--side-bleed:${room.x}px;--bleed:${room.y}px}\n`;
	return `@page{size:${width}px ${height}px;margin:0}\n:root{${properties.join(';')}}\n${bleed}`;
}

function sheet({ side, lang, kind, text, runningHead, folio, proof, layer }: SheetBox): Element {
	const names = ['page', side, ...(kind ? [`${kind}-page`] : []), ...(layer ? [layer] : [])];
	const hidden = layer === 'furniture-layer' ? { ariaHidden: 'true' } : {};
	return element('section', { className: names, lang, ...hidden }, [
		...furniture('running-head', runningHead),
		...(text ? [textBlock(text)] : []),
		...furniture('folio', folio),
		...furniture('proof-line', proof),
	]);
}

function textBlock({ body, notes }: { readonly body: string; readonly notes: string }): Element {
	return element('div', { className: ['text-block'] }, [
		element('div', { className: ['flow'] }, [raw(body)]),
		...(notes ? [element('div', { className: ['notes'] }, [raw(notes)])] : []),
	]);
}

/** Running heads and folios repeat on every page: no screen reader should read them out. */
function furniture(name: string, html: string | undefined): Element[] {
	if (html === undefined) return [];
	return [
		element('div', { className: [name, 'sans'], ariaHidden: 'true' }, [element('span', {}, [raw(html)])]),
	];
}
