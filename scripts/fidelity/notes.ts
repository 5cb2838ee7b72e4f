import type { Reporter } from '../diagnostics/index.ts';
import type { Block, BlockPair, Piece, PiecePairing } from '../model/index.ts';
import { where } from './say.ts';
import type { PieceUses, Use } from './uses.ts';

/**
 * Reports notes that a block calls and its translation does not, though the piece has both notes: the call stands
 * elsewhere, or twice (`translation-note`). That a note as such is missing, the pairing says.
 */
export function checkNotes(
	{ pairs, loose }: PieceUses,
	{ notes }: PiecePairing,
	pieces: { readonly source: Piece; readonly target: Piece },
	report: Reporter,
): void {
	if (notes.length === 0) return;
	const partners = partnersOf(notes, pieces);
	const calledLoose = {
		source: new Set(loose.source.filter(isCall).map(({ to }) => to)),
		target: new Set(loose.target.filter(isCall).map(({ to }) => to)),
	};
	for (const { source, target, place, sourcePlace } of pairs) {
		const theirs = new Set(target.filter(isCall).map(({ to }) => to));
		const ours = new Set(source.filter(isCall).map(({ to }) => to));
		for (const call of source.filter(isCall)) {
			const partner = partners.toTarget.get(call.to);
			if (!partner || theirs.has(partner.id) || calledLoose.target.has(partner.id)) continue;
			const message = `the note [^${partner.name}] is called here in the source (${where(call.place)}), but not in the translation`;
			report('translation-note', message, place);
		}
		for (const call of target.filter(isCall)) {
			const partner = partners.toSource.get(call.to);
			if (!partner || ours.has(partner.id) || calledLoose.source.has(partner.id)) continue;
			// Where its place is empty, that says it already.
			if (isMissed(partner.id, call.to)) continue;
			const message = `the note [^${partner.name}] is called here, but not in the text that it translates (${where(sourcePlace)})`;
			report('translation-note', message, call.place);
		}
	}

	function isMissed(source: string, target: string): boolean {
		return pairs.some(
			(pair) => pair.source.some(({ to }) => to === source) && !pair.target.some(({ to }) => to === target),
		);
	}
}

function isCall({ kind }: Use): boolean {
	return kind === 'note';
}

interface Partner {
	readonly id: string;
	/** As the author calls the note of the translation. */
	readonly name: string;
}

function partnersOf(notes: readonly BlockPair[], { source, target }: { source: Piece; target: Piece }) {
	const toTarget = new Map<string, Partner>();
	const toSource = new Map<string, Partner>();
	for (const pair of notes) {
		const ours = idOf(pair.source, source);
		const theirs = idOf(pair.target, target);
		if (ours === undefined || theirs === undefined) continue;
		const name = pair.target?.name ?? '';
		toTarget.set(ours, { id: theirs, name });
		toSource.set(theirs, { id: ours, name });
	}
	return { toTarget, toSource };
}

function idOf(block: Block | undefined, { notes }: Piece): string | undefined {
	return block && notes.find(({ name }) => name === block.name)?.id;
}
