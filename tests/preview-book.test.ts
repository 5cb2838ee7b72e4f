import { expect, test } from 'vitest';
import { fillShelf } from '../scripts/fonts/index.ts';
import type { Edition } from '../scripts/model/index.ts';
import type { LaidEdition } from '../scripts/pipeline.ts';
import { toPreview } from '../scripts/preview-book.ts';
import { bookOf, page } from './preview/support.ts';
import { edition } from './support/edition.ts';

const otherTitles = [{ lang: 'en', title: 'Report' }];

function shown(book: Edition) {
	const laid = { edition: book, pages: bookOf([page(0)]), shelf: fillShelf(book, [], '') };
	return toPreview(laid as unknown as LaidEdition, '');
}

test('an edition in two languages is called by both titles', () => {
	const labels = { 'between-languages': ' / ' };
	expect(shown(edition({ labels, metadata: { otherTitles } })).title).toBe('报告');
	const both = edition({
		id: 'both',
		languages: ['zh', 'en'],
		layout: 'facing',
		labels,
		metadata: { otherTitles },
	});
	expect(shown(both)).toMatchObject({ id: 'both', lang: 'zh', title: '报告 / Report' });
});
