/** What two rows of things cost each other; all costs are 0 and more. */
export interface Costs {
	readonly pair: (source: number, target: number) => number;
	readonly missing: (source: number) => number;
	readonly extra: (target: number) => number;
	/** The least that leaving one out can cost; more than 0. */
	readonly leastGap: number;
}

/** Two indexes that belong together. */
export type Match = readonly [source: number, target: number];

type Step = 0 | 1 | 2;
const both: Step = 0;
const missing: Step = 1;
const extra: Step = 2;
const never = Number.POSITIVE_INFINITY;

/** From this margin on, a way that keeps to the inner half of the band is taken as the cheapest of all. */
const wide = 32;

/**
 * The cheapest way to pair two rows in order, each thing with one of the other row or with none.
 *
 * Only ways near the diagonal are looked at, in a band that is `margin` wider than the two lengths ask for (Ukkonen
 * 1985), and the margin is doubled until no way outside can be cheaper: it would leave out too many things. As every
 * pair of a translation costs a little, that comes late in a long row, so there a way that keeps well clear of the edges
 * is enough. The work is that of the length times the distance of the way from the diagonal.
 */
export function bestPath(sources: number, targets: number, costs: Costs): readonly Match[] {
	if (sources === 0 || targets === 0) return [];
	const [least, most] = [Math.min(0, targets - sources), Math.max(0, targets - sources)];
	for (let margin = 1; ; margin *= 2) {
		const band = { low: least - margin, high: most + margin };
		const { cost, steps } = search(sources, targets, band, costs);
		const outside = (most - least + 2 * (margin + 1)) * costs.leastGap;
		const isAll = band.low <= -sources && band.high >= targets;
		const path = trace(sources, targets, band, steps);
		if (cost <= outside || isAll) return path;
		const isClear = path.every(([i, j]) => 2 * (least - j + i) <= margin && 2 * (j - i - most) <= margin);
		if (margin >= wide && isClear) return path;
	}
}

/** What a way costs: its pairs, and all that it leaves out. */
export function costOf(matches: readonly Match[], sources: number, targets: number, costs: Costs): number {
	const ours = new Set(matches.map(([source]) => source));
	const theirs = new Set(matches.map(([, target]) => target));
	let all = 0;
	for (const [source, target] of matches) all += costs.pair(source, target);
	for (let index = 0; index < sources; index += 1) if (!ours.has(index)) all += costs.missing(index);
	for (let index = 0; index < targets; index += 1) if (!theirs.has(index)) all += costs.extra(index);
	return all;
}

/** Which differences of target and source index are looked at. */
interface Band {
	readonly low: number;
	readonly high: number;
}

function search(sources: number, targets: number, { low, high }: Band, costs: Costs) {
	const width = high - low + 1;
	const steps = new Uint8Array((sources + 1) * width);
	// One place more than the band on each side, so that no neighbour has to be asked whether it is there.
	let above = new Float64Array(width + 2).fill(never);
	let here = new Float64Array(width + 2);
	above[1 - low] = 0;
	for (let j = 1; j <= Math.min(targets, high); j += 1) {
		above[j - low + 1] = (above[j - low] ?? never) + costs.extra(j - 1);
	}
	for (let i = 1; i <= sources; i += 1) {
		here.fill(never);
		const missed = costs.missing(i - 1);
		const last = Math.min(targets, i + high);
		for (let j = Math.max(0, i + low); j <= last; j += 1) {
			const at = j - i - low + 1;
			const paired = j === 0 ? never : (above[at] ?? never) + costs.pair(i - 1, j - 1);
			const withoutSource = (above[at + 1] ?? never) + missed;
			const withoutTarget = j === 0 ? never : (here[at - 1] ?? never) + costs.extra(j - 1);
			const least = Math.min(paired, withoutSource, withoutTarget);
			here[at] = least;
			steps[i * width + at - 1] = stepOf(least, paired, withoutSource);
		}
		[above, here] = [here, above];
	}
	return { cost: above[targets - sources - low + 1] ?? never, steps };
}

/** Of ways that cost the same the last one pairs the latest: so what is missing begins with its heading. */
function stepOf(least: number, paired: number, withoutSource: number): Step {
	if (least === paired) return both;
	return least === withoutSource ? missing : extra;
}

function trace(sources: number, targets: number, { low, high }: Band, steps: Uint8Array): readonly Match[] {
	const width = high - low + 1;
	const matches: Match[] = [];
	let i = sources;
	let j = targets;
	while (i > 0 && j > 0) {
		const step = steps[i * width + j - i - low];
		if (step === both) matches.push([i - 1, j - 1]);
		if (step !== extra) i -= 1;
		if (step !== missing) j -= 1;
	}
	return matches.reverse();
}
