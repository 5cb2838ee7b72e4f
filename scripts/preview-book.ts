import { join, resolve } from 'node:path';
import type { PreviewOptions } from './cli/arguments.ts';
import { keep } from './cli/kept.ts';
import { silence } from './cli/progress.ts';
import type { Diagnostic } from './diagnostics/index.ts';
import type { Edition, House } from './model/index.ts';
import { type LaidEdition, layOutBook } from './pipeline.ts';
import { openPreview, type PreviewEdition } from './preview/index.ts';
import { noOutputs, runBuild, type Workplace } from './run-build.ts';
import { createRebuilder, watchFolder } from './watch/index.ts';

export interface PreviewPlace extends Omit<Workplace, 'house' | 'progress'> {
	readonly loadHouse: () => Promise<House>;
	/** Folder of the program: `templates/` and `styles/` lie there. */
	readonly home: string;
	/** Takes the address of the page once it can be opened. */
	readonly onOpen: (url: string) => void;
	/** Tells of what went wrong outside the manuscript. */
	readonly say: (text: string) => void;
}

/**
 * Shows the editions in a browser and lays what changes out anew, until it is interrupted.
 * @throws what kept the page from being opened
 */
export async function previewBook(options: PreviewOptions, place: PreviewPlace): Promise<never> {
	const { session, interruption, home, say } = place;
	const house = keep(place.loadHouse);
	const preview = await openPreview({
		port: options.port,
		manuscript: resolve(options.manuscript),
		templates: (await house.get()).templates,
		...(options.editor === undefined ? {} : { editor: options.editor }),
	});
	interruption.waitFor(preview.close);
	place.onOpen(preview.url);
	let editions: readonly PreviewEdition[] = [];
	let diagnostics: readonly Diagnostic[] = [];
	let faulty = false;
	let time = 0;
	const show = (building: boolean) => preview.show({ editions, diagnostics, faulty, time, building });

	const buildOnce = async () => {
		const { sheetCss, outcome, laid } = await layOut(options, {
			...place,
			house: house.get,
			progress: silence,
		});
		diagnostics = outcome.report.list();
		faulty = outcome.error !== undefined || outcome.report.hasErrors();
		time = outcome.time;
		if (!faulty) editions = laid.map((one) => toPreview(one, sheetCss));
		return outcome;
	};
	const build = async () => {
		show(true);
		const outcome = await buildOnce();
		const last = outcome.error !== undefined && session.isLost() ? await buildOnce() : outcome;
		if (last.error !== undefined && !interruption.happened()) say(last.error);
		show(false);
	};
	const houseFolders = ['templates', 'styles'].map((name) => join(home, name));
	const rebuilder = createRebuilder(build, (error) =>
		say(error instanceof Error ? error.message : String(error)),
	);
	const watching = watchFolder(
		options.manuscript,
		(folders) => {
			if (houseFolders.some((folder) => folders.has(folder))) house.forget();
			rebuilder.request();
		},
		{ also: houseFolders },
	);
	interruption.waitFor(watching.close);
	rebuilder.request();
	// The program ends by its interruption.
	return await new Promise<never>(() => {});
}

async function layOut(options: PreviewOptions, place: Workplace) {
	let laid: readonly LaidEdition[] = [];
	let sheetCss = '';
	const outcome = await runBuild({ out: '' }, place, async (world) => {
		sheetCss = world.house.styles.get('sheet.css') ?? '';
		laid = await layOutBook(options, world);
		return noOutputs;
	});
	return { outcome, laid, sheetCss };
}

/** The title of the book, in both languages of an edition in two. */
function titleOf({ metadata: { title, otherTitles }, languages, layout, labels }: Edition): string {
	const second = otherTitles.find(({ lang }) => layout !== undefined && lang === languages[1]);
	return second ? [title, second.title].join(labels['between-languages'] ?? ' ') : title;
}

/** A laid-out edition as the preview takes it. */
export function toPreview({ edition, pages, shelf }: LaidEdition, sheetCss: string): PreviewEdition {
	return {
		id: edition.id,
		lang: edition.languages[0] ?? 'und',
		title: titleOf(edition),
		book: pages,
		toc: edition.toc,
		shelf,
		sheetCss,
	};
}
