import { type GroupName, groupName, type Lock, type LockLine, toLine, writeLock } from './lock.ts';
import type { PassageState, PieceStates, State } from './states.ts';

/** Which translations are right again. */
export type Chosen = (passage: PassageState, piece: PieceStates) => boolean;

export interface Accepted {
	/** The lock's new text. */
	readonly text: string;
	/** How many passages were stale, or are recorded for the first time. */
	readonly stale: number;
	readonly new: number;
}

/**
 * Records that the chosen translations are right. Where all are, `chosen` is missing, and the lock forgets what the
 * book no longer has; otherwise every other line stays as it is.
 */
export function accept(pieces: readonly PieceStates[], lock: Lock, chosen?: Chosen): Accepted {
	const taken = new Map(
		pieces.map((piece) => [
			piece,
			new Set(piece.passages.filter((one) => one.target && (!chosen || chosen(one, piece)))),
		]),
	);
	const next = new Map<GroupName, readonly LockLine[]>();
	const gone = new Set<GroupName>();
	for (const [piece, passages] of taken) {
		const name = groupName(piece.path, piece.target);
		const isTouched = !chosen || passages.size > 0;
		next.set(name, isTouched ? acceptPiece(piece, passages, chosen !== undefined) : (lock.get(name) ?? []));
		if (isTouched && piece.formerPath !== undefined) gone.add(groupName(piece.formerPath, piece.target));
	}
	for (const [name, lines] of chosen ? lock : []) {
		if (!next.has(name) && !gone.has(name)) next.set(name, lines);
	}
	const all = [...taken.values()].flatMap((passages) => [...passages]);
	const count = (state: State) => all.filter((passage) => passage.state === state).length;
	return { text: writeLock(next), stale: count('stale'), new: count('new') };
}

function acceptPiece(
	{ passages, lines, left }: PieceStates,
	chosen: ReadonlySet<PassageState>,
	keepsLeft: boolean,
): readonly LockLine[] {
	const next: LockLine[] = [];
	let done = 0;
	const keepLeftBefore = (end: number) => {
		if (!keepsLeft) return;
		for (; done < end; done++) {
			const line = left.has(done) ? lines[done] : undefined;
			if (line) next.push(line);
		}
	};
	for (const passage of passages) {
		const { source, target, line, at, state } = passage;
		if (!target) continue;
		keepLeftBefore(at ?? 0);
		if (chosen.has(passage)) next.push(toLine(source, target));
		else if (line) next.push(line);
		else if (state === 'current') next.push(toLine(source, target));
	}
	keepLeftBefore(lines.length);
	return next;
}
