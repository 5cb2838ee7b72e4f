import type { Lang, Manuscript, Memo, Piece, PiecePath, PieceSource } from '../model/index.ts';
import { finishPiece, type OpenPiece, openPiece } from './compile-piece.ts';
import type { BookContext } from './context.ts';
import { createIdClaims, createOwnClaims, type IdClaims } from './id-claims.ts';
import { plainLine } from './lines.ts';
import type { LinkTargets } from './links.ts';
import { createClaimId, pieceKey } from './piece-keys.ts';
import { rememberText } from './remember-text.ts';
import type { Tools } from './tools.ts';

/** Where links can lead, by piece and language. */
export type Targets = Map<PiecePath, Map<Lang, LinkTargets>>;

/** A piece as other pieces see it: where they can lead to, and which ids they must not use. */
interface Opened {
	readonly anchors: ReadonlyMap<string, string>;
	readonly claimed: readonly string[];
	/** What others had claimed when it was opened. */
	readonly taken: readonly string[];
}

interface Run {
	readonly book: BookContext;
	readonly tools: Tools;
	readonly memo: Memo;
	readonly claims: IdClaims;
	/** The trees of the pieces that were opened in this build. */
	readonly fresh: Map<Opened, OpenPiece>;
}

export interface PieceOptions {
	/** Filled while the pieces are opened. */
	readonly targets: Targets;
	readonly book: BookContext;
	readonly tools: Tools;
	readonly memo: Memo;
}

/**
 * Compiles the listed pieces, a path with all its languages after the other. First all are opened, which fills
 * `targets`, then all are finished. What comes back for a piece that nothing has changed for since the build before
 * is the very same object.
 */
export function* compilePieces(
	manuscript: Manuscript,
	languages: readonly Lang[],
	{ targets, book, tools, memo }: PieceOptions,
): Generator<void, ReadonlyMap<PiecePath, Readonly<Record<Lang, Piece>>>> {
	const listed = listPieces(manuscript, languages, targets);
	const claims = createIdClaims(listed.map(({ key }) => key));
	const run: Run = { book, tools, memo, claims, fresh: new Map() };
	const opened: { readonly source: PieceSource; readonly key: string; readonly piece: Opened }[] = [];
	for (const { source, key } of listed) {
		const piece = open(source, key, run);
		targets.get(source.path)?.set(source.lang, { key, anchors: piece.anchors });
		opened.push({ source, key, piece });
		yield;
	}
	const pieces = new Map<PiecePath, Record<Lang, Piece>>();
	for (const { source, key, piece } of opened) {
		const versions = pieces.get(source.path) ?? {};
		versions[source.lang] = finish(source, key, piece, run);
		pieces.set(source.path, versions);
		yield;
	}
	return pieces;
}

/** All keys are given first, so that no other id can take one. */
function listPieces(
	{ config, sources }: Manuscript,
	languages: readonly Lang[],
	targets: Targets,
): readonly { readonly source: PieceSource; readonly key: string }[] {
	const claimKey = createClaimId();
	const entries = config.contents.flatMap((entry) => (entry.kind === 'part' ? entry.pieces : [entry]));
	return [...new Set(entries.map((entry) => entry.path))].flatMap((path) => {
		targets.set(path, new Map());
		return languages.flatMap((lang) => {
			const source = sources.get(path)?.[lang];
			return source ? [{ source, key: claimKey(pieceKey(lang, path)) }] : [];
		});
	});
}

function open(source: PieceSource, key: string, { book, tools, memo, claims, fresh }: Run): Opened {
	const taken = claims.taken(key);
	const name = JSON.stringify([memo.nameOf(source), key, book.languages, taken]);
	const opened = rememberText(memo, 'opened piece', name, book, (traced): Opened => {
		const { claimId, claimed } = createOwnClaims([key, ...taken]);
		const piece = openPiece(source, key, { ...traced, claimId }, tools.processors);
		const made = { anchors: piece.context.anchors, claimed, taken };
		fresh.set(made, piece);
		return made;
	});
	claims.add(key, opened.claimed);
	return opened;
}

function finish(source: PieceSource, key: string, opened: Opened, run: Run): Piece {
	const { book, tools, memo, claims, fresh } = run;
	const taken = claims.taken(key);
	// The text may change and the title stay: then the contents stay too.
	const title = plainLine(source.title, source.lang, book, tools, memo);
	const shortTitle = source.shortTitle && plainLine(source.shortTitle, source.lang, book, tools, memo);
	const titles = { title, ...(shortTitle && { shortTitle }) };
	const parts = [opened, ...Object.values(titles)].map(memo.nameOf);
	const name = JSON.stringify([parts, book.languages, taken]);
	const finished = rememberText(memo, 'finished piece', name, book, (traced) => {
		const { claimId, claimed } = createOwnClaims([key, ...taken, ...opened.claimed]);
		const tree = fresh.get(opened) ?? openAgain(source, key, opened, run);
		const piece = finishPiece(tree, titles, { ...traced, claimId }, tools.processors, tools.write);
		return { piece, claimed };
	});
	claims.add(key, finished.claimed);
	return finished.piece;
}

/** The tree of a piece that an earlier build opened and used up. What was found then has been said already. */
function openAgain(source: PieceSource, key: string, { taken }: Opened, { book, tools }: Run): OpenPiece {
	const { claimId } = createOwnClaims([key, ...taken]);
	return openPiece(source, key, { ...book, claimId, report: () => {} }, tools.processors);
}
