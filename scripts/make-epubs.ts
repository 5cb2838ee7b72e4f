import { style } from './ahead.ts';
import { colorRules } from './color-rules.ts';
import { cutFonts } from './fonts/index.ts';
import type { Artifact, Profile } from './model/index.ts';
import { findPageTurns } from './paginate/index.ts';
import type { LaidEdition, Made, World } from './world.ts';

/**
 * The EPUBs of an edition, one for each profile, and the picture of its cover.
 * @param laid the edition as the EPUB has it, with the pages of the PDF
 */
export async function makeEpubs(
	laid: LaidEdition,
	profiles: readonly Profile[],
	world: World,
): Promise<Made> {
	const { edition, pages, tabs, shelf, start } = laid;
	const { house, report, store, memo, time, now } = world;
	// Pages may have faces that were cut ahead; readers load what the edition shows, and nothing else.
	const fonts = await time('fonts', () => cutFonts(edition, report, { memo }));
	const [{ checkEpub }, { packageEpub, storeRules }, { preparePictures, prepareCover }, { takePicture }] =
		await Promise.all([
			import('./check/index.ts'),
			import('./package/index.ts'),
			import('./pictures/index.ts'),
			import('./print/index.ts'),
		]);
	const picture = { tabs, shelf, sheetCss: style(house, 'sheet.css') };
	const firstPage = await time('cover', () => takePicture(pages, picture));
	const turns = await time('page list', () => findPageTurns(edition, pages, report));
	const makeCover = (profile: Profile) =>
		time('pictures', () => prepareCover(firstPage, storeRules(profile).cover, { memo, store }));
	const makePictures = (profile: Profile) =>
		time('pictures', () =>
			preparePictures(edition, { rules: storeRules(profile).pictures, store, memo, report }),
		);
	const styles = [style(house, 'epub.css'), colorRules(edition.colors)]
		.filter((css) => css !== '')
		.join('\n');
	const artifacts: Artifact[] = [];
	for (const profile of profiles) {
		// One after the other: a large image alone fills the memory.
		const cover = await makeCover(profile);
		const pictures = await makePictures(profile);
		if (world.hasErrors()) return { artifacts: [] };
		const options = { fonts, cover, pictures, house, styles, profile, turns };
		const packed = await time('package', () => packageEpub(edition, options));
		const name = [edition.slug, edition.id, ...(profile === 'generic' ? [] : [profile]), 'epub'].join('.');
		const { limit } = storeRules(profile);
		const made = { name, edition: edition.id, format: 'epub', profile, limit, ...packed } as const;
		checkEpub(made, report);
		artifacts.push({ ...made, time: now() - start });
	}
	// Whatever shops want inside the file, the picture beside it is the large one.
	return { artifacts, cover: await makeCover('generic') };
}
