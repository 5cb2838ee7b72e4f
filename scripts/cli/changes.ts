import { UsageError } from './usage.ts';

interface Values {
	readonly format?: string | undefined;
	readonly profile?: string | undefined;
	readonly archive?: boolean | undefined;
	readonly 'archive-source'?: boolean | undefined;
	readonly 'changes-since'?: string | undefined;
}

/** Flags of what else a build makes, which a proof of changes takes the place of. */
const others = ['profile', 'archive', 'archive-source'] as const;

/**
 * Reads the revision that a proof of changes is held against.
 * @throws UsageError where other outputs are asked for with it: it takes their place
 */
export function readChangesSince(values: Values): { readonly changesSince?: string } {
	const { 'changes-since': revision, format } = values;
	if (revision === undefined) return {};
	if (revision.trim() === '')
		throw new UsageError('--changes-since needs a revision, such as HEAD~1 or a tag.');
	if (format !== undefined && format.trim() !== 'screen')
		throw new UsageError('--changes-since makes a proof for screens: --format can be screen alone.');
	const other = others.find((name) => values[name] !== undefined);
	if (other) throw new UsageError(`--changes-since makes nothing but a proof: leave out --${other}.`);
	return { changesSince: revision };
}
