/** Places in two rows where the same stands, each row in its order. */
export type Match = readonly [before: number, now: number];

/** Beyond so many steps what lies between two fixed points is taken as all new: nobody reads such a comparison. */
const mostSteps = 800;

/**
 * What two rows of keys have in common. What stands once in each is matched first, the longest run of it that keeps its
 * order (patience diff); between such fixed points the fewest changes decide (Myers, An O(ND) Difference Algorithm,
 * 1986). So words that are everywhere do not tie unrelated places together.
 */
export function findMatches(before: readonly string[], now: readonly string[]): readonly Match[] {
	const matches: Match[] = [];
	compare(before, now, [0, before.length, 0, now.length], matches);
	return matches;
}

/** Begin and end in the one row, begin and end in the other. */
type Stretch = readonly [before: number, beforeEnd: number, now: number, nowEnd: number];

function compare(
	before: readonly string[],
	now: readonly string[],
	[fromBefore, toBefore, fromNow, toNow]: Stretch,
	matches: Match[],
): void {
	let [a, b, c, d] = [fromBefore, toBefore, fromNow, toNow];
	while (a < b && c < d && before[a] === now[c]) matches.push([a++, c++]);
	let tail = 0;
	while (a < b && c < d && before[b - 1] === now[d - 1]) {
		tail++;
		b--;
		d--;
	}
	if (a < b && c < d) {
		const fixed = findFixed(before, now, [a, b, c, d]);
		if (fixed.length === 0) matches.push(...fewestChanges(before, now, [a, b, c, d]));
		for (const [at, [i, j]] of fixed.entries()) {
			const [nextA, nextC] = fixed[at + 1] ?? [b, d];
			if (at === 0) compare(before, now, [a, i, c, j], matches);
			matches.push([i, j]);
			compare(before, now, [i + 1, nextA, j + 1, nextC], matches);
		}
	}
	for (let step = 0; step < tail; step++) matches.push([b + step, d + step]);
}

/** Blanks and points hold nothing together. */
const firm = /[\p{L}\p{N}]/u;

/** What stands once in each stretch: the longest run that has the same order in both. */
function findFixed(
	before: readonly string[],
	now: readonly string[],
	[a, b, c, d]: Stretch,
): readonly Match[] {
	const inBefore = placesOfSingles(before, a, b);
	const inNow = placesOfSingles(now, c, d);
	const pairs: Match[] = [];
	for (const [key, i] of inBefore) {
		const j = inNow.get(key);
		if (j !== undefined && firm.test(key)) pairs.push([i, j]);
	}
	pairs.sort((one, other) => one[0] - other[0]);
	return longestRising(pairs);
}

function placesOfSingles(keys: readonly string[], from: number, to: number): ReadonlyMap<string, number> {
	const places = new Map<string, number>();
	const several = new Set<string>();
	for (let index = from; index < to; index++) {
		const key = keys[index] ?? '';
		if (places.has(key)) several.add(key);
		places.set(key, index);
	}
	for (const key of several) places.delete(key);
	return places;
}

/** The longest run of pairs whose second members rise; the first ones do already. */
function longestRising(pairs: readonly Match[]): readonly Match[] {
	/** Index of the pair that ends the best run of each length. */
	const ends: number[] = [];
	const previous: number[] = [];
	pairs.forEach(([, now], index) => {
		let [low, high] = [0, ends.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < now) low = middle + 1;
			else high = middle;
		}
		previous[index] = ends[low - 1] ?? -1;
		ends[low] = index;
	});
	const run: Match[] = [];
	for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
		const pair = pairs[at];
		if (pair) run.unshift(pair);
	}
	return run;
}

/** How far each diagonal has come. */
type Reach = ReadonlyMap<number, number>;

/** The matches of a shortest way from one stretch to the other. */
function fewestChanges(
	before: readonly string[],
	now: readonly string[],
	[a, b, c, d]: Stretch,
): readonly Match[] {
	const [rows, columns] = [b - a, d - c];
	/** After each number of steps; the first is where the way begins. */
	const history: Reach[] = [new Map([[1, 0]])];
	for (let steps = 0; steps <= Math.min(rows + columns, mostSteps); steps++) {
		const next = new Map<number, number>();
		const reach = history[steps] ?? next;
		for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
			let x = enter(reach, diagonal)?.x;
			if (x === undefined || x > rows || x - diagonal > columns) continue;
			while (x < rows && x - diagonal < columns && before[a + x] === now[c + x - diagonal]) x++;
			next.set(diagonal, x);
			if (x === rows && x - diagonal === columns) return wayBack(history, rows, columns, [a, c]);
		}
		history.push(next);
	}
	return [];
}

/** The better of two steps onto a diagonal: one more of the new row, or one less of the old. */
function enter(reach: Reach, diagonal: number): { readonly x: number; readonly from: number } | undefined {
	const [down, right] = [reach.get(diagonal + 1), reach.get(diagonal - 1)];
	if (down !== undefined && (right === undefined || right < down)) return { x: down, from: diagonal + 1 };
	return right === undefined ? undefined : { x: right + 1, from: diagonal - 1 };
}

function wayBack(history: readonly Reach[], rows: number, columns: number, [a, c]: Match): readonly Match[] {
	const matches: Match[] = [];
	let [x, diagonal] = [rows, rows - columns];
	for (const reach of history.toReversed()) {
		const entry = enter(reach, diagonal);
		if (!entry) break;
		for (; x > entry.x; x--) matches.push([a + x - 1, c + x - 1 - diagonal]);
		diagonal = entry.from;
		x = reach.get(diagonal) ?? 0;
	}
	return matches.reverse();
}
