import { fitText, widthOf } from './text-width.ts';

/** How far a translation is, in blocks of text; `todo` in characters or words of the source. */
export interface StatusCounts {
	readonly lang: string;
	readonly translated: number;
	readonly stale: number;
	readonly missing: number;
	readonly new: number;
	readonly todo: number;
}

export interface StatusTable {
	readonly unit: 'characters' | 'words';
	readonly recorded: boolean;
	readonly pieces: readonly (StatusCounts & { readonly path: string; readonly title: string })[];
	/** One for each language. */
	readonly totals: readonly StatusCounts[];
}

const narrowestTitle = 12;

const unrecorded =
	'Nothing has been recorded yet: "diglot translations accept" begins to watch over changes.';

/**
 * The table of `translations status`: a line for each piece and language, and what it comes to. Where a line is too
 * long for the terminal, it goes without the path, and the title is cut.
 */
export function formatStatus({ unit, recorded, pieces, totals }: StatusTable, columns: number): string {
	const head = ['', 'translated', 'stale', 'missing', 'new', unit];
	const cellsOf = (one: StatusCounts) => [
		one.lang,
		...[one.translated, one.stale, one.missing, one.new, one.todo].map(String),
	];
	const figures = [head, ...pieces.map(cellsOf), ...totals.map(cellsOf)];
	const widths = head.map((_, column) => Math.max(...figures.map((cells) => (cells[column] ?? '').length)));
	const write = (cells: readonly string[]) =>
		cells
			.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
			.join('  ');

	const labels = totals.map(() => 'all');
	const titles = Math.max(...[...pieces.map(({ title }) => title), ...labels].map(widthOf));
	const paths = Math.max(...pieces.map(({ path }) => widthOf(path)), 0);
	const left = columns - widthOf(write(head)) - 2;
	const hasPaths = titles + 2 + paths <= left;
	const title = hasPaths ? titles : Math.max(narrowestTitle, Math.min(titles, left));
	const line = (text: string, path: string, cells: readonly string[]) =>
		[fitText(text, title), ...(hasPaths ? [fitText(path, paths)] : []), write(cells)].join('  ').trimEnd();
	return [
		line('', '', head),
		...pieces.map((piece) => line(piece.title, piece.path, cellsOf(piece))),
		...totals.map((total) => line('all', '', cellsOf(total))),
		...(recorded ? [] : [unrecorded]),
	].join('\n');
}

/** What `translations accept` says. */
export function formatRecorded({
	stale,
	new: added,
}: {
	readonly stale: number;
	readonly new: number;
}): string {
	const count = stale + added;
	if (count === 0) return 'nothing new to record: these translations were right already';
	const kinds = [
		...(stale > 0 ? [`${stale} ${stale === 1 ? 'was' : 'were'} older than the source`] : []),
		...(added > 0 ? [`${added} for the first time`] : []),
	];
	return `recorded ${count} translated passage${count === 1 ? '' : 's'}: ${kinds.join(', ')}`;
}
