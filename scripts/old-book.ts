import { compileBook } from './compile/index.ts';
import { createReport, type Diagnostic } from './diagnostics/index.ts';
import { missingCharacters } from './fonts/index.ts';
import { type Revision, withOldFolder } from './history/index.ts';
import { loadManuscript } from './load/index.ts';
import type { Asset, Book, Lang, Manuscript, PieceSource } from './model/index.ts';
import type { World } from './world.ts';

/** The book as it was; its folder is gone when it is there. */
export interface OldBook {
	readonly book: Book;
	/** Its images that are not the same any more, by their old path, each under a path that the new book does not have. */
	readonly imagesBeside: (now: Book) => Promise<ReadonlyMap<string, Asset>>;
}

/** A revision stays what it is: a session reads it once. */
export async function recallOldBook(
	folder: string,
	revision: Revision,
	languages: readonly Lang[],
	world: World,
): Promise<OldBook | undefined> {
	const key = JSON.stringify([revision.tree, languages]);
	const kept = world.memo.recall<{ made?: Promise<OldBook | Diagnostic | undefined> }>(
		'old books',
		key,
		() => ({}),
	);
	kept.made ??= world.time('history', () =>
		withOldFolder(folder, revision, async (old) => await readOldBook(old, languages, world)),
	);
	const found = await kept.made.catch((error) => {
		// What failed is tried again by the next build.
		delete kept.made;
		throw error;
	});
	if (found && 'book' in found) return found;
	const why = found ? `: ${found.file}: ${found.message}` : '';
	const message = `The manuscript cannot be read as it was at ${revision.short} (${revision.date})${why}.`;
	world.report('redline-unreadable', message, folder);
	return undefined;
}

/**
 * Reads a manuscript of which nobody can mend anything any more: its findings are not told, and what could not be
 * compiled as meant stands in it as near to that as can be. Where nothing can be made of it the first error comes back.
 */
async function readOldBook(
	folder: string,
	languages: readonly Lang[],
	world: World,
): Promise<OldBook | Diagnostic | undefined> {
	const report = createReport();
	const manuscript = await loadManuscript(folder, report.add);
	if (!manuscript) return report.list().find(({ severity }) => severity === 'error');
	const { languages: own } = manuscript.config;
	const book = compileBook(
		withGetas(manuscript, world),
		languages.filter((lang) => own.includes(lang)),
		report.add,
	);
	const images = await Promise.all([...book.images.values()].map(intoMemory));
	return { book, imagesBeside: (now) => findOtherImages(images, now) };
}

/** What a compositor sets where a character is missing (GETA MARK). */
const geta = '\u3013';

/** The manuscript without characters that no face of the book has: they were a fault, and are gone by now. */
function withGetas(manuscript: Manuscript, { memo }: World): Manuscript {
	const sources = [...manuscript.sources.values()].flatMap((versions) => Object.values(versions));
	const missing = missingCharacters(
		sources.map(({ text }) => text),
		{ memo },
	);
	if (missing.size === 0) return manuscript;
	const replace = (text: string) =>
		Array.from(text, (character) => (missing.has(character) ? geta : character)).join('');
	const mend = (source: PieceSource): PieceSource => ({
		...source,
		text: replace(source.text),
		title: { ...source.title, text: replace(source.title.text) },
	});
	const mended = [...manuscript.sources].map(([path, versions]) => {
		const entries = Object.entries(versions).map(([lang, source]) => [lang, mend(source)] as const);
		return [path, Object.fromEntries(entries)] as const;
	});
	return { ...manuscript, sources: new Map(mended) };
}

interface HeldImage {
	readonly image: Asset;
	readonly bytes: Uint8Array;
}

async function intoMemory(image: Asset): Promise<HeldImage> {
	const bytes = await image.read();
	return { image: { ...image, read: async () => bytes }, bytes };
}

async function findOtherImages(images: readonly HeldImage[], now: Book): Promise<ReadonlyMap<string, Asset>> {
	const others = await Promise.all(
		images.map(async ({ image, bytes }) => {
			const same = now.images.get(image.path);
			if (same && Buffer.compare(bytes, await same.read()) === 0) return [];
			let path = `before/${image.path}`;
			while (now.images.has(path)) path = `before/${path}`;
			return [[image.path, { ...image, path }] as const];
		}),
	);
	return new Map(others.flat());
}
