import { checkDrift } from './check-drift.ts';
import { checkPairsInSteps, checkTextsInSteps, switched } from './fidelity/index.ts';
import { inTurns } from './in-turns.ts';
import type { Book, Lang, Manuscript, Pairing } from './model/index.ts';
import { pairInSteps } from './pair/index.ts';
import type { World } from './world.ts';

/**
 * Looks at each text by itself, and holds each translation against its source, the first language of the book, as far
 * as both were compiled. `folder` is the manuscript's.
 */
export async function checkTranslations(
	book: Book,
	read: { readonly manuscript: Manuscript; readonly folder: string },
	world: Pick<World, 'report' | 'memo' | 'time' | 'pause'>,
): Promise<void> {
	const { memo, time, pause } = world;
	const options = { report: switched(book, world.report), memo };
	const [source, ...targets] = book.config.languages.filter((lang) => isCompiled(book, lang));
	await time('translations', async () => {
		await inTurns(checkTextsInSteps(book, options), pause);
		if (source === undefined || source !== book.config.languages[0]) return;
		const pairings = new Map<Lang, Pairing>();
		for (const target of targets) {
			// What comes back are the pairs; all else that is asked of text and translation is asked of them here.
			const pairing = await inTurns(pairInSteps(book, [source, target], options), pause);
			await inTurns(checkPairsInSteps(book, pairing, [source, target], options), pause);
			pairings.set(target, pairing);
		}
		await checkDrift(book, pairings, read, { ...world, report: options.report });
	});
}

function isCompiled({ pieces }: Book, lang: Lang): boolean {
	return [...pieces.values()].some((versions) => versions[lang] !== undefined);
}
