import type { BuildFigure } from './builds.ts';
import type { LiveFigure } from './live.ts';
import type { Series } from './plot.ts';
import { median } from './statistics.ts';

/** The lines of the plot; an edit counts at the pages that the whole book has. */
export function toSeries(builds: readonly BuildFigure[], live: readonly LiveFigure[]): readonly Series[] {
	const pagesOf = (times: number) =>
		builds.find((one) => one.times === times && one.tool === 'cold' && one.pages !== undefined)?.pages;
	const ofBuilds = builds.flatMap(({ tool, pages, ms }) =>
		pages === undefined || ms === undefined ? [] : [{ key: tool, pages, seconds: ms / 1000 }],
	);
	const ofLive = live.flatMap(({ measure, times, edits }) => {
		const pages = pagesOf(times);
		return pages === undefined || edits.length === 0
			? []
			: [{ key: measure as string, pages, seconds: median(edits) / 1000 }];
	});
	const all = [...ofBuilds, ...ofLive];
	return [...new Set(all.map((one) => one.key))].map((key) => ({
		name: shortTitles[key] ?? key,
		points: all.filter((one) => one.key === key).map(({ pages, seconds }) => ({ pages, seconds })),
	}));
}

const shortTitles: Readonly<Record<string, string>> = {
	floor: 'Chromium alone (floor)',
	cold: 'Diglot, cold',
	warm: 'Diglot, cache, one word',
	word: 'Diglot, watching, one word',
	page: 'Diglot, watching, one page',
	screen: 'Diglot, word to screen',
};
