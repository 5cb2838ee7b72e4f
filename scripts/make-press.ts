import { style } from './ahead.ts';
import { cutToGlyphs } from './fonts/index.ts';
import { openInks } from './inks/index.ts';
import type { Artifact } from './model/index.ts';
import type { LaidEdition, World } from './world.ts';

/** The inside of an edition for a printer. */
export async function makePress(laid: LaidEdition, world: World): Promise<Artifact> {
	const { edition, pages: book, tabs, fonts, shelf, start } = laid;
	const { house, report, store, memo, time, detail, now } = world;
	const name = `${edition.slug}.${edition.id}.print.pdf`;
	const [{ checkPdf }, { printPress }] = await Promise.all([
		import('./check/index.ts'),
		import('./print/index.ts'),
	]);
	const inks = await openInks({
		...edition.press,
		colors: edition.colors,
		memo,
		report,
	});
	if (!inks) throw new Error('x');
	const printed = await time('print', () =>
		printPress(edition, book, {
			tabs,
			shelf,
			fonts,
			sheetCss: style(house, 'sheet.css'),
			cut: (face, glyphs) => cutToGlyphs(face.bytes, glyphs, { memo }),
			store,
			memo,
			report,
			detail,
			inks: { key: inks.key, convert: inks.convert, intent: inks.profile },
		}),
	);
	checkPdf(printed, { name, pages: printed.pages, report });
	return {
		name,
		edition: edition.id,
		format: 'print',
		bytes: printed.bytes,
		pages: printed.pages,
		units: book.units,
		cached: book.cached,
		laid: book.laid,
		parts: printed.parts,
		printed: printed.printed,
		time: now() - start,
	};
}
