import type { Reporter } from '../diagnostics/index.ts';
import { where } from './say.ts';
import type { PieceUses, Use } from './uses.ts';

/** The same name for the ids of a place in all languages of the book; nothing where the id is not known. */
export type NameOfPlace = (id: string) => string | undefined;

/** Names of languages in addresses. */
const languages = [
	...['zh', 'cn', 'zh-cn', 'zh-tw', 'zh-hk', 'zh-hans', 'zh-hant', 'zh_cn', 'zh_tw', 'sc', 'tc', 'chinese'],
	...['en', 'en-us', 'en-gb', 'en_us', 'en_gb', 'english', 'fr', 'de', 'es', 'ru', 'ar', 'ja', 'intl'],
];

const languagePart = new RegExp(`(?<=^|[/.?&=_-])(?:${languages.join('|')})(?=$|[/.?&_-])`, 'gi');

/**
 * Reports links that one text of a piece has and the other has not (`translation-link`). Links inside the book are the
 * same where they lead to the same piece and heading, other addresses where they differ in their language alone.
 */
export function checkLinks({ pairs, loose }: PieceUses, nameOf: NameOfPlace, report: Reporter): void {
	const keysOf = (side: 'source' | 'target'): ReadonlySet<string> =>
		new Set(
			[...pairs.flatMap((pair) => pair[side]), ...loose[side]]
				.filter(isLink)
				.map(({ to }) => keyOf(to, nameOf)),
		);
	const keys = { source: keysOf('source'), target: keysOf('target') };
	for (const { source, target, place, sourcePlace } of pairs) {
		for (const link of source.filter(isLink)) {
			if (keys.target.has(keyOf(link.to, nameOf))) continue;
			const message = `the link to ${told(link, nameOf)} (${where(link.place)}) is not in the translation`;
			report('translation-link', message, place);
		}
		for (const link of target.filter(isLink)) {
			if (keys.source.has(keyOf(link.to, nameOf))) continue;
			const message = `the link to ${told(link, nameOf)} is not in the text that it translates (${where(sourcePlace)})`;
			report('translation-link', message, link.place);
		}
	}
}

function isLink({ kind }: Use): boolean {
	return kind === 'link';
}

function told({ to }: Use, nameOf: NameOfPlace): string {
	return to.startsWith('#') ? `"${nameOf(to.slice(1)) ?? to}"` : to;
}

function keyOf(to: string, nameOf: NameOfPlace): string {
	if (to.startsWith('#')) return `#${nameOf(to.slice(1)) ?? ''}`;
	const bare = to
		.replace(/^https?:\/\/(?:www\.)?/i, '')
		.replace(/\/(?=$|[?#])/, '')
		.toLowerCase();
	// Each language has its own names for the pages of an encyclopaedia.
	if (/^[a-z-]+\.(?:m\.)?wikipedia\.org\//.test(bare)) return 'wikipedia.org';
	return bare
		.replace(languagePart, '')
		.replace(/[/._-]{2,}/g, '/')
		.replace(/[/._-]+$/, '');
}
