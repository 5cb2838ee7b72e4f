import type { CommandLine } from './command.ts';
import type { Copies } from './multiply.ts';

/** The browser that Diglot uses, as other programs are told of it. */
export interface BenchBrowser {
	readonly executable: string;
	/** Such as `--no-sandbox` where there is none to have. */
	readonly switches: readonly string[];
	readonly env: Readonly<Record<string, string | undefined>>;
}

/** One text to build, and where. */
export interface Job {
	/** How many times the manuscript stands in it. */
	readonly times: number;
	readonly copies: Copies;
	/** Language of the edition. */
	readonly lang: string;
	/** The same edition as one document that is not paginated. */
	readonly html: string;
	/** A folder for outputs and caches. */
	readonly work: string;
	/** Folder of the Diglot that is measured. */
	readonly program: string;
	readonly browser: BenchBrowser;
	/** Longest time of one command, in ms. */
	readonly limit: number;
}

/** What a run left: the PDF, and how many pages it has where the tool says so. */
export interface Made {
	readonly file: string;
	readonly pages?: number;
}

/** A way to make the PDF by a command of its own. */
export interface Tool {
	readonly name: string;
	readonly command: (job: Job) => CommandLine;
	/** What the command made, from what it printed. */
	readonly made: (job: Job, stdout: string) => Made;
	/** Comes before the first run and is not timed. */
	readonly prepare?: (job: Job, run: (command: CommandLine) => Promise<void>) => Promise<void>;
	/** Comes before each run and is not timed; runs are counted from 0. */
	readonly before?: (job: Job, index: number) => Promise<void>;
	/** Puts back what `before` changed. */
	readonly after?: (job: Job) => Promise<void>;
}

/** Why a tool has no figure; it stands under the table. */
export class BenchFault extends Error {}
