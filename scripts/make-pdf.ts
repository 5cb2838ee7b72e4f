import type { Archive, Artifact } from './model/index.ts';
import { printOptions } from './print-options.ts';
import type { LaidEdition, World } from './world.ts';

export interface PdfChoices {
	readonly linearize?: boolean;
	readonly archive?: Archive | undefined;
}

/** The edition for screens, its archive edition, or a proof of what changed in it. */
export async function makePdf(
	laid: LaidEdition,
	{ linearize = false, archive }: PdfChoices,
	world: World,
): Promise<Artifact> {
	const { edition, pages, start } = laid;
	const { report, time, now } = world;
	const format = archive ? 'archive' : edition.proof ? 'changes' : 'screen';
	const name = [edition.slug, edition.id, ...(format === 'screen' ? [] : [format]), 'pdf'].join('.');
	const [{ checkPdf }, { printBook }] = await Promise.all([
		import('./check/index.ts'),
		import('./print/index.ts'),
	]);
	const printed = await time('print', () =>
		printBook(edition, pages, {
			...printOptions(laid, world),
			linearize,
			...(archive ? { archive } : {}),
		}),
	);
	checkPdf(printed, { name, pages: pages.pages.length, report });
	return {
		name,
		edition: edition.id,
		format,
		...(archive ? { archive: archive.level } : {}),
		bytes: printed.bytes,
		pages: pages.pages.length,
		...(pages.fill ? { fill: pages.fill } : {}),
		units: pages.units,
		cached: pages.cached,
		laid: pages.laid,
		parts: printed.parts,
		printed: printed.printed,
		time: now() - start,
	};
}
