import { createHash } from 'node:crypto';
import type { Shelf, Tabs } from '../model/index.ts';

/** Changes when the form of a part does, or what is read out of a print. */
const formVersion = 1;

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
		const resource = shelf.resources.get(`/${decodeURI(source)}`);
		hash.update(`\0${source}\0`);
		if (resource) hash.update(await resource.read());
	}
	return hash.digest('hex');
}
