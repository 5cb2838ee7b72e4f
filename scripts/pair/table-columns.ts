import type { Block } from '../model/index.ts';
import type { Match } from './best-path.ts';
import { matchBlocks } from './match-blocks.ts';
import type { MatchRow, Scale } from './scale.ts';

/**
 * Says which cells of two rows of a table belong together: by their order where there are as many, else by the
 * columns that answer to each other, the same in all rows; by themselves in rows that do not have a cell for each
 * column.
 */
export function matchCells(source: Block, target: Block, scale: Scale): MatchRow {
	const [ours, theirs] = [columnsOf(source), columnsOf(target)];
	const columns = ours && theirs && ours.length !== theirs.length ? matchBlocks(ours, theirs, scale) : [];
	return (sources, targets) => {
		if (sources.length === targets.length) return sources.map((_, index): Match => [index, index]);
		return columns.length > 0 ? columns : matchBlocks(sources, targets, scale);
	};
}

/** The cells of a table, column by column; nothing where a row has more or fewer of them than the others. */
function columnsOf(table: Block): readonly Block[] | undefined {
	const rows = table.blocks.filter(({ kind }) => kind === 'row').map(({ blocks }) => blocks);
	const [first] = rows;
	if (!first || rows.some(({ length }) => length !== first.length)) return undefined;
	return first.map((head, index) => ({
		kind: 'other',
		text: '',
		content: [],
		place: head.place,
		blocks: rows.flatMap((row) => row[index] ?? []),
	}));
}
