/** A stretch of words that both texts have, or that only one has. */
export interface Run {
	readonly kind: 'same' | 'old' | 'new';
	readonly words: readonly string[];
}

/** Longer texts (in words, multiplied) are told as one change: nobody reads a finding of a thousand. */
const mostWork = 4_000_000;

/**
 * Compares two texts, each cut into words, by their longest common subsequence. Where both have something in a place,
 * the old stands first. What is left alone between two changes and says nothing, such as a blank, is part of them.
 */
export function compareWords(old: readonly string[], now: readonly string[]): readonly Run[] {
	let start = 0;
	while (start < old.length && start < now.length && old[start] === now[start]) start++;
	let end = 0;
	const most = Math.min(old.length, now.length) - start;
	while (end < most && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;
	const [a, b] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
	const middle = a.length * b.length > mostWork ? change(a, b) : joinChanges(commonRuns(a, b));
	return [...same(old.slice(0, start)), ...middle, ...same(old.slice(old.length - end))];
}

function same(words: readonly string[]): readonly Run[] {
	return words.length === 0 ? [] : [{ kind: 'same', words }];
}

function change(old: readonly string[], now: readonly string[]): readonly Run[] {
	const runs: readonly Run[] = [
		{ kind: 'old', words: old },
		{ kind: 'new', words: now },
	];
	return runs.filter(({ words }) => words.length > 0);
}

/** A stretch that both have, behind one that differs. */
interface Step {
	readonly old: readonly string[];
	readonly now: readonly string[];
	readonly same: readonly string[];
}

function commonRuns(a: readonly string[], b: readonly string[]): readonly Step[] {
	const lengths = commonLengths(a, b);
	const steps: Step[] = [];
	let [i, j] = [0, 0];
	while (i < a.length || j < b.length) {
		const [fromOld, fromNow] = [i, j];
		while ((i < a.length || j < b.length) && !isSame(a, i, b, j)) {
			if (j >= b.length || (i < a.length && lengths(i + 1, j) >= lengths(i, j + 1))) i++;
			else j++;
		}
		const fromSame = i;
		const [old, now] = [a.slice(fromOld, i), b.slice(fromNow, j)];
		while (isSame(a, i, b, j)) {
			i++;
			j++;
		}
		steps.push({ old, now, same: a.slice(fromSame, i) });
	}
	return steps;
}

function isSame(a: readonly string[], i: number, b: readonly string[], j: number): boolean {
	return i < a.length && a[i] === b[j];
}

/** How long the longest common subsequence is of what stands in both from two places on. */
function commonLengths(a: readonly string[], b: readonly string[]): (i: number, j: number) => number {
	const width = b.length + 1;
	const lengths = new Uint16Array((a.length + 1) * width);
	const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
	for (let i = a.length - 1; i >= 0; i--) {
		for (let j = b.length - 1; j >= 0; j--) {
			lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
		}
	}
	return at;
}

const saysSomething = /[\p{L}\p{N}]/u;

function joinChanges(steps: readonly Step[]): readonly Run[] {
	const joined: Step[] = [];
	for (const step of steps) {
		const before = joined.at(-1);
		if (before && !before.same.some((word) => saysSomething.test(word))) {
			joined[joined.length - 1] = {
				old: [...before.old, ...before.same, ...step.old],
				now: [...before.now, ...before.same, ...step.now],
				same: step.same,
			};
		} else joined.push(step);
	}
	return joined.flatMap(({ old, now, same: words }) => [...narrow(old, now), ...same(words)]);
}

const han = /^\p{Script=Han}$/u;

/** Han characters at the ends of a change that both have are none: where a Chinese word begins is a guess. */
function narrow(old: readonly string[], now: readonly string[]): readonly Run[] {
	const [a, b] = [[...old.join('')], [...now.join('')]];
	let start = 0;
	while (start < a.length && a[start] === b[start] && han.test(a[start] ?? '')) start++;
	let end = 0;
	const most = Math.min(a.length, b.length) - start;
	while (end < most && a.at(-1 - end) === b.at(-1 - end) && han.test(a.at(-1 - end) ?? '')) end++;
	if (start + end === 0) return change(old, now);
	const inside = (all: readonly string[]) => {
		const text = all.slice(start, all.length - end).join('');
		return text === '' ? [] : [text];
	};
	return [...same(a.slice(0, start)), ...change(inside(a), inside(b)), ...same(a.slice(a.length - end))];
}
