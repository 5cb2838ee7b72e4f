import { houseColors } from './house-inks.ts';
import type { Artifact } from './model/index.ts';
import { printOptions } from './print-options.ts';
import type { LaidEdition, World } from './world.ts';

/** The inside of an edition for a printer; nothing where its inks cannot be mixed, which is reported. */
export async function makePress(laid: LaidEdition, world: World): Promise<readonly Artifact[]> {
	const { edition, pages: book, start } = laid;
	const { house, report, memo, time, now } = world;
	const name = `${edition.slug}.${edition.id}.print.pdf`;
	const [{ checkPdf, checkPress }, { openInks }, { printPress }, { checkResolution }] = await Promise.all([
		import('./check/index.ts'),
		import('./inks/index.ts'),
		import('./print/index.ts'),
		import('./pictures/index.ts'),
	]);
	const colors = [...houseColors(house), ...edition.colors];
	const inks = await time('inks', () => openInks({ ...edition.press, colors, memo, report }));
	if (!inks) return [];
	const printed = await time('print', () =>
		printPress(edition, book, {
			...printOptions(laid, world),
			inks: { key: inks.key, convert: inks.convert, intent: inks.profile },
		}),
	);
	checkPdf(printed, { name, pages: printed.pages, report });
	const { trim } = book;
	const { bleed, pages: pagesMultiple, color, totalInk } = edition.press;
	const expectations = { name, trim, bleed, pagesMultiple, color, totalInk };
	await time('preflight', () => checkPress(printed.bytes, expectations, report));
	await time('resolution', () => checkResolution(edition, printed.pictures, { memo, report }));
	const artifact: Artifact = {
		name,
		edition: edition.id,
		format: 'print',
		bytes: printed.bytes,
		pages: printed.pages,
		trim,
		units: book.units,
		cached: book.cached,
		laid: book.laid,
		parts: printed.parts,
		printed: printed.printed,
		time: now() - start,
	};
	return [artifact];
}
