import type { Element, ElementData, Parents, Root } from 'hast';
import type { VFile } from 'vfile';
import { contextOf } from './context.ts';

const DEEPEST = 6;
// A heading in one of these belongs to what is quoted or listed, not to the sections of the piece.
const ENCLOSING = new Set(['blockquote', 'li', 'dd', 'td', 'th', 'figure', 'figcaption']);

/**
 * Sets the levels of the headings: sections begin at h2 (h1 is the piece's title) and go down one level at a time.
 * A heading in a quotation or list comes under the section it stands in; one in a note becomes a strong paragraph.
 */
export function rehypeHeadings() {
	return (tree: Root, file: VFile): void => {
		if (contextOf(file).part === 'note' || contextOf(file).key === '') {
			setAsParagraphs(tree);
			return;
		}
		const open: { written: number; level: number }[] = [];
		eachHeading(tree, false, (heading, isEnclosed) => {
			const written = headingLevel(heading);
			// The parser of HTML, which alone sets the rest, declares it.
			heading.data = { ...(heading.data as ElementData), written };
			setInnerAsSpans(heading);
			if (isEnclosed) {
				heading.tagName = `h${Math.min((open.at(-1)?.level ?? 1) + 1, DEEPEST)}`;
				return;
			}
			while (open.length > 0 && (open.at(-1)?.written ?? 0) >= written) open.pop();
			const level = Math.min((open.at(-1)?.level ?? 1) + 1, DEEPEST);
			open.push({ written, level });
			heading.tagName = `h${level}`;
		});
	};
}

/** Calls back for each heading in the order of the text. */
export function eachHeading(
	parent: Parents,
	isEnclosed: boolean,
	found: (heading: Element, isEnclosed: boolean) => void,
): void {
	for (const child of parent.children) {
		if (child.type !== 'element') continue;
		if (headingLevel(child) > 0) found(child, isEnclosed);
		else eachHeading(child, isEnclosed || ENCLOSING.has(child.tagName), found);
	}
}

/** 1 to 6 for a heading, else 0. */
export function headingLevel(element: Element): number {
	return Number(/^h([1-6])$/.exec(element.tagName)?.[1] ?? 0);
}

// HTML of the author's own may hold a heading in a heading.
function setInnerAsSpans(heading: Element): void {
	eachHeading(heading, true, (inner) => {
		inner.tagName = 'span';
		setInnerAsSpans(inner);
	});
}

function setAsParagraphs(tree: Root): void {
	eachHeading(tree, false, (heading) => {
		setInnerAsSpans(heading);
		heading.tagName = 'p';
		heading.children = [{ type: 'element', tagName: 'strong', properties: {}, children: heading.children }];
	});
}
