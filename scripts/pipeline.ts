import { bookStyle, getAhead, type Start, style } from './ahead.ts';
import { chooseArchive } from './choose-archive.ts';
import { chooseEditions } from './choose-editions.ts';
import type { ProofOf } from './compose/index.ts';
import { composeEdition, composeForEpub } from './compose-edition.ts';
import { checkCharacters, cutFonts, fillShelf } from './fonts/index.ts';
import { listOutputs } from './list-outputs.ts';
import { makeCover } from './make-cover.ts';
import { makeEpubs } from './make-epubs.ts';
import { makePdf, type PdfChoices } from './make-pdf.ts';
import { makePress } from './make-press.ts';
import type { Book, EditionChoice, Manuscript, Outputs, Publication, Tabs } from './model/index.ts';
import { paginate, recallOrCover } from './paginate/index.ts';
import { readAndCheck, readBook } from './read-book.ts';
import type { BuildRequest, LaidEdition, Made, ReadRequest, World } from './world.ts';

export type { BuildRequest, LaidEdition, ReadRequest, World };
export { readBook };

/** Reads, compiles and composes the manuscript, and looks whether the fonts have its characters: no browser. */
export async function check(request: ReadRequest, world: World): Promise<void> {
	const book = await readAndCheck(request, world);
	for (const choice of book ? chooseEditions(book.config, request.editions) : []) {
		if (!book) return;
		const edition = await composeEdition(book, choice, world);
		await world.time('fonts', () => checkCharacters(edition, world.report, { memo: world.memo }));
	}
}

/**
 * The whole flow: load → compile → compose → fonts → paginate → print and package → check → publish. Returns the
 * finished artifacts and what lists them, or nothing where something was reported as an error.
 */
export async function build(request: BuildRequest, world: World): Promise<Outputs> {
	const opening = openTabs(world);
	const { ahead, onRead } = getAhead(opening, world);
	const read: Manuscript[] = [];
	const book = await readAndCheck(request, world, async (manuscript) => {
		read.push(manuscript);
		await onRead(manuscript);
	});
	const publications: Publication[] = [];
	for (const choice of book ? chooseEditions(book.config, request.editions) : []) {
		if (!book) break;
		const archive = request.archive && chooseArchive(request.archive, choice.languages, read);
		const made = await buildEdition(book, choice, { ...request, archive }, { opening, ahead }, world);
		if (made) publications.push(made);
	}
	return await listOutputs(publications, request, world);
}

/** The browser starts while the manuscript is read; its failure is seen where it is first needed. */
export function openTabs(world: World): Promise<Tabs> {
	const opening = world.time('browser', world.tabs);
	opening.catch(() => {});
	return opening;
}

type EditionRequest = Omit<BuildRequest, 'archive'> & PdfChoices;

async function buildEdition(
	book: Book,
	choice: EditionChoice,
	{ formats, profiles = ['generic'], archive, linearize = false }: EditionRequest,
	start: Start,
	world: World,
): Promise<Publication | undefined> {
	const isPrinted = formats.includes('print');
	// The EPUB alone needs no pages but its cover; those that are kept give it its page list.
	const layOutPages = isPrinted || formats.includes('screen') ? paginate : recallOrCover;
	const laid = await layOut(book, choice, { layOutPages, halfTitle: isPrinted }, start, world);
	if (!laid) return undefined;
	world.stage(`${choice.id} outputs`);
	const makers = {
		screen: async (): Promise<Made> => {
			const screen = await makePdf(laid, { linearize }, world);
			// After it: the parts that both are joined from have been printed.
			return {
				artifacts: [screen, ...(archive ? [await makePdf(laid, { linearize, archive }, world)] : [])],
			};
		},
		print: async (): Promise<Made> => {
			const [inside] = await makePress(laid, world);
			return { artifacts: inside ? [inside, ...(await makeCover(laid, inside, world))] : [] };
		},
		epub: async (): Promise<Made> => {
			const edition = await composeForEpub(book, choice, laid.edition, world);
			return await makeEpubs({ ...laid, edition }, profiles, world);
		},
	};
	const made = await Promise.all(formats.map((format) => makers[format]()));
	const cover = made.find((one) => one.cover)?.cover;
	return {
		edition: laid.edition,
		artifacts: made.flatMap((one) => one.artifacts),
		...(cover ? { cover } : {}),
	};
}

/**
 * The flow as far as finished pages, for whoever shows them and does not print. Nothing comes back where something
 * was reported as an error.
 */
export async function layOutBook(request: ReadRequest, world: World): Promise<readonly LaidEdition[]> {
	const opening = openTabs(world);
	const { ahead, onRead } = getAhead(opening, world);
	const book = await readBook(request, world, onRead);
	if (!book) return [];
	const editions: LaidEdition[] = [];
	for (const choice of chooseEditions(book.config, request.editions)) {
		const laid = await layOut(book, choice, { layOutPages: paginate }, { opening, ahead }, world);
		if (laid) editions.push(laid);
	}
	return world.hasErrors() ? [] : editions;
}

interface Layout {
	readonly layOutPages: typeof paginate;
	/** Whether a printer gets the book. */
	readonly halfTitle?: boolean;
	/** Of a book in which changes are marked. */
	readonly proof?: ProofOf;
}

/** An edition of the book in pages; nothing where something was reported as an error. */
export async function layOut(
	book: Book,
	choice: EditionChoice,
	{ layOutPages, halfTitle = false, proof }: Layout,
	{ opening, ahead }: Start,
	world: World,
): Promise<LaidEdition | undefined> {
	const { house, unitLimit, report, step, time, detail, store, memo, pause, now } = world;
	const start = now();
	const edition = await composeEdition(book, choice, world, { cover: halfTitle, proof });
	world.stage(`${choice.id} fonts`);
	const fonts = await time('fonts', () => cutFonts(edition, report, { memo, pause, along: ahead() }));
	if (world.hasErrors()) return undefined;
	const shelf = fillShelf(edition, fonts, bookStyle(house, edition));
	const tabs = await opening;
	world.stage(`${choice.id} pages`);
	const pageCss = style(house, 'page.css');
	const options = { tabs, shelf, pageCss, store, memo, unitLimit, report, progress: step, detail, halfTitle };
	const pages = await time('paginate', () => layOutPages(edition, options));
	return pages && !world.hasErrors() ? { edition, pages, tabs, fonts, shelf, start } : undefined;
}
