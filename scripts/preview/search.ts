import type { Contents } from './contents.ts';
import { findAll, foldQuery } from './page/find.js';
import type { EditionView, Found } from './page/messages.d.ts';

/** A longer query is no query. */
const longest = 200;

/** Looks for a text on every page of an edition: in any case of letters, whatever the hyphenation. */
export function search(edition: EditionView, query: string, contents: Contents): Found {
	const folded = foldQuery(query.slice(0, longest));
	const pages: [number, number][] = [];
	let total = 0;
	if (folded === '') return { pages, total };
	edition.pages.forEach(({ hash }, index) => {
		const count = findAll(contents.byHash(hash)?.text() ?? '', folded).length;
		if (count === 0) return;
		pages.push([index, count]);
		total += count;
	});
	return { pages, total };
}
