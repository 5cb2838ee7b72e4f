import type { Reporter } from '../diagnostics/index.ts';
import type { Lang, Place } from '../model/index.ts';
import { createCutWords, showChanges } from './show-changes.ts';
import type { PassageState, PieceStates } from './states.ts';

/** A text that a source file once had. */
export interface FormerText {
	/** The file, as it is called now and as it was called when its translation was recorded. */
	readonly files: readonly string[];
	readonly lang: Lang;
	/** Stands for the words in the lock. */
	readonly mark: string;
}

/** The words of former texts by their marks, and why there is no history to look in, where there is none. */
export interface Found {
	readonly words: ReadonlyMap<string, string>;
	readonly why?: string;
}

export type FindFormer = (texts: readonly FormerText[]) => Promise<Found>;

/**
 * Reports every translation that is older than its source, with what has changed in the source since, and how many
 * were never recorded.
 */
export async function reportDrift(
	pieces: readonly PieceStates[],
	findFormer: FindFormer,
	report: Reporter,
): Promise<void> {
	for (const piece of pieces) reportNew(piece, report);
	const stale = pieces.flatMap((piece) =>
		piece.passages.flatMap((passage) => (passage.state === 'stale' ? [{ piece, passage }] : [])),
	);
	if (stale.length === 0) return;
	const texts = stale.flatMap(({ piece, passage }) => formerText(piece, passage));
	const found = await findFormer(texts);
	const cutWords = createCutWords();
	for (const { piece, passage } of stale) {
		const { source, target, line } = passage;
		if (!target || !line) continue;
		const old = found.words.get(line.source);
		const why = found.why ?? 'the history of its file does not have the text that this was made from';
		const changes = old === undefined ? `(${why})` : showChanges(old, source.words, piece.source, cutWords);
		report(
			'translation-stale',
			`this is older than its source, ${lineOf(source.place)}: ${changes}`,
			target.place,
			`Mend the translation if it must change; then: diglot translations accept ${lineOf(target.place)}`,
		);
	}
}

function formerText(
	{ source, sourceFile, path, formerPath }: PieceStates,
	{ line }: PassageState,
): readonly FormerText[] {
	if (!line) return [];
	const former =
		formerPath !== undefined && sourceFile.startsWith(path)
			? [formerPath + sourceFile.slice(path.length)]
			: [];
	return [{ files: [sourceFile, ...former], lang: source, mark: line.source }];
}

function reportNew({ passages }: PieceStates, report: Reporter): void {
	const added = passages.filter(({ state }) => state === 'new');
	const place = added[0]?.target?.place;
	if (!place) return;
	const message =
		added.length === 1
			? 'nobody has recorded yet what this was translated from'
			: `nobody has recorded yet what this and ${added.length - 1} more passages of the file were translated from`;
	const hint = `When they are right: diglot translations accept ${added.length === 1 ? lineOf(place) : place.file}`;
	report('translation-new', message, place, hint);
}

function lineOf({ file, line }: Place): string {
	return `${file}:${line}`;
}
