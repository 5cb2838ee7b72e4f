import type { BuildFigure } from './builds.ts';
import type { LiveFigure } from './live.ts';
import { median, percentile } from './statistics.ts';

/** How each way of making the book is called in the tables and the plot. */
export const titles: Readonly<Record<string, string>> = {
	floor: 'Chromium alone (floor)',
	cold: 'Diglot, cold',
	warm: 'Diglot, new process, one word changed',
	word: 'Diglot, watching: a word → PDF',
	page: 'Diglot, watching: a page more or less → PDF',
	screen: 'Diglot, preview: a word → page on screen',
};

const none = '–';

/** Whole builds, one row for each tool and text. */
export function buildTable(figures: readonly BuildFigure[]): string {
	const head = ['tool', 'text', 'pages', 'time', 'ms per page', '÷ floor', 'peak memory'];
	const rows = figures.map((figure) => {
		const floor = figures.find((one) => one.tool === 'floor' && one.times === figure.times)?.ms;
		const { ms, pages } = figure;
		return [
			titles[figure.tool] ?? figure.tool,
			`×${figure.times}`,
			pages === undefined ? none : formatCount(pages),
			ms === undefined ? none : formatSeconds(ms),
			ms === undefined || pages === undefined ? none : (ms / pages).toFixed(2),
			ms === undefined || floor === undefined ? none : (ms / floor).toFixed(2),
			figure.peak === undefined ? none : formatBytes(figure.peak.bytes),
		];
	});
	return formatTable(head, rows);
}

/** Edits in a Diglot that goes on running, one row for each kind of edit and text. */
export function liveTable(figures: readonly LiveFigure[]): string {
	const head = ['edit', 'text', 'p50', 'p95', 'edits', 'peak memory'];
	const rows = figures.map(({ measure, times, edits, peak }) => [
		titles[measure] ?? measure,
		`×${times}`,
		edits.length === 0 ? none : formatSeconds(median(edits)),
		edits.length === 0 ? none : formatSeconds(percentile(edits, 0.95)),
		String(edits.length),
		peak === undefined ? none : formatBytes(peak.bytes),
	]);
	return formatTable(head, rows);
}

/** Growth of the cost of a page from one text to a longer one: 1 is linear. */
export function growth(figures: readonly BuildFigure[], tool: string, from: number, to: number) {
	const cost = (times: number) => {
		const { ms, pages } = figures.find((one) => one.tool === tool && one.times === times) ?? {};
		return ms === undefined || pages === undefined ? undefined : ms / pages;
	};
	const [low, high] = [cost(from), cost(to)];
	return low === undefined || high === undefined ? undefined : high / low;
}

/** What could not be measured, and why, in one line each. */
export function faultLines(builds: readonly BuildFigure[], live: readonly LiveFigure[]): readonly string[] {
	const all = [...builds, ...live.map((one) => ({ ...one, tool: one.measure }))];
	return all.flatMap(({ tool, times, fault }) =>
		fault === undefined ? [] : [`${titles[tool] ?? tool}, ×${times}: ${fault.replace(/\.$/, '')}.`],
	);
}

/** A table of Markdown: the first column is text, the others are numbers. */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]) =>
		`| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
	const rule = `|${head.map((_, index) => (index === 0 ? '---' : '---:')).join('|')}|`;
	return [line(head), rule, ...rows.map(line)].join('\n');
}

function formatSeconds(ms: number): string {
	if (ms < 1000) return `${Math.round(ms)} ms`;
	return `${(ms / 1000).toFixed(ms < 100_000 ? 2 : 1)} s`;
}

function formatBytes(bytes: number): string {
	return `${formatCount(Math.round(bytes / 1_000_000))} MB`;
}

function formatCount(count: number): string {
	return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
