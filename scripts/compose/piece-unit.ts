import type { Inline, Matter, Piece, Unit } from '../model/index.ts';
import type { Context } from './context.ts';
import { shiftHeadings } from './heading-levels.ts';
import { byline } from './outline.ts';

/** A piece with its opener, its authors' bios and, where it is signed, the short disclaimer. */
export function pieceUnit(context: Context, piece: Piece, matter: Matter, part: Inline | undefined): Unit {
	const { book, lang } = context;
	// Inside a part the part's heading is h1, so everything of the piece stands one level lower.
	const shift = part ? 1 : 0;
	const bios = piece.authors.flatMap((id) => {
		const person = book.contributors.get(id);
		const name = person?.name[lang];
		const text = person?.bio?.[lang];
		return name && text ? [{ name, text, names_itself: text.text.startsWith(name.text) }] : [];
	});
	const data = {
		...context.shared,
		piece: {
			id: piece.key,
			level: 1 + shift,
			title: piece.title,
			part,
			byline: byline(book, piece, context.labels),
			bios,
			signed: piece.authors.length > 0 && book.disclaimer !== undefined,
		},
	};
	const body = shiftHeadings(structuredClone(piece.body), shift);
	return {
		id: piece.key,
		kind: 'piece',
		lang,
		matter,
		title: piece.title,
		file: piece.file,
		start: 'any',
		folios: 'all',
		runningHeads: { verso: part ?? context.title, recto: piece.shortTitle ?? piece.title },
		media: 'all',
		body: context.render('piece', data, { body: body.children }),
		notes: piece.notes,
	};
}
