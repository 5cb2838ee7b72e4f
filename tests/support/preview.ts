import { compileBook } from '../../scripts/compile/index.ts';
import { compose } from '../../scripts/compose/index.ts';
import { createReport } from '../../scripts/diagnostics/index.ts';
import { cutFonts, fillShelf } from '../../scripts/fonts/index.ts';
import { loadManuscript } from '../../scripts/load/index.ts';
import type { House, Lang, Workshop } from '../../scripts/model/index.ts';
import { paginate } from '../../scripts/paginate/index.ts';
import type { PreviewEdition, PreviewState } from '../../scripts/preview/index.ts';

/** Makes the editions of a manuscript as the pipeline does, for the preview to show. */
export async function makeEditions(
	folder: string,
	house: House,
	workshop: Workshop,
	languages?: readonly Lang[],
): Promise<PreviewState> {
	const report = createReport();
	const start = performance.now();
	const manuscript = await loadManuscript(folder, report.add);
	if (!manuscript) throw new Error(`${folder} is no manuscript: ${JSON.stringify(report.list())}`);
	const wanted = languages ?? manuscript.config.languages;
	const book = await compileBook(manuscript, wanted, report.add);
	const style = (name: string) => house.styles.get(name) ?? '';
	const editions: PreviewEdition[] = [];
	for (const lang of wanted) {
		const edition = await compose(book, house, { lang, report: report.add });
		const shelf = fillShelf(edition, await cutFonts(edition, report.add), style('book.css'));
		const pages = await paginate(edition, {
			workshop,
			shelf: Promise.resolve(shelf),
			pageCss: style('page.css'),
			jobs: 2,
			unitLimit: 60_000,
			report: report.add,
			progress() {},
		});
		if (!pages) throw new Error(`${lang}: ${JSON.stringify(report.list())}`);
		editions.push({
			id: edition.id,
			lang,
			title: edition.metadata.title,
			book: pages,
			toc: edition.toc,
			shelf,
			sheetCss: style('sheet.css'),
		});
	}
	const time = performance.now() - start;
	return { editions, diagnostics: report.list(), faulty: report.hasErrors(), time, building: false };
}
