import { style } from './ahead.ts';
import { checkTranslations } from './check-translations.ts';
import { chooseEditions, languagesOf } from './choose-editions.ts';
import { compileInSteps } from './compile/index.ts';
import { checkHouseInks } from './house-inks.ts';
import { inTurns } from './in-turns.ts';
import { loadManuscript } from './load/index.ts';
import type { Book, Manuscript } from './model/index.ts';
import { checkPage } from './paginate/index.ts';
import type { ReadRequest, World } from './world.ts';

/**
 * Reads and compiles the manuscript; nothing comes back where it has errors, all of which were reported. `onRead` has
 * the manuscript first.
 */
export async function readBook(
	request: ReadRequest,
	world: World,
	onRead: (manuscript: Manuscript) => Promise<void> = async () => {},
): Promise<Book | undefined> {
	world.stage('reading');
	const manuscript = await world.time('load', () =>
		loadManuscript(request.manuscript, world.report, { memo: world.memo }),
	);
	if (!manuscript) return undefined;
	checkHouseInks(world.house, world.report);
	checkPage(style(world.house, 'page.css'), manuscript.config.page, world.report);
	const languages = languagesOf(chooseEditions(manuscript.config, request.editions), manuscript.config);
	await onRead(manuscript);
	const book = await world.time('compile', () =>
		inTurns(compileInSteps(manuscript, languages, world.report, { memo: world.memo }), world.pause),
	);
	if (world.hasErrors()) return undefined;
	for (const lang of languages) {
		const pieces = [...book.pieces.values()].filter((piece) => piece[lang] !== undefined);
		if (pieces.length === 0)
			world.report('edition-empty', `The book has no piece in "${lang}".`, 'book.yaml');
	}
	return world.hasErrors() ? undefined : book;
}

/** Reads and compiles the manuscript, and holds its translations against their source. */
export async function readAndCheck(
	...[request, world, onRead]: Parameters<typeof readBook>
): Promise<Book | undefined> {
	const read: Manuscript[] = [];
	const book = await readBook(request, world, async (manuscript) => {
		read.push(manuscript);
		await onRead?.(manuscript);
	});
	const [manuscript] = read;
	if (book && manuscript) await checkTranslations(book, { manuscript, folder: request.manuscript }, world);
	return world.hasErrors() ? undefined : book;
}
