import { parseArgs } from 'node:util';
import type { Format, Profile } from '../model/index.ts';
import { UsageError } from './usage.ts';

const formats: readonly Format[] = ['screen', 'print', 'epub'];

const profiles: readonly Profile[] = ['generic', 'apple', 'kobo', 'kindle'];

type Flags = Record<string, { readonly type: 'string' | 'boolean' }>;

/**
 * The values of a command's flags.
 * @throws UsageError
 */
export function parse<Known extends Flags>(args: readonly string[], options: Known) {
	return parseWithName(args, options, false).values;
}

/**
 * The values of a command's flags, and the one name that may stand beside them.
 * @throws UsageError
 */
export function parseWithName<Known extends Flags>(
	args: readonly string[],
	options: Known,
	allowPositionals = true,
) {
	try {
		const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals });
		const [name, another] = positionals;
		if (another !== undefined) throw new UsageError(`What is "${another}"? One name is enough.`);
		return { values, name };
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
}

/**
 * The names in a value such as `zh,en`, each once.
 * @throws UsageError where there is none
 */
export function list(value: string, flag: string): readonly string[] {
	const items = [...new Set(value.split(',').map((item) => item.trim()))].filter((item) => item !== '');
	if (items.length === 0) throw new UsageError(`${flag} needs at least one name.`);
	return items;
}

/**
 * A kind of output by its name.
 * @throws UsageError
 */
export function readFormat(name: string): Format {
	const format = formats.find((known) => known === name);
	if (!format) throw new UsageError(`--format knows ${formats.join(', ')}, not "${name}".`);
	return format;
}

/**
 * Whose rules an EPUB follows, by its name.
 * @throws UsageError
 */
export function readProfile(name: string): Profile {
	const profile = profiles.find((known) => known === name);
	if (!profile) throw new UsageError(`--profile knows ${profiles.join(', ')}, not "${name}".`);
	return profile;
}

/**
 * How many browser tabs, from 1 to 99.
 * @throws UsageError
 */
export function readJobs(value: string): number {
	if (!/^[1-9]\d?$/.test(value)) throw new UsageError('--jobs takes a whole number from 1 to 99.');
	return Number(value);
}

/**
 * A port, 0 for any.
 * @throws UsageError
 */
export function readPort(value: string): number {
	const port = /^\d{1,5}$/.test(value) ? Number(value) : -1;
	if (port < 0 || port > 65_535) throw new UsageError('--port takes a whole number from 0 to 65535.');
	return port;
}

/** Addresses that a browser runs instead of opening. */
const running = /^(?:javascript|data|vbscript|blob):/i;

/**
 * A link that opens a place in an editor.
 * @throws UsageError
 */
export function readEditor(value: string): string {
	if (!/^[a-z][a-z0-9+.-]*:/i.test(value) || running.test(value) || !value.includes('{path}'))
		throw new UsageError('--editor takes a link with {path}, such as vscode://file{path}:{line}:{column}.');
	return value;
}
