/** One finished output as the closing table shows it. */
export interface TableRow {
	readonly path: string;
	readonly pages?: number;
	/** Of pages with texts side by side: the share of their text blocks that is used up to the ends of pieces, 0 to 1. */
	readonly fill?: number;
	readonly bytes: number;
	/** The most that shops take, in bytes. */
	readonly limit?: number;
	/** Time of the edition's making, in ms. */
	readonly time: number;
}

/** The closing table: artifact, pages, size, time. */
export function formatTable(rows: readonly TableRow[]): string {
	const head = ['artifact', 'pages', 'size', 'time'];
	const cells = rows.map((row) => [
		row.path,
		`${row.pages ?? ''}${row.fill === undefined ? '' : ` (${Math.floor(row.fill * 100)} % full)`}`,
		row.limit ? `${formatBytes(row.bytes)} of ${formatBytes(row.limit)}` : formatBytes(row.bytes),
		formatTime(row.time),
	]);
	const all = [head, ...cells];
	const widths = head.map((_, column) => Math.max(...all.map((line) => (line[column] ?? '').length)));
	return all
		.map((line) =>
			line
				.map((cell, column) =>
					column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
				)
				.join('  ')
				.trimEnd(),
		)
		.join('\n');
}

function formatBytes(bytes: number): string {
	if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
	if (bytes < 100_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
	return bytes < 999_500_000
		? `${Math.round(bytes / 1_000_000)} MB`
		: `${Math.round(bytes / 1_000_000_000)} GB`;
}

function formatTime(ms: number): string {
	return `${(ms / 1000).toFixed(1)} s`;
}
