import { join } from 'node:path';
import type { BuildOptions } from './cli/arguments.ts';
import { isOutput } from './cli/is-output.ts';
import { keep } from './cli/kept.ts';
import { silence } from './cli/progress.ts';
import { runWatch, type WatchRun } from './cli/watch.ts';
import type { House } from './model/index.ts';
import { runBuild, type Work, type Workplace } from './run-build.ts';
import { createRebuilder, watchFolder } from './watch/index.ts';

export interface WatchedPlace extends Omit<Workplace, 'house'> {
	readonly loadHouse: () => Promise<House>;
	/** Folder of the program: `templates/` and `styles/` lie there. */
	readonly home: string;
	readonly stdout: WatchRun['stdout'];
	readonly stderr: WatchRun['stderr'] & { readonly isTTY?: boolean };
	readonly clock: () => Date;
}

/** Builds after each change, with one browser for all builds, until it is interrupted. */
export async function watchBuild(options: BuildOptions, place: WatchedPlace, work: Work): Promise<never> {
	const { session, interruption, home, stdout, stderr, clock } = place;
	const house = keep(place.loadHouse);
	let builds = 0;
	const buildOnce = async () => {
		const isQuiet = builds++ > 0 && !stderr.isTTY;
		const progress = isQuiet ? silence : place.progress;
		return await runBuild(options, { ...place, house: house.get, progress }, work);
	};
	const target = {
		build: async () => {
			const outcome = await buildOnce();
			return outcome.error !== undefined && session.isLost() ? await buildOnce() : outcome;
		},
	};
	const houseFolders = ['templates', 'styles'].map((name) => join(home, name));
	const watch = (onChange: () => void) => {
		const watching = watchFolder(
			options.manuscript,
			(folders) => {
				if (houseFolders.some((folder) => folders.has(folder))) house.forget();
				onChange();
			},
			{ also: houseFolders, ignore: (path) => isOutput(path, options.out) },
		);
		interruption.waitFor(watching.close);
		return watching;
	};
	const { json } = options;
	const isEnding = interruption.happened;
	return await runWatch({ target, createRebuilder, watch, json, stdout, stderr, clock, isEnding });
}
