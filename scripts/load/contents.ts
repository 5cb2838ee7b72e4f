import type { Reporter } from '../diagnostics/index.ts';
import type { ContentsEntry, Lang, PieceEntry, PiecePath } from '../model/index.ts';
import * as field from './fields.ts';
import { localize } from './localized.ts';
import { readFields, readValue, valueAt } from './read-fields.ts';
import type { Path, YamlDocument } from './yaml-document.ts';

const partFields = field.fields({
	part: field.localizedText,
	pieces: field.filledList('must be a list of pieces'),
});

export interface ReadContents {
	readonly entries: readonly ContentsEntry[];
	/** Where in book.yaml each piece is listed. */
	readonly piecePaths: ReadonlyMap<PiecePath, Path>;
	/** Whether every entry could be read. */
	readonly sound: boolean;
}

/** Reads the list `contents` of book.yaml, entry by entry: a faulty one is reported and left out. */
export function readContents(
	document: YamlDocument,
	languages: readonly Lang[],
	report: Reporter,
): ReadContents {
	const piecePaths = new Map<PiecePath, Path>();
	let sound = Array.isArray(valueAt(document.value, ['contents']));

	const readPiece = (path: Path): PieceEntry[] => {
		const given = readValue(field.text, document, path, 'book.yaml', report)?.normalize('NFC');
		const fault = given === undefined ? undefined : pathFault(given);
		if (given === undefined || fault !== undefined) {
			sound = false;
			if (fault !== undefined) report('config-invalid', `"${given}" ${fault}`, document.place(path));
			return [];
		}
		const first = piecePaths.get(given);
		if (first) {
			const line = document.place(first).line;
			report('piece-duplicate', `"${given}" is listed already on line ${line}`, document.place(path));
			return [];
		}
		piecePaths.set(given, path);
		return [{ kind: 'piece', path: given }];
	};
	const readPieces = (path: Path): PieceEntry[] => {
		const items = valueAt(document.value, path);
		if (!Array.isArray(items)) sound = false;
		return Array.isArray(items) ? items.flatMap((_, index) => readPiece([...path, index])) : [];
	};
	const readEntry = (entry: unknown, path: Path): ContentsEntry[] => {
		if (typeof entry === 'string') return readPiece(path);
		if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
			sound = false;
			const message = 'an entry of contents must be the path of a piece, or a part with its pieces';
			report('config-invalid', message, document.place(path));
			return [];
		}
		const { part } = readFields(partFields, document, path, 'a part', report);
		const pieces = readPieces([...path, 'pieces']);
		// A part without a title was reported; its pieces are read all the same.
		if (part === undefined) return pieces;
		return [
			{ kind: 'part', title: localize(part, [...path, 'part'], { languages, document, report }), pieces },
		];
	};

	const items = valueAt(document.value, ['contents']);
	const entries = Array.isArray(items)
		? items.flatMap((entry, index) => readEntry(entry, ['contents', index]))
		: [];
	return { entries, piecePaths, sound };
}

/** What is wrong with a path that should lead to something in the manuscript folder, as the end of a sentence. */
export function pathFault(path: string): string | undefined {
	if (path.includes('\\')) return 'must have / between folders, not \\';
	if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'must be relative to the manuscript folder';
	const steps = path.split('/');
	if (steps.includes('..')) return 'must not lead out of the manuscript folder';
	if (steps.some((step) => step === '' || step === '.'))
		return 'must have one / between folders and none at its end';
	return undefined;
}
