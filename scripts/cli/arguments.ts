import { parseArgs } from 'node:util';
import type { ArchiveLevel, EditionId, Format, Profile } from '../model/index.ts';

/** What the command line asks for. */
export type Command =
	| { readonly kind: 'help' }
	| { readonly kind: 'version' }
	| ({ readonly kind: 'check' } & CheckOptions)
	| ({ readonly kind: 'build' } & BuildOptions)
	| ({ readonly kind: 'preview' } & PreviewOptions);

export interface CheckOptions {
	readonly manuscript: string;
	readonly json: boolean;
}

export interface BuildOptions extends CheckOptions {
	readonly out: string;
	/** All editions of the book where it is missing. */
	readonly editions?: readonly EditionId[];
	readonly formats: readonly Format[];
	readonly profiles?: readonly Profile[];
	/** An archive edition is made beside each screen edition. */
	readonly archive?: ArchiveLevel;
	/** Whether readers can show the first page of a PDF before they have the rest. */
	readonly linearize?: boolean;
	/** Whether a web page offers the files: a release. */
	readonly page?: boolean;
	/** As many as there are cores where it is missing. */
	readonly jobs?: number;
	readonly browser?: string;
	readonly cache: CacheChoice;
	/** Build again after each change. */
	readonly watch?: boolean;
	/** File for the times of all steps. */
	readonly trace?: string;
}

/** Where the cache lies: a folder, the usual place, or nowhere. */
export type CacheChoice = { readonly folder: string } | 'usual' | 'none';

export interface PreviewOptions {
	readonly manuscript: string;
	/** 0 for any that is free. */
	readonly port: number;
	/** All editions of the book where it is missing. */
	readonly editions?: readonly EditionId[];
	readonly cache: CacheChoice;
	/** Whether to open the page in the reader's browser. */
	readonly open: boolean;
	/** Pattern of a link to a place, such as `vscode://file{path}:{line}:{column}`. */
	readonly editor?: string;
	readonly jobs?: number;
	readonly browser?: string;
}

/** The command line cannot be understood; the message says why. */
export class UsageError extends Error {}

export const usage = `Diglot makes PDF and EPUB editions of a bilingual Markdown manuscript.

  diglot build [options]    make the editions
  diglot release [options]  make the editions, and a web page that offers them, in one folder
  diglot check [options]    read, compile and check the manuscript only: no browser
  diglot preview [options]  show the pages in a browser, and anew after each edit

Options
  --manuscript DIR     folder with book.yaml (default: manuscript)
  --out DIR            folder for the outputs (default: dist; of a release: release)
  --edition NAMES      editions to make, such as zh,en (default: all of the book)
  --format NAMES       what to make: screen, print, epub (default: screen,epub)
  --profile NAMES      whose rules the EPUB follows: generic, apple, kobo, kindle; one file each (default: generic)
  --archive            make an archive edition beside each screen edition: PDF/A-2a
  --archive-source     the same with the Markdown sources, book.yaml and contributors.yaml attached: PDF/A-3a
  --linearize          put PDFs in an order that lets browsers show page 1 first
  --jobs N             pages are laid out in N browser tabs (default: one for each core)
  --browser FILE       a Chrome or Chromium to use (also: DIGLOT_BROWSER)
  --cache DIR          folder for what the next run can use again (default: node_modules/.cache)
  --no-cache           make everything anew and keep nothing
  --trace FILE         write the times of all steps for chrome://tracing or Perfetto
  --watch              build again after each change, until Ctrl-C
  --json               print one JSON report on standard output (with --watch: one line for each build)
  --help, --version

Options of the preview
  --port N             port on this machine (default: any that is free)
  --no-open            only print the address
  --editor LINK        how to open a place, such as vscode://file{path}:{line}:{column}
`;

const usualFormats: readonly Format[] = ['screen', 'epub'];

const formats: readonly Format[] = ['screen', 'print', 'epub'];

const profiles: readonly Profile[] = ['generic', 'apple', 'kobo', 'kindle'];

const checkFlags = { manuscript: { type: 'string' }, json: { type: 'boolean' } } as const;

const cacheFlags = { cache: { type: 'string' }, 'no-cache': { type: 'boolean' } } as const;

/** A release is made once: there is nothing to watch. */
const releaseFlags = {
	...checkFlags,
	...cacheFlags,
	out: { type: 'string' },
	edition: { type: 'string' },
	format: { type: 'string' },
	profile: { type: 'string' },
	archive: { type: 'boolean' },
	'archive-source': { type: 'boolean' },
	linearize: { type: 'boolean' },
	jobs: { type: 'string' },
	browser: { type: 'string' },
	trace: { type: 'string' },
} as const;

const buildFlags = { ...releaseFlags, watch: { type: 'boolean' } } as const;

const previewFlags = {
	...cacheFlags,
	manuscript: { type: 'string' },
	edition: { type: 'string' },
	port: { type: 'string' },
	'no-open': { type: 'boolean' },
	editor: { type: 'string' },
	jobs: { type: 'string' },
	browser: { type: 'string' },
} as const;

/**
 * Reads the arguments after the program's name.
 * @throws UsageError
 */
export function readArguments(args: readonly string[]): Command {
	const [name, ...rest] = args;
	if (name === undefined || name === 'help' || args.includes('--help') || args.includes('-h'))
		return { kind: 'help' };
	if (name === 'version' || args.includes('--version')) return { kind: 'version' };
	if (name === 'check') {
		const values = parse(rest, checkFlags);
		return { kind: 'check', manuscript: values.manuscript ?? 'manuscript', json: values.json ?? false };
	}
	if (name === 'build') return readBuild(parseBuild(rest), 'dist');
	if (name === 'release') return { ...readBuild(parse(rest, releaseFlags), 'release'), page: true };
	if (name === 'preview') return readPreview(rest);
	throw new UsageError(`There is no command "${name}".`);
}

function parseBuild(args: readonly string[]) {
	return parse(args, buildFlags);
}

function readBuild(values: ReturnType<typeof parseBuild>, out: string): Extract<Command, { kind: 'build' }> {
	const chosen = values.format === undefined ? usualFormats : list(values.format, '--format').map(readFormat);
	return {
		kind: 'build',
		manuscript: values.manuscript ?? 'manuscript',
		json: values.json ?? false,
		out: values.out ?? out,
		cache: readCache(values),
		formats: chosen,
		...readArchive(values, chosen),
		...(values.linearize === undefined ? {} : { linearize: values.linearize }),
		...(values.profile === undefined ? {} : { profiles: list(values.profile, '--profile').map(readProfile) }),
		...(values.edition === undefined ? {} : { editions: list(values.edition, '--edition') }),
		...(values.jobs === undefined ? {} : { jobs: readJobs(values.jobs) }),
		...(values.browser === undefined ? {} : { browser: values.browser }),
		...(values.watch === undefined ? {} : { watch: values.watch }),
		...(values.trace === undefined ? {} : { trace: values.trace }),
	};
}

function readArchive(
	values: { readonly archive?: boolean; readonly 'archive-source'?: boolean },
	chosen: readonly Format[],
): Pick<BuildOptions, 'archive'> {
	const { archive, 'archive-source': source } = values;
	if (!archive && !source) return {};
	if (!chosen.includes('screen'))
		throw new UsageError('An archive edition is made of the screen edition: --format must have screen.');
	return { archive: source ? '3a' : '2a' };
}

function readCache(values: { readonly cache?: string; readonly 'no-cache'?: boolean }): CacheChoice {
	const { cache: folder, 'no-cache': none = false } = values;
	if (folder !== undefined && none) throw new UsageError('--cache and --no-cache exclude each other.');
	if (folder === '') throw new UsageError('--cache needs a folder.');
	if (none) return 'none';
	return folder === undefined ? 'usual' : { folder };
}

function readPreview(args: readonly string[]): Command {
	const values = parse(args, previewFlags);
	return {
		kind: 'preview',
		manuscript: values.manuscript ?? 'manuscript',
		port: values.port === undefined ? 0 : readPort(values.port),
		open: !values['no-open'],
		cache: readCache(values),
		...(values.editor === undefined ? {} : { editor: readEditor(values.editor) }),
		...(values.edition === undefined ? {} : { editions: list(values.edition, '--edition') }),
		...(values.jobs === undefined ? {} : { jobs: readJobs(values.jobs) }),
		...(values.browser === undefined ? {} : { browser: values.browser }),
	};
}

function parse<Flags extends Record<string, { readonly type: 'string' | 'boolean' }>>(
	args: readonly string[],
	options: Flags,
) {
	try {
		return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
}

function list(value: string, flag: string): readonly string[] {
	const items = [...new Set(value.split(',').map((item) => item.trim()))].filter((item) => item !== '');
	if (items.length === 0) throw new UsageError(`${flag} needs at least one name.`);
	return items;
}

function readFormat(name: string): Format {
	const format = formats.find((known) => known === name);
	if (!format) throw new UsageError(`--format knows ${formats.join(', ')}, not "${name}".`);
	return format;
}

function readProfile(name: string): Profile {
	const profile = profiles.find((known) => known === name);
	if (!profile) throw new UsageError(`--profile knows ${profiles.join(', ')}, not "${name}".`);
	return profile;
}

function readJobs(value: string): number {
	if (!/^[1-9]\d?$/.test(value)) throw new UsageError('--jobs takes a whole number from 1 to 99.');
	return Number(value);
}

function readPort(value: string): number {
	const port = /^\d{1,5}$/.test(value) ? Number(value) : -1;
	if (port < 0 || port > 65_535) throw new UsageError('--port takes a whole number from 0 to 65535.');
	return port;
}

/** Addresses that a browser runs instead of opening. */
const running = /^(?:javascript|data|vbscript|blob):/i;

function readEditor(value: string): string {
	if (!/^[a-z][a-z0-9+.-]*:/i.test(value) || running.test(value) || !value.includes('{path}'))
		throw new UsageError('--editor takes a link with {path}, such as vscode://file{path}:{line}:{column}.');
	return value;
}
