import type { ElementContent } from 'hast';
import { noMemo } from '../diagnostics/index.ts';
import type { Book, Inline, Localized, Memo, Person, Piece } from '../model/index.ts';

/**
 * Marks the texts that come into a unit from elsewhere (titles, names, biographies) with the file they stand in:
 * a node's position has only a line, and the file of the unit is another one. What was marked in the build before is
 * not marked again.
 */
export function withSources(book: Book, memo: Memo = noMemo): Book {
	const marker = (file: string) => (line: Inline) =>
		memo.recall('marked lines', `${memo.nameOf(line)} ${file}`, () => fromFile(line, file));
	const mark = marker('book.yaml');
	const ours = (text: Localized<Inline>) => mapValues(text, mark);
	const { subtitle, rights, disclaimer, shortDisclaimer } = book;
	return {
		...book,
		title: ours(book.title),
		...(subtitle && { subtitle: ours(subtitle) }),
		...(rights && { rights: ours(rights) }),
		publishers: book.publishers.map(ours),
		...(disclaimer && { disclaimer: mapValues(disclaimer, (all) => all.map(mark)) }),
		...(shortDisclaimer && { shortDisclaimer: ours(shortDisclaimer) }),
		contributors: new Map(
			[...book.contributors].map(([id, person]) => [id, markPerson(person, marker('contributors.yaml'))]),
		),
		contents: book.contents.map((entry) =>
			entry.kind === 'part' ? { ...entry, title: ours(entry.title) } : entry,
		),
		pieces: new Map(
			[...book.pieces].map(([path, versions]) => [
				path,
				mapValues(versions, (piece) => markPiece(piece, marker(piece.file))),
			]),
		),
	};
}

function markPerson(person: Person, mark: (line: Inline) => Inline): Person {
	const { name, affiliation, bio } = person;
	return {
		...person,
		name: mapValues(name, mark),
		...(affiliation && { affiliation: mapValues(affiliation, mark) }),
		...(bio && { bio: mapValues(bio, mark) }),
	};
}

function markPiece(piece: Piece, mark: (line: Inline) => Inline): Piece {
	const { title, shortTitle } = piece;
	return { ...piece, title: mark(title), ...(shortTitle && { shortTitle: mark(shortTitle) }) };
}

function fromFile(inline: Inline, file: string): Inline {
	return { ...inline, children: inline.children.map((child) => markNode(child, file)) };
}

/** The node with its texts marked as standing in a file. */
export function markNode<T extends ElementContent>(node: T, file: string): T {
	if (node.type === 'text') return { ...node, data: { ...node.data, file } };
	if (node.type !== 'element') return node;
	return { ...node, children: node.children.map((child) => markNode(child, file)) };
}

function mapValues<T>(values: Localized<T>, change: (value: T) => T): Localized<T> {
	return Object.fromEntries(Object.entries(values).map(([lang, value]) => [lang, change(value)]));
}
