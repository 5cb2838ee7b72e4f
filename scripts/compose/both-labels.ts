import type { Element } from 'hast';
import type { Inline } from '../model/index.ts';
import type { Context } from './context.ts';
import { plainInline } from './inline.ts';
import { inFlow } from './template-tree.ts';

type Labelled = Pick<Context, 'lang' | 'labels'>;

/** The wording of an edition in two languages: each label in the one and then in the other, or once where they agree. */
export function bothLabels([first, second]: readonly [Labelled, Labelled]): Readonly<Record<string, Inline>> {
	return Object.fromEntries(Object.keys(ownLabels(first)).map((key) => [key, inBoth(key, first, second)]));
}

/** The wording of a language, in which the edition has the name of one in two languages. */
export function ownLabels({ labels }: Pick<Context, 'labels'>): Readonly<Record<string, string>> {
	const name = labels['bilingual-edition-name'];
	return name === undefined ? labels : { ...labels, 'edition-name': name };
}

function inBoth(key: string, first: Labelled, second: Labelled): Inline {
	const one = plainInline(ownLabels(first)[key] ?? key, first.lang);
	const two = plainInline(ownLabels(second)[key] ?? key, second.lang);
	if (one.text === two.text) return one;
	const spans = [one, two].map((line) => inFlow(span(line), line.lang, [first.lang, second.lang]));
	return {
		lang: first.lang,
		text: `${one.text} ${two.text}`,
		html: `${one.html} <span lang="${two.lang}">${two.html}</span>`,
		children: spans.flatMap((one, index) => (index === 0 ? [one] : [{ type: 'text', value: ' ' }, one])),
	};
}

function span({ children }: Inline): Element {
	return { type: 'element', tagName: 'span', properties: {}, children: [...children] };
}
