import type { Document, Node, Pair, YAMLError } from 'yaml';
import { isAlias, isCollection, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Reporter } from '../diagnostics/index.ts';
import type { Place } from '../model/index.ts';
import { cleanScalars } from './clean-scalars.ts';

/** Keys and list positions that lead from a document's root to one of its values. */
export type Path = readonly PropertyKey[];

/** A YAML document in which every scalar is text as it was written, so that `2024-10` and `1984` stay what they are. */
export interface YamlDocument {
	readonly file: string;
	/** Maps, lists and strings; a key without a value is left out. */
	readonly value: unknown;
	/** Place of the value at `path`, or of what comes nearest to it: its key, then what it should stand in. */
	readonly place: (path: Path) => Place;
	/** Place of the key at the end of `path`. */
	readonly keyPlace: (path: Path) => Place;
}

// Far more than a person writes; a bomb of nested aliases passes it at once.
const maxAliasCount = 100;
const tooManyAliases = 'the document repeats too much through aliases (*name)';

/**
 * Reads one YAML document that begins on line `firstLine` of `file`. Gives nothing where the syntax is broken;
 * a key that stands twice is reported too, and its last value counts.
 */
export function parseYaml(
	file: string,
	text: string,
	report: Reporter,
	firstLine = 1,
): YamlDocument | undefined {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
	const placeAt = (offset: number): Place => {
		const { line, col } = lines.linePos(offset);
		return { file, line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
	};
	const fault = (message: string, offset: number, hint?: string) =>
		report('yaml-syntax', message, placeAt(offset), hint);

	const faults = [...document.errors, ...document.warnings];
	for (const one of faults.filter(isRepeat))
		fault(repeatedKey(text, one), one.pos[0], 'Keep one of the two.');
	// One broken line often sets off a row of faults: only the first says what is wrong.
	const broken = faults.find((one) => !isRepeat(one));
	if (broken) {
		fault(plainMessages[broken.code] ?? 'the syntax is broken here', broken.pos[0]);
		return undefined;
	}
	const misuse = findMisuse(document);
	if (misuse) {
		fault(misuse.message, misuse.offset);
		return undefined;
	}
	keepSource(document);
	cleanScalars(document, text, (character, offset) => {
		const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
		report('character-control', `the invisible character U+${code} was dropped`, placeAt(offset));
	});
	let value: unknown;
	try {
		value = dropEmpty(document.toJS({ maxAliasCount }));
	} catch {
		fault(tooManyAliases, 0);
		return undefined;
	}
	return {
		file,
		value,
		place: (path) => placeAt(find(document, path).value),
		keyPlace: (path) => placeAt(find(document, path).key),
	};
}

const plainMessages: Partial<Record<YAMLError['code'], string>> = {
	BAD_DQ_ESCAPE: 'a \\ in double quotes must be written \\\\',
	BAD_INDENT: 'the indentation does not fit, or a bracket before this is not closed',
	BAD_SCALAR_START: 'a value that begins with this character must stand in quotes',
	BLOCK_AS_IMPLICIT_KEY: 'a ": " stands within this value, which therefore needs quotes',
	BLOCK_IN_FLOW: 'a list or map inside brackets must stand in brackets too',
	MISSING_CHAR: 'a quote, bracket or colon is missing here',
	MULTIPLE_DOCS: 'a second document begins here; only one is read',
	MULTILINE_IMPLICIT_KEY: 'a key must stand on one line, with a colon after it',
	TAB_AS_INDENT: 'a tab stands in the indentation; use spaces',
	TAG_RESOLVE_FAILED: 'a value that begins with ! must stand in quotes',
	UNEXPECTED_TOKEN: 'this does not fit what stands before it',
};

function isRepeat(fault: YAMLError): boolean {
	return fault.code === 'DUPLICATE_KEY';
}

function repeatedKey(text: string, fault: YAMLError): string {
	const key = /^[^\n:]*/.exec(text.slice(fault.pos[0]))?.[0].trim();
	return `the key ${key} stands here for the second time`;
}

/** What is YAML but nothing that a manuscript may hold: aliases without end or anchor, keys that are no text. */
function findMisuse(document: Document): { message: string; offset: number } | undefined {
	let found: { message: string; offset: number } | undefined;
	const stop = (message: string, node: Node) => {
		found = { message, offset: node.range?.[0] ?? 0 };
		return visit.BREAK;
	};
	let aliases = 0;
	visit(document, {
		Alias(_, alias, ancestors) {
			aliases += 1;
			// To look one up takes a walk through the document.
			if (aliases > maxAliasCount) return stop(tooManyAliases, alias);
			const target = alias.resolve(document);
			if (!target)
				return stop(`no value is called &${alias.source}; put a value that begins with * in quotes`, alias);
			if (ancestors.includes(target)) return stop(`*${alias.source} stands inside what it repeats`, alias);
			return undefined;
		},
		Pair(_, pair) {
			return isCollection(pair.key) || isAlias(pair.key)
				? stop('a key must be plain text', pair.key)
				: undefined;
		},
	});
	return found;
}

/** Undoes YAML's guesses at numbers, truth values and the like. */
function keepSource(document: Document): void {
	visit(document, {
		Scalar(_, scalar) {
			if (scalar.value !== null && scalar.source !== undefined) scalar.value = scalar.source;
		},
	});
}

function dropEmpty(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(dropEmpty);
	if (typeof value !== 'object' || value === null) return value;
	const kept = Object.entries(value).flatMap(([key, one]) => (one === null ? [] : [[key, dropEmpty(one)]]));
	return Object.fromEntries(kept);
}

/** Offsets of the value and of the key that `path` leads to, or of the nearest thing above. */
function find(document: Document, path: Path): { value: number; key: number } {
	let node: unknown = document.contents;
	let at = { value: 0, key: 0 };
	for (const step of path) {
		const holder = isAlias(node) ? node.resolve(document) : node;
		if (isMap(holder)) {
			const pair = holder.items.find((one) => isScalar(one.key) && String(one.key.value) === String(step));
			if (!pair) return { value: at.key, key: at.key };
			at = offsetsOf(pair);
			node = pair.value;
		} else if (isSeq(holder)) {
			node = holder.items[Number(step)];
			const start = (node as Node | undefined)?.range?.[0] ?? at.value;
			at = { value: start, key: start };
		} else return at;
	}
	return at;
}

function offsetsOf(pair: Pair): { value: number; key: number } {
	const key = (pair.key as Node | null)?.range?.[0] ?? 0;
	const value = pair.value as Node | null;
	// An empty value has a range too, after the colon: its key is easier to see.
	const empty = value === null || (isScalar(value) && value.value === null);
	return { key, value: empty ? key : (value.range?.[0] ?? key) };
}
