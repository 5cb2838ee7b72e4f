import { type ComposeOptions, compose } from './compose/index.ts';
import { inTurns } from './in-turns.ts';
import type { Book, Edition, EditionChoice, Layout } from './model/index.ts';
import { pairInSteps } from './pair/index.ts';
import type { World } from './world.ts';

/**
 * One edition of the book.
 * @param also what is made of it besides, or what it is a proof of
 */
export async function composeEdition(
	book: Book,
	choice: EditionChoice,
	world: World,
	also: Pick<ComposeOptions, 'cover' | 'proof'> = {},
): Promise<Edition> {
	const { house, report, memo, pause, time, modified } = world;
	return await time('compose', async () => {
		// What does not pair has been told when the translations were checked.
		const pairing = choice.layout && (await inTurns(pairInSteps(book, choice.languages, { memo }), pause));
		return await compose(book, house, {
			choice,
			...(pairing ? { pairing } : {}),
			report,
			memo,
			pause,
			...also,
			...(modified ? { modified } : {}),
		});
	});
}

/** What an EPUB lacks for a layout that is made of pages. */
const lacks: Readonly<Partial<Record<Layout, string>>> = {
	facing: 'an EPUB has no pages that face each other',
	columns: 'an EPUB has no columns side by side',
};

/**
 * The edition as its EPUB has it. Where text and translation stand side by side in the pages, the one follows the other
 * paragraph by paragraph, which is said.
 * @param edition the same edition as its pages have it
 */
export async function composeForEpub(
	book: Book,
	choice: EditionChoice,
	edition: Edition,
	world: World,
): Promise<Edition> {
	if (choice.layout === undefined) return edition;
	const lack = lacks[choice.layout];
	if (lack === undefined) return edition;
	const message = `In the EPUB "${choice.id}" each paragraph is followed by its translation: ${lack}.`;
	world.report('edition-epub-blocks', message, choice.place ?? 'book.yaml');
	return await composeEdition(book, { ...choice, layout: 'blocks' }, world);
}
