import type { BuildFigure } from './builds.ts';
import type { LiveFigure } from './live.ts';
import { buildTable, faultLines, growth, liveTable, titles } from './table.ts';

/** All that was measured in one run of the benchmark. */
export interface Results {
	readonly builds: readonly BuildFigure[];
	readonly live: readonly LiveFigure[];
	/** Name and value, such as `Processor`, `2 × …`. */
	readonly machine: readonly (readonly [name: string, value: string])[];
	/** What was called, by tool, with placeholders for places. */
	readonly commands: readonly (readonly [tool: string, command: string])[];
	/** Whether the text lies in this repository. */
	readonly ownText: boolean;
	/** Name of the plot beside the document, where there is one. */
	readonly plot?: string;
}

/** docs/benchmarks.md. */
export function writeDocument(results: Results): string {
	const { builds, live, machine, commands, plot } = results;
	const faults = faultLines(builds, live);
	return `${[
		'# Benchmarks',
		'Made by `npm run bench`. The text is the same for every tool, and so are its faces and margins; it is measured once, and again with its pieces standing in the book several times (×N).',
		results.ownText
			? 'The text is the manuscript of this repository.'
			: 'The text is not part of this repository; without `--manuscript`, `npm run bench` measures with the digest that is.',
		machine.map(([name, value]) => `- ${name}: ${value}`).join('\n'),
		...(builds.length > 0 ? ['## Whole builds', buildNotes(builds), buildTable(builds)] : []),
		...growthLines(builds),
		...(live.length > 0
			? ['## After an edit, in a Diglot that goes on running', liveNotes, liveTable(live)]
			: []),
		...(faults.length > 0 ? [`–: not measured.\n\n${faults.map((one) => `- ${one}`).join('\n')}`] : []),
		...(plot === undefined
			? []
			: [
					'## Seconds over pages',
					`![Time of every tool over the number of pages, both on logarithmic axes; the tables above hold the figures](${plot})`,
				]),
		'## What was called',
		commands.map(([tool, command]) => `- ${titles[tool] ?? tool}: \`${command}\``).join('\n'),
	].join('\n\n')}\n`;
}

function buildNotes(builds: readonly BuildFigure[]): string {
	const measures = [...new Set(builds.flatMap(({ peak }) => peak?.measure ?? []))].join(', ');
	const memory =
		measures === ''
			? ''
			: ` Peak memory is that of the whole process tree (${measures}), looked at every 50 ms in a run of its own that is not timed.`;
	const runs = Math.max(...builds.map((one) => one.runs));
	return `From the start of the process to its end, the median of ${runs} runs in which the tools take turns. The floor is the same browser, started by a program of a few lines, that prints the same text without laying pages out: no running heads, folios or notes at the foot.${memory}`;
}

const liveNotes =
	'To the PDF: from the save of a piece to the new file on disk. To the screen: from the save to the new word in what a browser shows. A page more or less is one of the first piece, so that every later page moves. Where a whole build was measured too, these find the cache filled by it.';

function growthLines(builds: readonly BuildFigure[]): readonly string[] {
	const largest = [...new Set(builds.map((one) => one.times))].sort((a, b) => a - b).slice(-2);
	const [from, to] = largest;
	if (from === undefined || to === undefined) return [];
	const tools = [...new Set(builds.map((one) => one.tool))];
	const parts = tools.flatMap((tool) => {
		const value = growth(builds, tool, from, to);
		return value === undefined ? [] : [`${titles[tool] ?? tool} ${value.toFixed(2)}`];
	});
	return parts.length > 0 ? [`ms per page at ×${to} ÷ at ×${from}: ${parts.join('; ')}.`] : [];
}
