import type { Reporter } from '../diagnostics/index.ts';
import type { Block, BlockPair, Piece, PiecePairing, WholePair } from '../model/index.ts';
import { anchorsIn } from './anchors.ts';
import { at, describe, describeAt } from './describe-block.ts';
import { headingsOutOfPlace } from './heading-depths.ts';
import { callersOf } from './note-callers.ts';
import { reportGaps } from './report-gaps.ts';

/** Reports what of a piece does not pair, one finding a fault, at its place in the translation. */
export function reportPairing(
	{ title, body, notes }: PiecePairing,
	pieces: { readonly source: Piece; readonly target: Piece },
	report: Reporter,
): void {
	reportRow(body, title, report);
	reportRow(
		notes.filter((pair) => pair.source && pair.target),
		title,
		report,
	);
	if (notes.every((pair) => pair.source && pair.target)) return;
	const callers = {
		source: callersOf(body, 'source', pieces.source),
		target: callersOf(body, 'target', pieces.target),
	};
	for (const pair of notes) {
		if (pair.source && pair.target) continue;
		const { node } = pair.source ?? pair.target;
		const caller = node && callers[pair.source ? 'source' : 'target'].get(node);
		// A note that is called where nothing has a partner goes with what calls it.
		if (caller) reportGaps([pair], caller, report);
	}
}

/** Reports on a row of pairs and on what is inside them. `around` is what they stand in. */
function reportRow(pairs: readonly BlockPair[], around: WholePair, report: Reporter): void {
	reportGaps(pairs, around, report);
	for (const { source, target } of headingsOutOfPlace(pairs)) {
		const message = `${describe(target)} is of level ${target.level}; in the source, ${describeAt(source)} is of level ${source.level}`;
		report('alignment-kind', message, target.place);
	}
	for (const pair of pairs) {
		if (!pair.source || !pair.target) continue;
		const { source, target } = pair;
		if (source.kind !== target.kind) {
			report('alignment-kind', `${describe(target)} stands for ${describeAt(source)}`, target.place);
		}
		if (source.anchor !== target.anchor) reportAnchors(source, target, report);
		if (target.kind === 'table') reportTable(pair, report);
		else reportRow(pair.inner, pair, report);
	}
}

function reportAnchors(source: Block, target: Block, report: Reporter): void {
	const ours = source.anchor !== undefined && !anchorsIn(target).includes(source.anchor) && source.anchor;
	const theirs = target.anchor !== undefined && !anchorsIn(source).includes(target.anchor) && target.anchor;
	if (!ours && !theirs) return;
	const there = `the source (${at(source.place)})`;
	let said = `has no {#${ours}}, as ${there} has`;
	if (theirs)
		said = ours ? `has {#${theirs}} where ${there} has {#${ours}}` : `has {#${theirs}}; ${there} has not`;
	report('anchor-unpaired', `${describe(target)} ${said}`, target.place);
}

/** A column that is missing is one fault, not one in each row. */
function reportTable(table: WholePair, report: Reporter): void {
	const rows = table.inner.filter((pair) => pair.source?.kind === 'row' && pair.target);
	const [first, ...others] = rows.flatMap((row) => (row.source && row.target ? [row] : []));
	const gaps = first ? gapsOf(first) : '';
	const areColumns = first && gaps !== '' && others.every((row) => gapsOf(row) === gaps);
	if (areColumns) reportGaps(first.inner, first, report, 'column');
	const rest = areColumns ? table.inner.map((pair) => withoutCells(pair)) : table.inner;
	reportRow(rest, table, report);
}

/** Which of the cells have no partner. */
function gapsOf({ inner }: WholePair): string {
	return inner
		.map((pair, index) => (pair.source && pair.target ? '' : `${index}${pair.source ? '-' : '+'}`))
		.join('');
}

function withoutCells(pair: BlockPair): BlockPair {
	if (!pair.source || !pair.target) return pair;
	return { ...pair, inner: pair.inner.filter(({ source, target }) => source && target) };
}
