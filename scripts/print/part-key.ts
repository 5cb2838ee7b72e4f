import { createHash } from 'node:crypto';
import type { Shelf, Tabs } from '../model/index.ts';

/** Changes when the form of a part does, or what is read out of a print. */
const formVersion = 13;

const imageSource = /<img\b[^>]*\bsrc="([^"]*)"/g;

export interface PartShapers {
	readonly tabs: Pick<Tabs, 'version'>;
	readonly shelf: Shelf;
	readonly names: ReadonlySet<string>;
}

/** Names all that decides how sheets look in print: themselves, their style, the shapes of the faces, their pictures. */
export async function partKey(
	html: string,
	css: string,
	{ tabs, shelf, names }: PartShapers,
): Promise<string> {
	const hash = createHash('sha256').update(
		JSON.stringify([formVersion, tabs.version, shelf.shapeKey, [...names], css, html]),
	);
	const images = new Set([...html.matchAll(imageSource)].map(([, source = '']) => source));
	for (const source of images) {
		const resource = shelf.resources.get(pathOf(source));
		hash.update(`\0${source}\0`);
		hash.update(resource ? await resource.read() : shelf.imageKey);
	}
	return hash.digest('hex');
}

/** The path that a source leads to, read as the tab reads it. */
function pathOf(source: string): string {
	const address = source.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
	try {
		return decodeURIComponent(new URL(address, 'http://book.invalid/').pathname);
	} catch {
		// No tab finds it either.
		return address;
	}
}
