import { checkPairsInSteps, checkTextsInSteps, switched } from './fidelity/index.ts';
import { inTurns } from './in-turns.ts';
import type { Book, Lang } from './model/index.ts';
import { pairInSteps } from './pair/index.ts';
import type { World } from './world.ts';

/**
 * Looks at each text by itself, and holds each translation against its source, the first language of the book, as far
 * as both were compiled.
 */
export async function checkTranslations(
	book: Book,
	{ report, memo, time, pause }: Pick<World, 'report' | 'memo' | 'time' | 'pause'>,
): Promise<void> {
	const options = { report: switched(book, report), memo };
	const [source, ...targets] = book.config.languages.filter((lang) => isCompiled(book, lang));
	await time('translations', async () => {
		await inTurns(checkTextsInSteps(book, options), pause);
		if (source === undefined || source !== book.config.languages[0]) return;
		for (const target of targets) {
			// What comes back are the pairs; all else that is asked of text and translation is asked of them here.
			const pairing = await inTurns(pairInSteps(book, [source, target], options), pause);
			await inTurns(checkPairsInSteps(book, pairing, [source, target], options), pause);
		}
	});
}

function isCompiled({ pieces }: Book, lang: Lang): boolean {
	return [...pieces.values()].some((versions) => versions[lang] !== undefined);
}
