import * as z from 'zod';
import { didYouMean, type Reporter } from '../diagnostics/index.ts';
import { missing } from './fields.ts';
import type { Path, YamlDocument } from './yaml-document.ts';

type Issue = z.core.$ZodIssue;

/** The fields of a schema that were sound. */
export type SoundFields<S extends z.ZodObject> = { readonly [K in keyof z.output<S>]?: z.output<S>[K] };

/**
 * Holds the map at `path` against a strict object schema. Each fault is reported at its key or value; the sound
 * fields come back, so that one fault hides no other. `name` is what the map is called in messages.
 */
export function readFields<S extends z.ZodObject>(
	schema: S,
	document: YamlDocument,
	path: Path,
	name: string,
	report: Reporter,
): SoundFields<S> {
	const value = valueAt(document.value, path) ?? {};
	const result = schema.safeParse(value);
	if (result.success) return result.data as SoundFields<S>;
	const keys = Object.keys(schema.shape);
	for (const issue of result.error.issues) reportIssue(issue, keys, document, path, name, report);
	const sound: Record<string, unknown> = {};
	for (const key of keys) {
		const field = z.safeParse(schema.shape[key], valueAt(value, [key]));
		if (field.success && field.data !== undefined) sound[key] = field.data;
	}
	return sound as SoundFields<S>;
}

/** The value at `path` if it is sound; every fault is reported. */
export function readValue<S extends z.ZodType>(
	schema: S,
	document: YamlDocument,
	path: Path,
	name: string,
	report: Reporter,
): z.output<S> | undefined {
	const result = schema.safeParse(valueAt(document.value, path));
	if (result.success) return result.data;
	for (const issue of result.error.issues) reportIssue(issue, [], document, path, name, report);
	return undefined;
}

export function valueAt(value: unknown, path: Path): unknown {
	let found = value;
	for (const step of path) {
		if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined;
		found = (found as Record<PropertyKey, unknown>)[step];
	}
	return found;
}

/** A path as people say it: `zh of item 2 of publishers`. */
export function describePath(path: Path): string {
	return path
		.map((step) => (typeof step === 'number' ? `item ${step + 1}` : String(step)))
		.reverse()
		.join(' of ');
}

function reportIssue(
	issue: Issue,
	keys: readonly string[],
	document: YamlDocument,
	base: Path,
	name: string,
	report: Reporter,
): void {
	const path = [...base, ...issue.path];
	if (issue.code === 'unrecognized_keys') {
		for (const key of issue.keys) {
			const hint = didYouMean(key, keys) ?? `The keys are: ${keys.join(', ')}.`;
			report('config-unknown-key', `"${key}" is no key of ${name}`, document.keyPlace([...path, key]), hint);
		}
		return;
	}
	// Of the shapes that a value may have, the one whose faults lie deeper is the one that was meant.
	const meant =
		issue.code === 'invalid_union'
			? issue.errors.find((faults) => faults.every((one) => one.path.length > 0))
			: undefined;
	if (meant) {
		for (const one of meant) reportIssue(one, keys, document, path, name, report);
		return;
	}
	const isKey = issue.code === 'invalid_key';
	const message = isKey ? (issue.issues[0]?.message ?? issue.message) : issue.message;
	const subject = path.length === 0 ? name : describePath(path);
	const place = isKey ? document.keyPlace(path) : document.place(path);
	const hint = message === missing ? 'Add it: nothing can stand in for it.' : undefined;
	report('config-invalid', `${subject} ${message}`, place, hint);
}
