import type { Inline } from '../model/index.ts';
import { cutText } from './cut-text.ts';

const han = '第[\\d〇零一二三四五六七八九十百]{1,5}';
const separator = '[\\s.:：．·、—–-]';

/**
 * `第一章 …`, `Chapter 1 …`, `Part II: …`: the number of a part, and what follows it. 部, 篇, 编 and 卷 begin other
 * words too (第三部门, 第一篇论文), and count only where a space or mark follows.
 */
const numbered = new RegExp(
	`^(${han}(?:章|部分|[部篇编卷](?=${separator}))|(?:Part|Chapter|Section)\\s+(?:\\d+|[IVXLC]+)(?=${separator}))${separator}*(.+)$`,
	'iu',
);

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
	return {
		number: { ...title, text: number, html: number, children: [cutText(first, 0, number.length)] },
		name: {
			...title,
			text: name,
			html: title.html.slice(start),
			children: [cutText(first, start), ...rest],
		},
	};
}
