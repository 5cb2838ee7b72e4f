import type { BookConfig } from '../model/index.ts';
import type { LocalizeOptions } from './localized.ts';

type Press = Pick<BookConfig, 'page' | 'press' | 'colors'>;

/** What book.yaml says of the page, of the press edition and of the colours of the book. */
export function readPress(_options: LocalizeOptions): Press {
	return {
		page: { gutter: 'auto' },
		press: {
			bleed: 3,
			marks: true,
			color: 'cmyk',
			totalInk: 300,
			pages: 4,
			paper: { caliper: 0.1 },
			cover: { color: 'cmyk', flaps: 0, boards: 0.6, spineText: 'auto' },
			places: new Map(),
		},
		colors: [],
	};
}
