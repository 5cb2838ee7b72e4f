import type { ElementContent } from 'hast';
import type { Book, Inline, Localized, Person, Piece } from '../model/index.ts';

/**
 * Marks the texts that come into a unit from elsewhere (titles, names, biographies) with the file they stand in:
 * a node's position has only a line, and the file of the unit is another one.
 */
export function withSources(book: Book): Book {
	const ours = (text: Localized<Inline>) => mapValues(text, (one) => fromFile(one, 'book.yaml'));
	const { subtitle, rights, disclaimer, shortDisclaimer } = book;
	return {
		...book,
		title: ours(book.title),
		...(subtitle && { subtitle: ours(subtitle) }),
		...(rights && { rights: ours(rights) }),
		publishers: book.publishers.map(ours),
		...(disclaimer && {
			disclaimer: mapValues(disclaimer, (all) => all.map((one) => fromFile(one, 'book.yaml'))),
		}),
		...(shortDisclaimer && { shortDisclaimer: ours(shortDisclaimer) }),
		contributors: new Map([...book.contributors].map(([id, person]) => [id, markPerson(person)])),
		contents: book.contents.map((entry) =>
			entry.kind === 'part' ? { ...entry, title: ours(entry.title) } : entry,
		),
		pieces: new Map([...book.pieces].map(([path, versions]) => [path, mapValues(versions, markPiece)])),
	};
}

function markPerson(person: Person): Person {
	const ours = (text: Localized<Inline>) => mapValues(text, (one) => fromFile(one, 'contributors.yaml'));
	const { name, affiliation, bio } = person;
	return {
		...person,
		name: ours(name),
		...(affiliation && { affiliation: ours(affiliation) }),
		...(bio && { bio: ours(bio) }),
	};
}

function markPiece(piece: Piece): Piece {
	const { file, title, shortTitle } = piece;
	return {
		...piece,
		title: fromFile(title, file),
		...(shortTitle && { shortTitle: fromFile(shortTitle, file) }),
	};
}

function fromFile(inline: Inline, file: string): Inline {
	return { ...inline, children: inline.children.map((child) => markNode(child, file)) };
}

function markNode(node: ElementContent, file: string): ElementContent {
	if (node.type === 'text') return { ...node, data: { ...node.data, file } };
	if (node.type !== 'element') return node;
	return { ...node, children: node.children.map((child) => markNode(child, file)) };
}

function mapValues<T>(values: Localized<T>, change: (value: T) => T): Localized<T> {
	return Object.fromEntries(Object.entries(values).map(([lang, value]) => [lang, change(value)]));
}
