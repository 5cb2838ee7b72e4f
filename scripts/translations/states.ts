import type { Lang, PiecePath } from '../model/index.ts';
import { type GroupName, groupName, type Lock, type LockLine } from './lock.ts';
import {
	bothMarks,
	type Matching,
	marksOf,
	matchByMarks,
	matchByPlace,
	type TranslatedPassage,
} from './match-lines.ts';
import type { PassagePair } from './passages.ts';

/** What is translated of one piece into one language. */
export interface TranslatedPiece {
	readonly path: PiecePath;
	readonly source: Lang;
	readonly target: Lang;
	/** In the source language. */
	readonly title: string;
	readonly sourceFile: string;
	/** There is none where the piece is not translated. */
	readonly targetFile?: string;
	readonly passages: readonly PassagePair[];
}

/**
 * `current`: made from the source as it stands, also where the translation alone was mended since; `stale`: the source
 * has changed since; `new`: nobody recorded what it was made from; `missing`: there is no translation.
 */
export type State = 'current' | 'stale' | 'new' | 'missing';

export interface PassageState extends PassagePair {
	readonly state: State;
	/** What was recorded of it, and which line of its piece that is; none where the passage has moved from another piece. */
	readonly line?: LockLine;
	readonly at?: number;
}

export interface PieceStates extends Omit<TranslatedPiece, 'passages'> {
	readonly passages: readonly PassageState[];
	/** All lines of this piece. */
	readonly lines: readonly LockLine[];
	/** Indexes of the lines that belong to no passage any more. */
	readonly left: ReadonlySet<number>;
	/** The piece under whose name the lines stand, where it has been renamed since. */
	readonly formerPath?: PiecePath;
}

/** Compares all pieces with what the lock records of them. */
export function compareWithLock(pieces: readonly TranslatedPiece[], lock: Lock): readonly PieceStates[] {
	const names = new Set(pieces.map(({ path, target }) => groupName(path, target)));
	const gone = new Map([...lock].filter(([name]) => !names.has(name)));
	const marks = byMark(gone);
	const matched = pieces.map((piece) => {
		const pairs = piece.passages.flatMap(({ source, target }) => (target ? [{ source, target }] : []));
		const own = lock.get(groupName(piece.path, piece.target));
		const former = own ? undefined : findFormer(pairs, piece.target, { gone, marks });
		if (former !== undefined) gone.delete(former);
		const lines = own ?? (former === undefined ? [] : (lock.get(former) ?? []));
		return { piece, former, matching: matchByMarks(pairs, lines) };
	});
	const strays = [...gone.values(), ...matched.map(({ matching }) => linesLeft(matching))].flat();
	const moved = new Set(strays.map(bothMarks));
	return matched.map(({ piece, former, matching }) => {
		matchByPlace(matching, (pair) => moved.has(bothMarks(marksOf(pair))));
		return toStates(piece, matching, { moved, former });
	});
}

/** Groups of pieces that are gone, by the marks of their lines. */
type GoneByMark = ReadonlyMap<string, ReadonlySet<GroupName>>;

function byMark(gone: Lock): GoneByMark {
	const groups = new Map<string, Set<GroupName>>();
	for (const [name, lines] of gone) {
		for (const mark of lines.flatMap(({ source, target }) => [source, target])) {
			const names = groups.get(mark) ?? new Set();
			groups.set(mark, names.add(name));
		}
	}
	return groups;
}

/** The group of a piece that stands under another name now: more than half of it, or of the piece, is found again. */
function findFormer(
	pairs: readonly TranslatedPassage[],
	target: Lang,
	{ gone, marks }: { readonly gone: Lock; readonly marks: GoneByMark },
): GroupName | undefined {
	const votes = new Map<GroupName, number>();
	for (const pair of pairs) {
		const names = [pair.source.mark, pair.target.mark].flatMap((mark) => [...(marks.get(mark) ?? [])]);
		for (const name of new Set(names)) votes.set(name, (votes.get(name) ?? 0) + 1);
	}
	const [best] = [...votes]
		.filter(([name]) => gone.has(name) && name.endsWith(`.${target}`))
		.sort(([, a], [, b]) => b - a);
	if (!best) return undefined;
	const [name, count] = best;
	const most = Math.min(pairs.length, gone.get(name)?.length ?? 0);
	return count > most / 2 ? name : undefined;
}

function linesLeft({ lines, left }: Matching): readonly LockLine[] {
	return [...left].flatMap((at) => lines[at] ?? []);
}

interface Elsewhere {
	/** Marks of lines that stand with other pieces and belong to nothing there. */
	readonly moved: ReadonlySet<string>;
	readonly former: GroupName | undefined;
}

function toStates(piece: TranslatedPiece, matching: Matching, { moved, former }: Elsewhere): PieceStates {
	const { target, passages } = piece;
	const { lines, left } = matching;
	let index = -1;
	const states = passages.map((pair): PassageState => {
		if (!pair.target) return { ...pair, state: 'missing' };
		index += 1;
		const at = matching.found.get(index);
		const line = at === undefined ? undefined : lines[at];
		if (line && at !== undefined)
			return { ...pair, state: line.source === pair.source.mark ? 'current' : 'stale', line, at };
		const marks = marksOf({ source: pair.source, target: pair.target });
		return { ...pair, state: moved.has(bothMarks(marks)) ? 'current' : 'new' };
	});
	const formerPath = former?.slice(0, -target.length - 1);
	return { ...piece, passages: states, lines, left, ...(formerPath ? { formerPath } : {}) };
}
