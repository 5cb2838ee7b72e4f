import type { Element, ElementContent, Parents, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import type { Inline, Lang, LocalText } from '../model/index.ts';
import type { BookContext } from './context.ts';
import { markForeignRuns } from './language.ts';
import { isCall } from './notes.ts';
import type { WriteHtml } from './to-html.ts';
import { cleanSource } from './xml-characters.ts';
import { partSectionEnds } from './xml-section-ends.ts';

/** A plain text, such as a title or a name, for an edition in `lang`. */
export function plainInline(source: LocalText, lang: Lang, book: BookContext, write: WriteHtml): Inline {
	const { file, line, column } = source.place;
	const value = cleanSource(source.text, book.report, file, line, column).replace(/\s+/g, ' ').trim();
	const start = { line, column };
	const text = { type: 'text' as const, value, position: { start, end: start } };
	const title: Root = {
		type: 'root',
		children: value === '' ? [] : [...markForeignRuns(text, source.lang, book, '')],
	};
	partSectionEnds(title, 'span');
	return finishInline(title.children as ElementContent[], source.lang, lang, write);
}

/** The content of a heading as a line for lists of headings: without notes, links and ids. */
export function headingInline(heading: Element, lang: Lang, write: WriteHtml): Inline {
	const given = heading.properties.lang;
	const own = typeof given === 'string' ? given : lang;
	return finishInline(plainCopy(heading), own, lang, write);
}

/** A line of text in its three shapes; in a `<span lang>` where its language is not the edition's. */
export function finishInline(
	content: readonly ElementContent[],
	own: Lang,
	lang: Lang,
	write: WriteHtml,
): Inline {
	const children: readonly ElementContent[] =
		own === lang || content.length === 0
			? content
			: [{ type: 'element', tagName: 'span', properties: { lang: own }, children: [...content] }];
	return { lang: own, text: plainText(children), html: write(children), children };
}

function plainText(children: readonly ElementContent[]): string {
	const root: Root = { type: 'root', children: [...children] };
	return toText(withSpaces(root)).replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim();
}

// A forced line break parts two words like a space.
function withSpaces(root: Root): Root {
	const children = root.children.map((child) =>
		child.type === 'element' && child.tagName === 'br' ? { type: 'text' as const, value: ' ' } : child,
	);
	return { ...root, children };
}

function plainCopy(parent: Parents): ElementContent[] {
	return parent.children.flatMap((child): ElementContent[] => {
		if (child.type === 'text') return [{ ...child }];
		if (child.type !== 'element') return [];
		if (isCall(child)) return [];
		if (child.tagName === 'br') return [{ type: 'text', value: ' ' }];
		if (child.tagName === 'img') return [{ type: 'text', value: String(child.properties.alt ?? '') }];
		if (child.tagName === 'svg') return [{ type: 'text', value: String(child.properties.ariaLabel ?? '') }];
		if (child.tagName === 'a') return plainCopy(child);
		const { id: _id, ...properties } = child.properties;
		return [{ ...child, properties, children: plainCopy(child) }];
	});
}
