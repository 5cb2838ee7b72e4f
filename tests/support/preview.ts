import type { Lang } from '../../scripts/model/index.ts';
import { layOutBook } from '../../scripts/pipeline.ts';
import type { PreviewState } from '../../scripts/preview/index.ts';
import type { TestWorld } from './world.ts';

/** Makes the editions of a manuscript as the command does, for the preview to show. */
export async function makeEditions(
	folder: string,
	{ world, report }: TestWorld,
	languages?: readonly Lang[],
): Promise<PreviewState> {
	const start = world.now();
	const laid = await layOutBook({ manuscript: folder, ...(languages ? { editions: languages } : {}) }, world);
	if (report.hasErrors()) throw new Error(JSON.stringify(report.list()));
	const sheetCss = world.house.styles.get('sheet.css') ?? '';
	const editions = laid.map(({ edition, pages, shelf }) => ({
		id: edition.id,
		lang: edition.languages[0] ?? 'und',
		title: edition.metadata.title,
		book: pages,
		toc: edition.toc,
		shelf,
		sheetCss,
	}));
	return { editions, diagnostics: report.list(), faulty: false, time: world.now() - start, building: false };
}
