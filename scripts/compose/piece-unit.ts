import type { Inline, Matter, Piece, Unit } from '../model/index.ts';
import type { Context } from './context.ts';
import { shiftHeadings } from './heading-levels.ts';
import { makeUnit } from './make-unit.ts';
import { byline } from './outline.ts';

/** A piece with its opener, its authors' bios and, where it is signed, the short disclaimer. */
export function pieceUnit(context: Context, piece: Piece, matter: Matter, part: Inline | undefined): Unit {
	const { book, lang, memo } = context;
	// Inside a part the part's heading is h1, so everything of the piece stands one level lower.
	const shift = part ? 1 : 0;
	const bios = piece.authors.flatMap((id) => {
		const person = book.contributors.get(id);
		const name = person?.name[lang];
		const text = person?.bio?.[lang];
		return name && text ? [{ name, text, names_itself: text.text.startsWith(name.text) }] : [];
	});
	const data = {
		piece: {
			id: piece.key,
			level: 1 + shift,
			title: piece.title,
			part,
			byline: byline(context, piece),
			bios,
			signed: piece.authors.length > 0 && book.disclaimer !== undefined,
		},
	};
	const body = memo.recall('shifted bodies', `${memo.nameOf(piece.body)} ${shift}`, () =>
		shiftHeadings(piece.body, shift),
	);
	const unit = {
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
		notes: piece.notes,
		...(piece.headings.length > 0 ? { headings: piece.headings } : {}),
	} as const;
	return makeUnit(context, unit, 'piece', data, { body: body.children });
}
