import { parseArgs } from 'node:util';
import { type PeerName, peerNames } from './peers.ts';

export const ownTools = ['floor', 'cold', 'warm', 'watch', 'preview'] as const;

export type ToolName = (typeof ownTools)[number] | PeerName;

/** What the command line of the benchmark asks for. */
export interface BenchOptions {
	readonly manuscript: string;
	/** Language of the edition; the first of the book where it is missing. */
	readonly lang?: string;
	readonly times: readonly number[];
	readonly tools: readonly ToolName[];
	readonly runs: number;
	readonly edits: number;
	/** Longest time of one command, in ms. */
	readonly limit: number;
	/** Programs of other tools that are not on the path. */
	readonly peers: ReadonlyMap<PeerName, string>;
	/** Folder of the Diglot that is measured; this one where it is missing. */
	readonly program?: string;
	/** The Markdown file; the plot goes beside it. Standard output gets the text where it is missing. */
	readonly out?: string;
}

/** The command line cannot be understood; the message says why. */
export class BenchUsageError extends Error {}

export const benchUsage = `Measures Diglot beside the bare browser and other tools.

  npm run bench -- [options]

Options
  --manuscript DIR    text to measure with (default: manuscript)
  --edition LANG      language of the edition (default: the first of the book)
  --times 1,4,16,52   how many times the manuscript stands in the text (default: 1,4,16,52)
  --tools a,b,…       ${[...ownTools, ...peerNames].join(', ')} (default: all that are there)
  --peer NAME=FILE    a tool that is not on the path; may be given again
  --runs N            timed runs of each build (default: 3)
  --edits N           edits in a Diglot that goes on running (default: 20)
  --limit SECONDS     longest time of one command (default: 300)
  --program DIR       another copy of Diglot to measure
  --out FILE          where the tables go; the plot goes beside them (default: standard output, no plot)
`;

const flags = {
	manuscript: { type: 'string' },
	edition: { type: 'string' },
	times: { type: 'string' },
	tools: { type: 'string' },
	peer: { type: 'string', multiple: true },
	runs: { type: 'string' },
	edits: { type: 'string' },
	limit: { type: 'string' },
	program: { type: 'string' },
	out: { type: 'string' },
	help: { type: 'boolean' },
} as const;

/**
 * Reads the arguments after the program's name; nothing where help is asked for.
 * @throws BenchUsageError
 */
export function readBenchArguments(args: readonly string[]): BenchOptions | undefined {
	const values = parse(args);
	if (values.help) return undefined;
	const { edition, program, out } = values;
	return {
		manuscript: values.manuscript ?? 'manuscript',
		times: list(values.times ?? '1,4,16,52').map((text) => number(text, '--times')),
		tools: list(values.tools ?? [...ownTools, ...peerNames].join(',')).map(readTool),
		runs: number(values.runs ?? '3', '--runs'),
		edits: number(values.edits ?? '20', '--edits'),
		limit: 1000 * number(values.limit ?? '300', '--limit'),
		peers: new Map((values.peer ?? []).map(readPeer)),
		...(edition === undefined ? {} : { lang: edition }),
		...(program === undefined ? {} : { program }),
		...(out === undefined ? {} : { out }),
	};
}

function parse(args: readonly string[]) {
	try {
		return parseArgs({ args: [...args], options: flags, strict: true, allowPositionals: false }).values;
	} catch (error) {
		throw new BenchUsageError(error instanceof Error ? error.message : String(error));
	}
}

function list(text: string): readonly string[] {
	return [...new Set(text.split(',').map((one) => one.trim()))].filter((one) => one !== '');
}

function number(text: string, flag: string): number {
	if (!/^[1-9]\d{0,4}$/.test(text))
		throw new BenchUsageError(`${flag} takes whole numbers from 1, not "${text}".`);
	return Number(text);
}

function readTool(name: string): ToolName {
	const tool = [...ownTools, ...peerNames].find((one) => one === name);
	if (!tool) throw new BenchUsageError(`There is no tool "${name}".`);
	return tool;
}

function readPeer(text: string): [PeerName, string] {
	const [, given, file = ''] = /^([^=]*)=(.+)$/.exec(text) ?? [];
	const name = peerNames.find((one) => one === given);
	if (!name) throw new BenchUsageError(`--peer takes NAME=FILE with one of ${peerNames.join(', ')}.`);
	return [name, file];
}
