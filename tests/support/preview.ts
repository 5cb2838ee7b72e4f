import type { Lang } from '../../scripts/model/index.ts';
import { layOutBook } from '../../scripts/pipeline.ts';
import type { PreviewState } from '../../scripts/preview/index.ts';
import { toPreview } from '../../scripts/preview-book.ts';
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
	const editions = laid.map((one) => toPreview(one, sheetCss));
	return { editions, diagnostics: report.list(), faulty: false, time: world.now() - start, building: false };
}
