import type { ElementContent } from 'hast';
import type { Inline, Lang } from '../model/index.ts';

/** Plain text of the house (a label, a date) as an Inline. */
export function plainInline(text: string, lang: Lang): Inline {
	return { lang, text, html: escapeText(text), children: [{ type: 'text', value: text }] };
}

/** Several Inlines in a row with words between them: `A, B and C`. */
export function joinInlines(parts: readonly Inline[], separator: string, last: string, lang: Lang): Inline {
	const between = (index: number) => (index === 0 ? '' : index === parts.length - 1 ? last : separator);
	const children = parts.flatMap((part, index): ElementContent[] => {
		const words = between(index);
		return words === '' ? [...part.children] : [{ type: 'text', value: words }, ...part.children];
	});
	const join = (pick: (part: Inline) => string) =>
		parts.map((part, index) => escapeText(between(index)) + pick(part)).join('');
	const text = parts.map((part, index) => between(index) + part.text).join('');
	return { lang, text, html: join((part) => part.html), children };
}

function escapeText(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
