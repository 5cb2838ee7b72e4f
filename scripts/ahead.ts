import { colorRules } from './color-rules.ts';
import { cutAhead, fillShelf } from './fonts/index.ts';
import { plainStyle } from './house-inks.ts';
import type { BookConfig, House, Manuscript, Tabs } from './model/index.ts';
import { pageLook } from './paginate/index.ts';
import type { World } from './world.ts';

/** What begins before the text of a book is known. */
export interface Start {
	readonly opening: Promise<Tabs>;
	/** Characters that faces were cut to ahead. */
	readonly ahead: () => readonly number[];
}

/** Cuts faces to the characters of the sources and hands them to the tabs, which load them while the book is compiled. */
export function getAhead(opening: Promise<Tabs>, world: World) {
	const { house, memo, pause, time } = world;
	let ahead: readonly number[] = [];
	return {
		ahead: () => ahead,
		onRead: async (manuscript: Manuscript) => {
			const { fonts, along } = await time('fonts', () =>
				cutAhead(textsOf(manuscript, house), { memo, pause }),
			);
			ahead = along;
			const shelf = fillShelf(undefined, fonts, bookStyle(house, manuscript.config));
			// What goes wrong is seen at the work itself.
			void opening.then((tabs) => tabs.prepare(shelf)).catch(() => {});
		},
	};
}

/** Every text that a page may show. */
function textsOf({ sources, config, contributors }: Manuscript, { labels }: House): readonly string[] {
	const pieces = [...sources.values()].flatMap((versions) => Object.values(versions));
	// A profile has megabytes, and no text.
	const { press, ...rest } = config;
	const words = [rest, press.cover, [...contributors.values()], labels];
	return [...pieces.map(({ text }) => text), JSON.stringify(words)];
}

/** The typography of the house, with what book.yaml says of the page and of colours. */
export function bookStyle(house: House, { page, colors }: Pick<BookConfig, 'page' | 'colors'>): string {
	const own = [pageLook(style(house, 'page.css'), page), colorRules(colors)].filter((rules) => rules !== '');
	return [style(house, 'book.css'), ...own].join('\n');
}

/** A style sheet of the house, in colours of the screen. */
export function style(house: House, name: string): string {
	const css = plainStyle(house, name);
	if (css === undefined) throw new Error(`styles/${name} is missing.`);
	return css;
}
