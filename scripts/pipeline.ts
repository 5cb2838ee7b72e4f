import { checkPdf } from './check/index.ts';
import { compileBook } from './compile/index.ts';
import { compose } from './compose/index.ts';
import type { Reporter } from './diagnostics/index.ts';
import { cutFonts, fillShelf } from './fonts/index.ts';
import { loadManuscript } from './load/index.ts';
import type { Artifact, Book, Edition, Format, House, Lang, Shelf, Store, Workshop } from './model/index.ts';
import { packageEpub } from './package/index.ts';
import { paginate } from './paginate/index.ts';
import { type Inspect, openSheets } from './print/index.ts';

/** The outside world, handed in by whoever runs the pipeline. */
export interface World {
	readonly house: House;
	readonly openWorkshop: () => Promise<Workshop>;
	/** What outlasts the run. */
	readonly store: Store;
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
		if (!book) return;
		const edition = await composeEdition(book, lang, world);
		await world.time('fonts', () => cutFonts(edition, world.report));
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
	const edition = await composeEdition(book, lang, world);
	world.stage(`${lang} fonts`);
	const cutting = time('fonts', () => cutFonts(edition, report));
	const shelf = cutting.then((fonts) => {
		if (world.hasErrors()) throw new Halted();
		return fillShelf(edition, fonts, style(house, 'book.css'));
	});
	// A fault of the manuscript is seen first, then one of the browser.
	const workshop = await opening.catch(async (error) => (await isHalted(shelf)) || Promise.reject(error));
	if (workshop === true) return [];
	world.stage(`${lang} pages`);
	// The EPUB alone needs no pages but its cover.
	const paged = formats.includes('screen') ? edition : coverOf(edition);
	const laying = time('paginate', () => paginate(paged, paginateOptions(workshop, shelf, world)));
	const pages = await laying.catch(async (error) =>
		(await isHalted(shelf)) ? undefined : Promise.reject(error),
	);
	if (!pages || world.hasErrors()) return [];
	const [fonts, filled] = await Promise.all([cutting, shelf]);

	world.stage(`${lang} outputs`);
	const name = `${edition.slug}.${edition.id}`;
	const names = new Set(fonts.map((face) => face.postScriptName));
	const inspect: Inspect = (pdf) =>
		checkPdf(pdf, { name: `${name}.pdf`, pages: pages.pages.length, fonts: names, report });
	const print = { workshop, shelf: filled, fonts, sheetCss: style(house, 'sheet.css'), report, inspect };
	const sheets = await time('sheets', () => openSheets(edition, pages, print));
	try {
		const makePdf = async (): Promise<Artifact> => {
			const bytes = await time('print', sheets.pdf);
			const file = { name: `${name}.pdf`, edition: edition.id, format: 'screen', bytes } as const;
			const { units, cached } = pages;
			return { ...file, pages: pages.pages.length, units, cached, time: now() - start };
		};
		const makeEpub = async (): Promise<Artifact> => {
			const cover = await time('cover', sheets.cover);
			const options = { fonts, cover, house, styles: style(house, 'epub.css') };
			const bytes = await time('package', () => packageEpub(edition, options));
			return { name: `${name}.epub`, edition: edition.id, format: 'epub', bytes, time: now() - start };
		};
		const makers = { screen: makePdf, epub: makeEpub };
		// The print comes first, whatever the order asked for: the cover is taken behind it.
		const order = [...formats].sort((a, b) => Number(b === 'screen') - Number(a === 'screen'));
		const made = new Map(order.map((format) => [format, makers[format]()]));
		const artifacts = await Promise.all(formats.map((format) => made.get(format)));
		return artifacts.filter((artifact) => artifact !== undefined);
	} finally {
		await sheets.close();
	}
}

async function composeEdition(book: Book, lang: Lang, world: World): Promise<Edition> {
	const { house, report, time, modified } = world;
	return await time('compose', () =>
		compose(book, house, { lang, report, ...(modified ? { modified } : {}) }),
	);
}

/** Tabs make themselves ready while the fonts are cut; this tells them that nothing will come. */
class Halted extends Error {}

async function isHalted(shelf: Promise<Shelf>): Promise<boolean> {
	return await shelf.then(
		() => false,
		(error) => error instanceof Halted,
	);
}

function paginateOptions(workshop: Workshop, shelf: Promise<Shelf>, world: World) {
	const { house, store, jobs, unitLimit, report, step } = world;
	const pageCss = style(house, 'page.css');
	return { workshop, shelf, store, jobs, unitLimit, report, progress: step, pageCss };
}

function coverOf(edition: Edition): Edition {
	return { ...edition, units: edition.units.filter((unit) => unit.kind === 'cover') };
}

function style(house: House, name: string): string {
	const css = house.styles.get(name);
	if (css === undefined) throw new Error(`styles/${name} is missing.`);
	return css;
}
