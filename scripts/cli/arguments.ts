import type { ArchiveLevel, EditionId, Format, Profile } from '../model/index.ts';
import { readChangesSince } from './changes.ts';
import { list, parse, readEditor, readFormat, readJobs, readPort, readProfile } from './flags.ts';
import { readTranslations, type TranslationsCommand } from './translation-arguments.ts';
import { UsageError } from './usage.ts';

/** What the command line asks for. */
export type Command =
	| { readonly kind: 'help' }
	| { readonly kind: 'version' }
	| ({ readonly kind: 'check' } & CheckOptions)
	| ({ readonly kind: 'build' } & BuildOptions)
	| ({ readonly kind: 'preview' } & PreviewOptions)
	| TranslationsCommand;

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
	/** A proof of what changed since this revision is made of each edition, and nothing else. */
	readonly changesSince?: string;
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

const usualFormats: readonly Format[] = ['screen', 'epub'];

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

const buildFlags = {
	...releaseFlags,
	'changes-since': { type: 'string' },
	watch: { type: 'boolean' },
} as const;

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
	if (name === 'translations') return readTranslations(rest);
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
		...readChangesSince(values),
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
