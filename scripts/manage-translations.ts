import { relative, resolve, sep } from 'node:path';
import type { AcceptOptions, AcceptTarget } from './cli/translation-arguments.ts';
import { compileBook } from './compile/index.ts';
import { RequestError } from './diagnostics/index.ts';
import { loadManuscript, lockFile } from './load/index.ts';
import type { Lang } from './model/index.ts';
import { pairBook } from './pair/index.ts';
import { listTranslated } from './translated-pieces.ts';
import {
	accept,
	choose,
	compareWithLock,
	countStatus,
	type Lock,
	type PieceStates,
	readLock,
	type Status,
} from './translations/index.ts';
import type { World } from './world.ts';
import { writeFiles } from './write/index.ts';

/** What `translations accept` has done. */
export interface Recorded {
	readonly stale: number;
	readonly new: number;
}

/** What translations are read and recorded in. */
export type Office = Pick<World, 'report' | 'hasErrors' | 'memo' | 'time'>;

interface Translations {
	readonly source: Lang;
	readonly pieces: readonly PieceStates[];
	/** Missing where nothing was ever recorded. */
	readonly lock?: Lock;
	/** The lock as it stands on disk. */
	readonly text?: string;
}

/**
 * How far the translations are, in all languages of the book; nothing where the manuscript has errors.
 * @throws RequestError where the book has one language
 */
export async function translationStatus(folder: string, office: Office): Promise<Status | undefined> {
	const read = await readTranslations(folder, office);
	return read && countStatus(read.source, read.pieces, read.lock !== undefined);
}

/**
 * Records that translations are right again; nothing comes back where the manuscript has errors.
 * @throws RequestError where the book has one language, or nothing that the target names
 */
export async function acceptTranslations(
	{ manuscript: folder, target }: AcceptOptions,
	office: Office,
): Promise<Recorded | undefined> {
	const read = await readTranslations(folder, office);
	if (!read) return undefined;
	const chosen = target && chooseTarget(target, folder, read.pieces);
	const { text, ...recorded } = accept(read.pieces, read.lock ?? new Map(), chosen);
	if (text !== read.text) await writeFiles(folder, [{ name: lockFile, bytes: Buffer.from(text) }]);
	return recorded;
}

/** Finds what a path means: first from the manuscript folder, then from where the command runs. */
function chooseTarget({ path, line }: AcceptTarget, folder: string, pieces: readonly PieceStates[]) {
	const outside = relative(resolve(folder), resolve(path)).split(sep).join('/');
	const names = [path.replace(/^\.\//, '').replace(/\/$/, ''), outside].map((name) => name.normalize('NFC'));
	for (const name of names) {
		const chosen = choose({ path: name, ...(line === undefined ? {} : { line }) }, pieces);
		if (chosen) return chosen;
	}
	throw new RequestError(
		line === undefined
			? `There is no piece, folder of pieces or file "${path}" that is translated.`
			: `Nothing that is translated stands in ${path} on line ${line}.`,
	);
}

async function readTranslations(folder: string, office: Office): Promise<Translations | undefined> {
	const { report, memo, hasErrors, time } = office;
	const manuscript = await time('load', () => loadManuscript(folder, report, { memo }));
	if (!manuscript) return undefined;
	const [source = '', ...targets] = manuscript.config.languages;
	if (targets.length === 0)
		throw new RequestError(`The book has one language, ${source}: nothing is translated.`);
	const book = await time('compile', () =>
		compileBook(manuscript, manuscript.config.languages, report, { memo }),
	);
	const { translationLock } = manuscript;
	const lock = translationLock && readLock(translationLock, report);
	if (hasErrors()) return undefined;
	const pairings = new Map(targets.map((target) => [target, pairBook(book, [source, target], { memo })]));
	const pieces = compareWithLock(listTranslated(book, pairings, memo), lock ?? new Map());
	return {
		source,
		pieces,
		...(lock ? { lock } : {}),
		...(translationLock ? { text: translationLock.text } : {}),
	};
}
