import type { Reporter } from '../diagnostics/index.ts';
import type { Lang, PiecePath, SourceText } from '../model/index.ts';
import type { Passage } from './passages.ts';

/** Which text each translation was made from, as translations.lock.yaml records it. */
export type Lock = ReadonlyMap<GroupName, readonly LockLine[]>;

/** A piece and the language of its translation: `chapters/risks/values.en`. */
export type GroupName = string;

/** One passage and its translation as they were when somebody said that the translation is right. */
export interface LockLine {
	/** Mark of the source's words. */
	readonly source: string;
	/** Mark of the translation's words. */
	readonly target: string;
	/** How the source began, for people who read the file. */
	readonly start: string;
}

export function groupName(path: PiecePath, lang: Lang): GroupName {
	return `${path}.${lang}`;
}

export function toLine(source: Passage, target: Passage): LockLine {
	return { source: source.mark, target: target.mark, start: startOf(source.words) };
}

const longestStart = 24;

function startOf(words: string): string {
	const plain = words.replace(/\p{C}/gu, '');
	const characters = [...plain];
	if (characters.length <= longestStart) return plain;
	return `${characters.slice(0, longestStart).join('').trimEnd()}…`;
}

const head = `# Which text each translation was made from: marks of source and translation, and how the source begins.
# Written by "diglot translations accept". Empty lines keep the changes of two branches apart.
`;

/** The file of a lock. The same lock gives the same text; a line changes only with its passage. */
export function writeLock(lock: Lock): string {
	const groups = [...lock].flatMap(([name, lines]) => {
		if (lines.length === 0) return [];
		return [`\n${writeName(name)}:\n${lines.map(writeLine).join('')}`];
	});
	return head + groups.join('');
}

function writeLine({ source, target, start }: LockLine): string {
	return `\n  - ${source} ${target} # ${start}\n`;
}

/** What YAML reads as it stands. */
const plainName = /^[\p{L}\p{N}_][\p{L}\p{N}_./ -]*$/u;

function writeName(name: GroupName): string {
	return plainName.test(name) ? name : JSON.stringify(name);
}

const lineForm = /^\s*- ([0-9a-f]{12}) ([0-9a-f]{12})(?:\s+#\s?(.*))?$/;
const nameForm = /^(?:("(?:[^"\\]|\\.)*")|([^\s"#-][^"]*)):\s*(?:#.*)?$/;
const emptyForm = /^\s*(?:#.*)?$/;
const conflict = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/;

const conflictHint =
	'Remove the lines that begin with <<<<<<<, ======= and >>>>>>>; those of both sides may stay.';

/**
 * Reads a lock line by line, for each is an entry of its own: what a merge brought twice, or from both sides, may
 * stand in any order. What is no entry is reported, and then nothing comes back.
 */
export function readLock({ file, text }: SourceText, report: Reporter): Lock | undefined {
	const groups = new Map<GroupName, LockLine[]>();
	let group: LockLine[] | undefined;
	let isSound = true;
	let isConflict = false;
	for (const [index, line] of text.split('\n').entries()) {
		if (line === '') continue;
		const [, source, target, start = ''] = lineForm.exec(line) ?? [];
		if (source !== undefined && target !== undefined && group) {
			group.push({ source, target, start });
			continue;
		}
		const name = readName(line);
		if (name !== undefined) {
			group = groups.get(name) ?? [];
			groups.set(name, group);
			continue;
		}
		if (emptyForm.test(line)) continue;
		isSound = false;
		const place = { file, line: index + 1, column: 1 };
		const [mark] = conflict.exec(line) ?? [];
		if (mark === undefined) report('translation-lock', 'this line cannot be read', place);
		// The other marks of a conflict are told with the first.
		else if (!isConflict) report('translation-lock', 'a merge left its marks here', place, conflictHint);
		isConflict = mark === undefined ? isConflict : !mark.startsWith('>');
	}
	return isSound ? groups : undefined;
}

function readName(line: string): GroupName | undefined {
	const [, quoted, plain] = nameForm.exec(line) ?? [];
	if (quoted === undefined) return plain;
	try {
		return String(JSON.parse(quoted));
	} catch {
		return undefined;
	}
}
