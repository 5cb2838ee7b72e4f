import type { Inline, Matter, Parallel, Piece, Unit } from '../model/index.ts';
import type { Context } from './context.ts';
import { shiftHeadings } from './heading-levels.ts';
import { makeUnit } from './make-unit.ts';
import { closingData, openerData } from './piece-data.ts';
import type { TemplateData } from './template-data.ts';

/** What an edition in two languages makes of a piece. */
export interface PieceChanges {
	/** In place of the piece's own, its headings still at their levels. */
	readonly body?: Piece['body'];
	readonly runningHeads?: Unit['runningHeads'];
	readonly parallel?: Parallel;
	/** What stands below the text. */
	readonly closing?: TemplateData;
}

/** A piece with its opener, its authors' bios and, where it is signed, the short disclaimer. */
export function pieceUnit(
	context: Context,
	piece: Piece,
	matter: Matter,
	part: Inline | undefined,
	changes: PieceChanges = {},
): Unit {
	const { lang, memo } = context;
	// Inside a part the part's heading is h1, so everything of the piece stands one level lower.
	const shift = part ? 1 : 0;
	const { parallel, body: source = piece.body } = changes;
	const { runningHeads = { verso: part ?? context.title, recto: piece.shortTitle ?? piece.title } } = changes;
	const data = {
		piece: {
			id: piece.key,
			level: 1 + shift,
			texts: [openerData(context, piece, part)],
			...(changes.closing ?? closingData([{ context, piece }])),
		},
	};
	const body = memo.recall('shifted bodies', `${memo.nameOf(source)} ${shift}`, () =>
		shiftHeadings(source, shift),
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
		runningHeads,
		media: 'all',
		notes: piece.notes,
		...(piece.headings.length > 0 ? { headings: piece.headings } : {}),
		...(parallel ? { parallel } : {}),
	} as const;
	return makeUnit(context, unit, 'piece', data, { body: body.children });
}
