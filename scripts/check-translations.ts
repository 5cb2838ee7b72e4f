import { inTurns } from './in-turns.ts';
import type { Book, Lang } from './model/index.ts';
import { pairInSteps } from './pair/index.ts';
import type { World } from './world.ts';

/** Holds each translation against its source, the first language of the book, as far as both were compiled. */
export async function checkTranslations(
	book: Book,
	{ report, memo, time, pause }: Pick<World, 'report' | 'memo' | 'time' | 'pause'>,
): Promise<void> {
	const [source, ...targets] = book.config.languages.filter((lang) => isCompiled(book, lang));
	if (source === undefined || source !== book.config.languages[0]) return;
	await time('translations', async () => {
		for (const target of targets) {
			// What comes back are the pairs; all else that is asked of text and translation is asked of them here.
			await inTurns(pairInSteps(book, [source, target], { report, memo }), pause);
		}
	});
}

function isCompiled({ pieces }: Book, lang: Lang): boolean {
	return [...pieces.values()].some((versions) => versions[lang] !== undefined);
}
