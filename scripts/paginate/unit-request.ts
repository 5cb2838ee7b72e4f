import type { Element, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Note, Unit } from '../model/index.ts';
import type { LayoutRequest } from './in-page.d.ts';

/**
 * The ways to lay a unit out, the best first. Paged.js is known to lose text where a long note or a tall
 * element meets the foot of a page; each further way takes one of these occasions from it.
 */
export const ways = ['footnotes', 'endnotes', 'plain'] as const;

export type Way = (typeof ways)[number];

const tableParts = new Map([
	['table', 'flat-table'],
	['caption', 'flat-caption'],
	['thead', 'flat-head'],
	['tbody', 'flat-body'],
	['tfoot', 'flat-body'],
	['tr', 'flat-row'],
	['th', 'flat-cell'],
	['td', 'flat-cell'],
]);

const stringifier = unified().use(rehypeStringify).freeze();

/** Keeps a note call on the line of the word before it (Unicode: WORD JOINER). */
const wordJoiner = '\u2060';

/** A unit as the paginating tab takes it: `css` holds the page rules. */
export function toRequest(source: Unit, way: Way, css: string): LayoutRequest {
	const unit = source.notes.length > 0 ? { ...source, body: tieCalls(source.body) } : source;
	const { lang } = unit;
	if (way === 'footnotes') return { html: stringify(unit.body), lang, notes: footnotes(unit), css };
	const body: Root = { ...unit.body, children: [...unit.body.children, ...endnotes(unit)] };
	if (way === 'endnotes') return { html: stringify(body), lang, notes: [], css };
	return { html: stringify(withoutTables(body)), lang, notes: [], css: withoutAvoid(css) };
}

function tieCalls(body: Root): Root {
	const copy = structuredClone(body);
	visit(copy, 'element', (element) => {
		if (typeof element.properties.dataNote !== 'string') return;
		element.children.unshift({ type: 'text', value: wordJoiner });
	});
	return copy;
}

/** Lifts every rule that keeps things together, so that each line may begin a page. */
function withoutAvoid(css: string): string {
	return `${css.replaceAll(/break-(?:inside|before|after):\s*avoid(?:-page)?;?/g, '')}
		* { break-inside: auto !important; orphans: 1 !important; widows: 1 !important; }`;
}

/** A table as blocks: Paged.js cannot break a row that is taller than a page, but it can break text. */
function withoutTables(body: Root): Root {
	const copy = structuredClone(body);
	visit(copy, 'element', (element) => {
		const name = tableParts.get(element.tagName);
		if (name === undefined) return;
		element.tagName = 'div';
		element.properties = { ...element.properties, className: [name] };
	});
	return copy;
}

function stringify(tree: Root): string {
	return stringifier.stringify(tree);
}

function footnotes(unit: Unit): LayoutRequest['notes'] {
	const calls = firstCalls(unit.body);
	return unit.notes.map((note) => {
		const call = calls.get(note.id) ?? `${note.id}-call`;
		return { call, html: stringify({ type: 'root', children: noteContent(note, call) }) };
	});
}

/** Id of the first call of each note, for a note is printed once. */
function firstCalls(body: Root): ReadonlyMap<string, string> {
	const calls = new Map<string, string>();
	visit(body, 'element', (element) => {
		const { dataNote: note, id } = element.properties;
		if (typeof note === 'string' && typeof id === 'string' && !calls.has(note)) calls.set(note, id);
	});
	return calls;
}

function endnotes(unit: Unit): Element[] {
	if (unit.notes.length === 0) return [];
	const calls = firstCalls(unit.body);
	const notes = unit.notes.map((note): Element => {
		const children = noteContent(note, calls.get(note.id) ?? `${note.id}-call`);
		return { type: 'element', tagName: 'div', properties: { className: ['note'] }, children };
	});
	return [{ type: 'element', tagName: 'section', properties: { className: ['endnotes'] }, children: notes }];
}

/** The note with its number in front, which leads back to the call. */
function noteContent(note: Note, call: string): Element[] {
	const number: Element = {
		type: 'element',
		tagName: 'a',
		properties: { className: ['note-number'], href: `#${call}` },
		children: [{ type: 'text', value: String(note.number) }],
	};
	return [
		{
			type: 'element',
			tagName: 'div',
			properties: { className: ['note-text'], id: note.id, role: 'doc-footnote' },
			children: [number, ...note.children],
		},
	];
}
