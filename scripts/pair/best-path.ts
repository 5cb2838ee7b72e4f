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

/**
 * The cheapest way to pair two rows in order, each thing with one of the other row or with none.
 *
 * Only ways near the diagonal are looked at (Ukkonen 1985): one that strays `margin` further than the two lengths ask
 * for leaves out at least so many things that it cannot be cheaper than a way already found. Until that is so, the
 * margin is doubled. So the cost is that of the length times the number of differences.
 */
export function bestPath(sources: number, targets: number, costs: Costs): readonly Match[] {
	if (sources === 0 || targets === 0) return [];
	const difference = targets - sources;
	for (let margin = 1; ; margin *= 2) {
		const low = Math.min(0, difference) - margin;
		const high = Math.max(0, difference) + margin;
		const { cost, steps } = search(sources, targets, { low, high }, costs);
		const outside = (Math.abs(difference) + 2 * (margin + 1)) * costs.leastGap;
		if (cost <= outside || (low <= -sources && high >= targets)) {
			return trace(sources, targets, { low, high }, steps);
		}
	}
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
