import { bookStyle, style } from './ahead.ts';
import { cutFonts, cutToGlyphs, fillShelf } from './fonts/index.ts';
import { houseColors } from './house-inks.ts';
import type { Artifact, Edition } from './model/index.ts';
import type { LaidEdition, World } from './world.ts';

/**
 * The cover of an edition as one sheet for a printer; nothing where something was reported as an error.
 * @param inside the finished inside of the book, whose pages make the spine
 */
export async function makeCover(
	laid: LaidEdition,
	inside: Pick<Artifact, 'pages'>,
	world: World,
): Promise<readonly Artifact[]> {
	const { pages: book, tabs, start } = laid;
	const { house, report, memo, time, detail, now, hasErrors } = world;
	const edition = coverOf(laid.edition);
	const name = `${edition.slug}.${edition.id}.cover.pdf`;
	// The title of a Chinese book runs down its spine.
	const fonts = await time('fonts', () => cutFonts(edition, report, { memo, vertical: true }));
	if (hasErrors()) return [];
	const [{ checkPdf, checkPress }, { openInks }, { printCover }] = await Promise.all([
		import('./check/index.ts'),
		import('./inks/index.ts'),
		import('./print/index.ts'),
	]);
	const { press } = edition;
	const { color } = press.cover;
	const colors = [...houseColors(house), ...edition.colors];
	const inks = await time('inks', () => openInks({ ...press, color, colors, memo, report }));
	if (!inks) return [];
	const printed = await time('cover', () =>
		printCover(edition, book, {
			tabs,
			shelf: fillShelf(edition, fonts, bookStyle(house, edition)),
			fonts,
			sheetCss: style(house, 'sheet.css'),
			coverCss: style(house, 'cover-sheet.css'),
			cut: (face, glyphs) => cutToGlyphs(face.bytes, glyphs, { memo }),
			memo,
			report,
			detail,
			pages: inside.pages ?? 0,
			inks: { key: inks.key, convert: inks.convert, intent: inks.profile },
		}),
	);
	if (!printed) return [];
	checkPdf(printed, { name, pages: 1, report });
	const { bleed, totalInk } = press;
	const expectations = { name, trim: printed.trim, bleed, pagesMultiple: 1, color, totalInk };
	await time('preflight', () => checkPress(printed.bytes, expectations, report));
	const { bytes, pages, spine } = printed;
	return [{ name, edition: edition.id, format: 'cover', bytes, pages, spine, time: now() - start }];
}

/** What of an edition stands on its cover. */
function coverOf(edition: Edition): Edition {
	const covers = edition.units.filter(({ kind }) => kind === 'cover');
	const { coverSheet } = edition;
	return { ...edition, units: [...covers, ...(coverSheet ? [coverSheet] : [])], toc: [] };
}
