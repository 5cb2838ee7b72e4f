import { parse, parseWithName } from './flags.ts';
import { UsageError } from './usage.ts';

export type TranslationsCommand =
	| ({ readonly kind: 'translations-accept' } & AcceptOptions)
	| ({ readonly kind: 'translations-status' } & StatusOptions);

export interface AcceptOptions {
	readonly manuscript: string;
	/** All translations where it is missing. */
	readonly target?: AcceptTarget;
}

/** A piece, a folder of pieces or a file, and perhaps a line of the file. */
export interface AcceptTarget {
	/** As it was written: from the manuscript folder, or from where the command runs. */
	readonly path: string;
	readonly line?: number;
}

export interface StatusOptions {
	readonly manuscript: string;
	readonly json: boolean;
}

/**
 * Reads what follows `translations`.
 * @throws UsageError
 */
export function readTranslations([verb, ...rest]: readonly string[]): TranslationsCommand {
	if (verb === 'accept') {
		const { values, name } = parseWithName(rest, { manuscript: { type: 'string' } });
		const target = name === undefined ? {} : { target: readTarget(name) };
		return { kind: 'translations-accept', manuscript: values.manuscript ?? 'manuscript', ...target };
	}
	if (verb === 'status') {
		const values = parse(rest, { manuscript: { type: 'string' }, json: { type: 'boolean' } });
		return {
			kind: 'translations-status',
			manuscript: values.manuscript ?? 'manuscript',
			json: values.json ?? false,
		};
	}
	const given = verb === undefined ? '' : `, not "${verb}"`;
	throw new UsageError(`translations takes accept or status${given}.`);
}

/** A column may follow the line, as findings have it. */
function readTarget(name: string): AcceptTarget {
	const [, path = name, line] = /^(.+?):([1-9]\d{0,8})(?::\d+)?$/.exec(name) ?? [];
	if (path === '') throw new UsageError('accept takes a piece, a file or a line of a file.');
	return line === undefined ? { path } : { path, line: Number(line) };
}
