import { didYouMean, type Reporter } from '../diagnostics/index.ts';
import type { ContributorId, Lang, Localized, Memo, PiecePath, PieceSource } from '../model/index.ts';
import { configFile, type ReadConfig } from './book-config.ts';
import type { Inventory } from './inventory.ts';
import { type KnownContributors, readPiece } from './piece.ts';
import { findPieceFiles, type PieceFiles } from './piece-files.ts';
import { readText } from './read-text.ts';
import type { YamlDocument } from './yaml-document.ts';

export interface ReadPieces {
	readonly sources: ReadonlyMap<PiecePath, Localized<PieceSource>>;
	/** Every id that stands in a piece's `authors`; nothing where some piece could not be read. */
	readonly named: ReadonlySet<ContributorId> | undefined;
}

/** Reads the files of every listed piece, and reports those that are missing and those that are not listed. */
export function readPieces(
	inventory: Inventory,
	{ config, piecePaths, contentsSound }: ReadConfig,
	document: YamlDocument,
	known: KnownContributors,
	report: Reporter,
	memo: Memo,
): ReadPieces {
	const { languages } = config;
	const files = findPieceFiles(inventory, languages);
	const unlisted = [...files.keys()].filter((path) => !piecePaths.has(path));
	const wanted = [...piecePaths].flatMap(([path, listedAt]) => {
		const place = document.place(listedAt);
		const present = files.get(path);
		if (!present) {
			report(
				'piece-missing',
				`there is no piece "${path}"`,
				place,
				didYouMean(withoutEnding(path, languages), unlisted),
			);
			return [];
		}
		for (const lang of languages.filter((one) => !present.has(one))) {
			report('piece-language-missing', `${path}.${lang}.md is missing`, place);
		}
		return languages.flatMap((lang) => {
			const file = present.get(lang);
			return file === undefined ? [] : [{ path, lang, file }];
		});
	});
	if (contentsSound) reportUnlisted(unlisted, files, report);

	const read = wanted.map((one) => {
		const text = readText(inventory, one.file, report, memo);
		return text && readPiece(one, text, known, report, memo);
	});
	const sources = new Map<PiecePath, Record<Lang, PieceSource>>();
	for (const path of piecePaths.keys()) sources.set(path, {});
	for (const piece of read) {
		const target = piece?.source && sources.get(piece.source.path);
		if (target && piece?.source) target[piece.source.lang] = piece.source;
	}
	const complete = contentsSound && read.every((piece) => piece !== undefined);
	return { sources, named: complete ? new Set(read.flatMap((piece) => piece?.named ?? [])) : undefined };
}

function reportUnlisted(unlisted: readonly PiecePath[], files: PieceFiles, report: Reporter): void {
	for (const path of unlisted) {
		const [file] = files.get(path)?.values() ?? [];
		if (file !== undefined) report('piece-unlisted', `"${path}" is not listed in ${configFile}`, file);
	}
}

/** What was meant by `front/preface.zh.md` or `front/preface.md`. */
function withoutEnding(path: string, languages: readonly Lang[]): string {
	const stem = path.replace(/\.md$/, '');
	const lang = languages.find((one) => stem.endsWith(`.${one}`));
	return lang === undefined ? stem : stem.slice(0, -lang.length - 1);
}
