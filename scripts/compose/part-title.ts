import type { Inline } from '../model/index.ts';

/** `第一章 …`, `Chapter 1 …`, `Part II: …`: the number of a part, and what follows it. */
const numbered =
	/^(第\S{1,4}[章部分篇编卷]|(?:Part|Chapter|Section)\s+(?:\d+|[IVXLC]+)(?=[\s.:—–]))[\s.:—–]*(.+)$/iu;

/** Splits a part's title into number and name; a title without a number is all name. */
export function splitPartTitle(title: string): { readonly number?: string; readonly name: string } {
	const [, number, name] = numbered.exec(title) ?? [];
	return number && name ? { number, name } : { name: title };
}

/** The same, of a title that is one run of text; one with foreign runs keeps them in its name. */
export function splitPartInline(title: Inline): { readonly number?: Inline; readonly name: Inline } {
	const { number, name } = splitPartTitle(title.text);
	const [first, ...rest] = title.children;
	if (number === undefined || first?.type !== 'text' || !first.value.startsWith(number))
		return { name: title };
	const start = title.text.length - name.length;
	if (first.value.length < start) return { name: title };
	const cut = (value: string) => ({ ...first, value });
	return {
		number: { ...title, text: number, html: number, children: [cut(number)] },
		name: {
			...title,
			text: name,
			html: title.html.slice(start),
			children: [cut(first.value.slice(start)), ...rest],
		},
	};
}
