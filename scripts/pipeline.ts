import { checkPdf } from './check/index.ts';
import { compileBook } from './compile/index.ts';
import { compose } from './compose/index.ts';
import type { Reporter } from './diagnostics/index.ts';
import { cutFonts, fillShelf } from './fonts/index.ts';
import { loadManuscript } from './load/index.ts';
import type {
	Artifact,
	Book,
	Edition,
	FontSet,
	Format,
	House,
	Lang,
	Shelf,
	Workshop,
} from './model/index.ts';
import { packageEpub } from './package/index.ts';
import { paginate } from './paginate/index.ts';
import { type Inspect, printScreen, renderCover } from './print/index.ts';

/** The outside world, handed in by whoever runs the pipeline. */
export interface World {
	readonly house: House;
	readonly openWorkshop: () => Promise<Workshop>;
	/** Tabs side by side. */
	readonly jobs: number;
	/** Longest time for one unit, in ms. */
	readonly unitLimit: number;
	/** From SOURCE_DATE_EPOCH. */
	readonly modified?: Date;
	readonly report: Reporter;
	readonly hasErrors: () => boolean;
	readonly stage: (name: string) => void;
	readonly step: (done: number, all: number) => void;
	/** A clock in ms, for durations. */
	readonly now: () => number;
	/** Runs a piece of work and keeps its time under a name. */
	readonly time: <T>(stage: string, work: () => T | Promise<T>) => Promise<T>;
}

export interface BuildRequest {
	readonly manuscript: string;
	/** All languages of the book where it is missing. */
	readonly editions?: readonly Lang[];
	readonly formats: readonly Format[];
}

/** Something was asked for that the book cannot give. */
export class RequestError extends Error {}

/** Reads and compiles the manuscript; nothing comes back where it has errors, all of which were reported. */
export async function readBook(request: BuildRequest, world: World): Promise<Book | undefined> {
	world.stage('reading');
	const manuscript = await world.time('load', () => loadManuscript(request.manuscript, world.report));
	if (!manuscript) return undefined;
	const languages = request.editions ?? manuscript.config.languages;
	const unknown = languages.find((lang) => !manuscript.config.languages.includes(lang));
	if (unknown !== undefined) throw new RequestError(`book.yaml lists no language "${unknown}".`);
	const book = await world.time('compile', () => compileBook(manuscript, languages, world.report));
	if (world.hasErrors()) return undefined;
	for (const lang of languages) {
		const pieces = [...book.pieces.values()].filter((piece) => piece[lang] !== undefined);
		if (pieces.length === 0)
			world.report('edition-empty', `The edition "${lang}" has no piece.`, 'book.yaml');
	}
	return world.hasErrors() ? undefined : book;
}

/** Reads, compiles and composes the manuscript, and looks whether the fonts have its characters: no browser. */
export async function check(request: BuildRequest, world: World): Promise<void> {
	const book = await readBook(request, world);
	for (const lang of book ? (request.editions ?? book.config.languages) : []) {
		if (book) await composeEdition(book, lang, world);
	}
}

/**
 * The whole flow: load → compile → compose → fonts → paginate → print and package → check. Returns the finished
 * artifacts, or nothing where something was reported as an error.
 */
export async function build(request: BuildRequest, world: World): Promise<readonly Artifact[]> {
	const book = await readBook(request, world);
	if (!book) return [];
	const opening = world.time('browser', world.openWorkshop);
	// Its failure is seen where the browser is first needed.
	opening.catch(() => {});
	try {
		const artifacts: Artifact[] = [];
		for (const lang of request.editions ?? book.config.languages) {
			artifacts.push(...(await buildEdition(book, lang, request.formats, opening, world)));
		}
		return world.hasErrors() ? [] : artifacts;
	} finally {
		await opening.then((workshop) => workshop.close()).catch(() => {});
	}
}

async function buildEdition(
	book: Book,
	lang: Lang,
	formats: readonly Format[],
	opening: Promise<Workshop>,
	world: World,
): Promise<readonly Artifact[]> {
	const { house, report, time, now } = world;
	const start = now();
	const { edition, fonts } = await composeEdition(book, lang, world);
	if (world.hasErrors()) return [];

	const shelf = fillShelf(edition, fonts, style(house, 'book.css'));
	const workshop = await opening;
	world.stage(`${lang} pages`);
	// The EPUB alone needs no pages but its cover.
	const paged = formats.includes('screen') ? edition : coverOf(edition);
	const pages = await time('paginate', () => paginate(paged, paginateOptions(workshop, shelf, world)));
	if (!pages || world.hasErrors()) return [];

	world.stage(`${lang} outputs`);
	const name = `${edition.slug}.${edition.id}`;
	const names = new Set(fonts.map((face) => face.postScriptName));
	const inspect: Inspect = (pdf) =>
		checkPdf(pdf, { name: `${name}.pdf`, pages: pages.pages.length, fonts: names, report });
	const print = { workshop, shelf, fonts, sheetCss: style(house, 'sheet.css'), report, inspect };
	const makePdf = async (): Promise<Artifact> => {
		const bytes = await time('print', () => printScreen(edition, pages, print));
		const file = { name: `${name}.pdf`, edition: edition.id, format: 'screen', bytes } as const;
		return { ...file, pages: pages.pages.length, units: pages.units, time: now() - start };
	};
	const makeEpub = async (): Promise<Artifact> => {
		const cover = await time('cover', () => renderCover(edition, pages, print));
		const options = { fonts, cover, house, styles: style(house, 'epub.css') };
		const bytes = await time('package', () => packageEpub(edition, options));
		return { name: `${name}.epub`, edition: edition.id, format: 'epub', bytes, time: now() - start };
	};
	const makers = { screen: makePdf, epub: makeEpub };
	return await Promise.all(formats.map((format) => makers[format]()));
}

/** An edition with its typefaces; characters that they lack are reported. */
async function composeEdition(
	book: Book,
	lang: Lang,
	world: World,
): Promise<{ edition: Edition; fonts: FontSet }> {
	const { house, report, time, modified } = world;
	const options = { lang, report, ...(modified ? { modified } : {}) };
	const edition = await time('compose', () => compose(book, house, options));
	world.stage(`${lang} fonts`);
	return { edition, fonts: await time('fonts', () => cutFonts(edition, report)) };
}

function paginateOptions(workshop: Workshop, shelf: Shelf, world: World) {
	const { house, jobs, unitLimit, report, step } = world;
	return { workshop, shelf, jobs, unitLimit, report, progress: step, pageCss: style(house, 'page.css') };
}

function coverOf(edition: Edition): Edition {
	return { ...edition, units: edition.units.filter((unit) => unit.kind === 'cover') };
}

function style(house: House, name: string): string {
	const css = house.styles.get(name);
	if (css === undefined) throw new Error(`styles/${name} is missing.`);
	return css;
}
