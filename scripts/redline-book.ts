import { getAhead } from './ahead.ts';
import { chooseEditions, languagesOf } from './choose-editions.ts';
import { compileBook } from './compile/index.ts';
import { createReport, type Diagnostic } from './diagnostics/index.ts';
import { findRevision, type Revision, withOldFolder } from './history/index.ts';
import { loadManuscript } from './load/index.ts';
import { makePdf } from './make-pdf.ts';
import type { Artifact, Asset, Book, EditionChoice, Lang, Outputs } from './model/index.ts';
import { paginate } from './paginate/index.ts';
import { layOut, openTabs, readBook } from './pipeline.ts';
import { type MarkedBook, markChanges } from './redline/index.ts';
import type { ChangesRequest, World } from './world.ts';

/**
 * Makes of each edition a proof for screens, in which all is marked that changed since a revision. The editions
 * themselves are not made.
 * @throws RequestError where git does not know the revision or the folder
 */
export async function buildChanges(request: ChangesRequest, world: World): Promise<Outputs> {
	const opening = openTabs(world);
	const { ahead, onRead } = getAhead(opening, world);
	const book = await readBook(request, world, onRead);
	if (!book) return { artifacts: [], listings: [] };
	const revision = await findRevision(request.manuscript, request.changesSince);
	const choices = chooseEditions(book.config, request.editions);
	const old = await recallOldBook(request.manuscript, revision, languagesOf(choices, book.config), world);
	if (!old) return { artifacts: [], listings: [] };
	const marked = await world.time('compare', async () => {
		const images = await old.imagesBeside(book);
		return markChanges(book, old.book, { images, labels: world.house.labels, memo: world.memo });
	});
	tellRemoved(marked, revision, world);
	const artifacts: Artifact[] = [];
	for (const choice of choices) {
		const isChanged = choice.languages.some((lang) => marked.changed.has(lang));
		if (!isChanged) tellUnchanged(choice, revision, world);
		const proof = { revision: revision.short, date: revision.date, isChanged };
		const laid = await layOut(
			marked.book,
			choice,
			{ layOutPages: paginate, proof },
			{ opening, ahead },
			world,
		);
		if (!laid) continue;
		world.stage(`${choice.id} outputs`);
		const { edition } = laid;
		const metadata = { ...edition.metadata, ...(edition.proof ? { subtitle: edition.proof.text } : {}) };
		const { linearize = false } = request;
		artifacts.push(await makePdf({ ...laid, edition: { ...edition, metadata } }, { linearize }, world));
	}
	return world.hasErrors() ? { artifacts: [], listings: [] } : { artifacts, listings: [] };
}

function tellRemoved({ removed }: MarkedBook, { short }: Revision, { report }: World): void {
	for (const { title, file } of removed) {
		report('redline-removed', `"${title.text}" was in the book at ${short} and is not marked.`, file);
	}
}

function tellUnchanged({ id }: EditionChoice, { short, date }: Revision, { report }: World): void {
	report('redline-unchanged', `Nothing in the edition "${id}" has changed since ${short} (${date}).`, id);
}

/** The book as it was; its folder is gone when it is there. */
interface OldBook {
	readonly book: Book;
	/** Its images that are not the same any more, by their old path, each under a path that the new book does not have. */
	readonly imagesBeside: (now: Book) => Promise<ReadonlyMap<string, Asset>>;
}

/** A revision stays what it is: a session reads it once. */
async function recallOldBook(
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
		withOldFolder(folder, revision, async (old) => await readOldBook(old, languages)),
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
): Promise<OldBook | Diagnostic | undefined> {
	const report = createReport();
	const manuscript = await loadManuscript(folder, report.add);
	if (!manuscript) return report.list().find(({ severity }) => severity === 'error');
	const { languages: own } = manuscript.config;
	const book = compileBook(
		manuscript,
		languages.filter((lang) => own.includes(lang)),
		report.add,
	);
	const images = await Promise.all([...book.images.values()].map(intoMemory));
	return { book, imagesBeside: (now) => findOtherImages(images, now) };
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
