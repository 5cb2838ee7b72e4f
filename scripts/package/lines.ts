import type { Edition, Inline, Lang } from '../model/index.ts';
import { withoutSoftHyphens } from './clean-text.ts';
import { label } from './labels.ts';
import { toPhrase } from './phrase.ts';

/** A line of text outside of the pages, such as an entry of the navigation. */
export interface Line {
	/** For where no markup can be; two languages stand in it one behind the other. */
	readonly text: string;
	/** XHTML in a document in the main language; what is in another one says so. */
	readonly html: string;
}

type TitleInline = Pick<Inline, 'lang' | 'text' | 'children'>;

type Wording = Pick<Edition, 'languages' | 'labels' | 'otherLabels'>;

/** A title, and behind it what it is in the second language of an edition in two, unless it is the same. */
export function titleLine({ languages, labels }: Wording, title: TitleInline, other?: TitleInline): Line {
	const [main = ''] = languages;
	const titles = other === undefined || other.text === title.text ? [title] : [title, other];
	const between = titles.length > 1 ? label(labels, 'between-languages') : '';
	return {
		text: withoutSoftHyphens(titles.map(({ text }) => text).join(between)),
		html: titles
			.map(({ children, lang }) => toPhrase(children, lang, main))
			.join(toPhrase([{ type: 'text', value: between }], main, main)),
	};
}

/** A label of the house as such a line. */
export function labelLine(edition: Wording, key: string): Line {
	const { languages, labels, otherLabels } = edition;
	const [main = '', second = main] = languages;
	const title = plain(label(labels, key), main);
	return titleLine(edition, title, otherLabels && plain(label(otherLabels, key), second));
}

/** The title of the book, and behind it what it is in the second language of an edition in two. */
export function bookTitle({ languages, layout, labels, metadata }: Edition): string {
	const second = metadata.otherTitles.find(({ lang }) => layout !== undefined && lang === languages[1]);
	return [metadata.title, ...(second ? [second.title] : [])].join(label(labels, 'between-languages'));
}

function plain(text: string, lang: Lang): TitleInline {
	return { lang, text, children: [{ type: 'text', value: text }] };
}
