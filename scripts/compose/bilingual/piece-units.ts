import type { Pairing, Piece, PiecePairing, Sync, Unit } from '../../model/index.ts';
import { type Context, headLine } from '../context.ts';
import type { Contexts } from '../contexts.ts';
import { closingData, hasClosing, noClosing } from '../piece-data.ts';
import { pieceUnit } from '../piece-unit.ts';
import type { TemplateData } from '../template-data.ts';
import { blocksUnit } from './blocks-unit.ts';
import { listTexts, type PieceTexts } from './outline.ts';
import { placesOf } from './places.ts';
import { applyPlan, planSides } from './side-by-side.ts';
import { type Both, partOf, type Spot, shortTitle } from './spot.ts';

/** What the pieces of an edition in two languages are made from. */
export interface Making {
	readonly contexts: Contexts;
	readonly sync: Sync;
	readonly pairing: Pairing;
}

/** Of a piece that nobody paired. */
const unpaired: Pick<PiecePairing, 'body'> = { body: [] };

/** The units of a piece: two, one after or beside the other, or one that holds both languages. */
export function pieceUnits(making: Making, texts: PieceTexts, spot: Spot): readonly (() => Unit)[] {
	const { first, second } = texts;
	const { layout } = making.contexts;
	if (!first || !second) return [() => loneUnit(making, texts, spot)];
	const both = { first, second };
	const pairs = making.pairing.get(first.path) ?? unpaired;
	if (layout === 'blocks') return [() => blocksUnit(making.contexts, both, pairs, spot)];
	if (layout === 'pieces') return successive(making, both, spot);
	return sideBySide(making, both, pairs, spot);
}

/** Two units that run beside each other; what closes them is level too. */
function sideBySide(
	{ contexts, sync }: Making,
	texts: Both,
	pairs: Pick<PiecePairing, 'body'>,
	spot: Spot,
): readonly (() => Unit)[] {
	const { first, second } = texts;
	const inColumns = contexts.layout === 'columns';
	const places = placesOf(contexts.layout);
	const plan = planSides(texts, pairs, inColumns ? 'block' : sync);
	const closings = [
		closingData([{ context: contexts.first, piece: first }]),
		closingData([{ context: contexts.second, piece: second }]),
	];
	const areLevel = (inColumns || sync !== 'piece') && closings.every(hasClosing);
	const make = (side: 'first' | 'second') => (): Unit => {
		const [context, piece] = [contexts[side], texts[side]];
		const closing = closingData([{ context, piece }]);
		const headOf = (named: Piece) => headLine(context, shortTitle(named));
		return pieceUnit(context, piece, spot.matter, partOf(spot, piece), {
			body: applyPlan(piece.body, plan[side], context.memo),
			runningHeads: {
				verso: headOf(inColumns ? first : piece),
				recto: headOf(inColumns ? second : piece),
			},
			parallel: { group: first.key, place: places[side] },
			closing: { ...closing, sync: areLevel ? plan.end : undefined },
		});
	};
	return [make('first'), make('second')];
}

/** A whole piece and then its translation, which ends with what closes both. */
function successive({ contexts: { first, last } }: Making, texts: Both, spot: Spot): readonly (() => Unit)[] {
	const closing = closingData([
		{ context: first, piece: texts.first },
		{ context: last, piece: texts.second },
	]);
	const make = (context: Context, piece: Piece, below: TemplateData) => () =>
		pieceUnit(context, piece, spot.matter, partOf(spot, piece), { closing: below });
	return [make(first, texts.first, noClosing), make(last, texts.second, closing)];
}

/** A piece that one language lacks: beside it stands nothing. */
function loneUnit({ contexts }: Making, texts: PieceTexts, spot: Spot): Unit {
	const side = texts.first ? 'first' : 'second';
	const [piece] = listTexts(texts);
	const own = shortTitle(piece);
	return pieceUnit(contexts.alone[side], piece, spot.matter, partOf(spot, piece), {
		...(contexts.layout === 'pieces' ? {} : { runningHeads: { verso: own, recto: own } }),
		...(contexts.layout === 'facing'
			? { parallel: { group: piece.key, place: placesOf('facing')[side] } }
			: {}),
	});
}
