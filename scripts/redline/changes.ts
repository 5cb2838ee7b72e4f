import { findMatches } from './diff.ts';
import { charactersOf, isText, type Token } from './tokens.ts';

/** A stretch of two lines that says the same, or else what of it is gone and what has come. */
export interface Stretch {
	readonly isSame: boolean;
	readonly before: readonly Token[];
	readonly now: readonly Token[];
}

/** Compares two lines word by word, so that a reader can follow it. */
export function compareLines(before: readonly Token[], now: readonly Token[]): readonly Stretch[] {
	return smooth(stretchesOf(before, now).flatMap(refine));
}

function stretchesOf(before: readonly Token[], now: readonly Token[]): readonly Stretch[] {
	const stretches: Stretch[] = [];
	const matches = findMatches(before.map(keyOf), now.map(keyOf));
	let [i, j] = [0, 0];
	const add = (isSame: boolean, toBefore: number, toNow: number) => {
		const [one, other] = [before.slice(i, toBefore), now.slice(j, toNow)];
		[i, j] = [toBefore, toNow];
		if (one.length + other.length === 0) return;
		const last = stretches.at(-1);
		if (last?.isSame !== isSame) stretches.push({ isSame, before: one, now: other });
		else stretches.splice(-1, 1, join([last, { isSame, before: one, now: other }]));
	};
	for (const [a, b] of matches) {
		add(false, a, b);
		add(true, a + 1, b + 1);
	}
	add(false, before.length, now.length);
	return stretches;
}

function keyOf({ key }: Token): string {
	return key;
}

function join(stretches: readonly Stretch[]): Stretch {
	return {
		isSame: stretches.every(({ isSame }) => isSame),
		before: stretches.flatMap(({ before }) => before),
		now: stretches.flatMap(({ now }) => now),
	};
}

const han = /\p{Script=Han}/u;

/**
 * Where words begin in a Chinese text is a guess, and what stands near guides it: if only some characters came, or only
 * some went, these are shown and not the words round them.
 */
function refine(stretch: Stretch): readonly Stretch[] {
	const { isSame, before, now } = stretch;
	const whole = [before, now].map((tokens) => tokens.map(keyOf).join(''));
	const isChinese = whole.every((text) => han.test(text)) && [...before, ...now].every(isText);
	if (isSame || !isChinese) return [stretch];
	const finer = stretchesOf(before.flatMap(charactersOf), now.flatMap(charactersOf));
	const changes = finer.filter((one) => !one.isSame);
	const isOneSided = [
		changes.every((one) => one.before.length === 0),
		changes.every((one) => one.now.length === 0),
	].includes(true);
	return isOneSided && changes.length < 2 ? finer : [stretch];
}

/** The heaviest stretch between two changes that may be drawn into them: some short words. */
const heaviest = 12;

/** Joins changes between which next to nothing stays: a text of single words struck and put in cannot be read. */
function smooth(stretches: readonly Stretch[]): readonly Stretch[] {
	const smoothed: Stretch[] = [];
	for (const stretch of stretches) {
		smoothed.push(stretch);
		for (let joined = joinLast(smoothed); joined; joined = joinLast(smoothed)) smoothed.splice(-3, 3, joined);
	}
	return smoothed;
}

/** The last three as one change, where they are two with too little between them. */
function joinLast(stretches: readonly Stretch[]): Stretch | undefined {
	const [first, between, last] = stretches.slice(-3);
	if (!first || !between || !last || first.isSame || !between.isSame || last.isSame) return undefined;
	// What only came, or only went, leaves what is between it as it was.
	const all = join([first, last]);
	if (all.before.length === 0 || all.now.length === 0) return undefined;
	const isText = between.now.every(({ node }) => node.type === 'text');
	const weight = sum(between.now);
	const least = Math.min(...[first, last].map(({ before, now }) => Math.max(sum(before), sum(now))));
	return isText && weight <= Math.min(least, heaviest) ? join([first, between, last]) : undefined;
}

function sum(tokens: readonly Token[]): number {
	return tokens.reduce((total, { weight }) => total + weight, 0);
}
