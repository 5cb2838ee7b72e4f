import { expect, test } from 'vitest';
import { ask, page, previewEdition, startPreview, state } from './support.ts';

async function find(query: string, edition = 'en') {
	const preview = await startPreview();
	const pages = [
		page(0, { body: '<p>Gov\u00ader\u00adnance of <em>AI</em> and governance</p>' }),
		page(1, { body: '<p>nothing</p>' }),
		page(2, { body: '<p>人工<span>智能</span>治理</p><p>AI</p>', notes: '<div>See GOVERNANCE</div>' }),
	];
	preview.show(state([previewEdition(pages)]));
	const path = `${new URL(preview.url).pathname}search/${edition}?q=${encodeURIComponent(query)}`;
	const { status, body } = await ask(preview.url, { path });
	return status === 200 ? JSON.parse(body) : status;
}

test.each([
	[
		'governance',
		[
			[0, 2],
			[2, 1],
		],
		3,
	],
	['  OF ai ', [[0, 1]], 1],
	['智能治', [[2, 1]], 1],
	// Two paragraphs are no phrase.
	['治理ai', [], 0],
	['<p>', [], 0],
	['', [], 0],
	['   ', [], 0],
])('%j', async (query, pages, total) => {
	expect(await find(query)).toEqual({ pages, total });
});

test('an edition that is not there', async () => {
	expect(await find('ai', 'fr')).toBe(404);
	expect(await find('ai', '..%2f')).toBe(404);
});
