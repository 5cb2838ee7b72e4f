const ones = [
	...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'],
	...['twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
];

/** They may be the first part of an ordinal. */
export const tensWords = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

const small: ReadonlyMap<string, number> = new Map([
	...ones.map((word, value) => [word, value] as const),
	...tensWords.map((word, index) => [word, 10 * (index + 2)] as const),
]);

const large: ReadonlyMap<string, number> = new Map([
	['hundred', 100],
	['thousand', 1e3],
	['million', 1e6],
	['billion', 1e9],
	['trillion', 1e12],
]);

const ordinals: ReadonlyMap<string, number> = new Map([
	...[
		...['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'],
		...['eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth'],
		...['eighteenth', 'nineteenth', 'twentieth'],
	].map((word, index) => [word, index + 1] as const),
	['thirtieth', 30],
]);

/** Words that say a number, longest first. */
export const numberWords = [...small.keys(), ...large.keys()].sort((a, b) => b.length - a.length);

export const ordinalWords = [...ordinals.keys()].sort((a, b) => b.length - a.length);

/** What `million` and its shorter forms multiply by. */
export function multiplierOf(word: string): number | undefined {
	const lower = word.toLowerCase();
	return large.get(lower) ?? shortMultipliers[lower];
}

const shortMultipliers: Readonly<Record<string, number>> = {
	k: 1e3,
	m: 1e6,
	mn: 1e6,
	b: 1e9,
	bn: 1e9,
	tn: 1e12,
};

/** The value of `third` or `twenty-first`. */
export function readOrdinal(words: string): number | undefined {
	const parts = words.toLowerCase().split('-');
	const last = ordinals.get(parts.at(-1) ?? '');
	if (last === undefined) return undefined;
	return parts.length === 1 ? last : (small.get(parts[0] ?? '') ?? 0) + last;
}

/** The value of words such as `two hundred and five` or `twenty-one`; nothing where they are no one number. */
export function readWords(words: string): number | undefined {
	let whole = 0;
	let below = 0;
	let last = Number.POSITIVE_INFINITY;
	for (const word of words.toLowerCase().split(/[\s-]+/)) {
		if (word === 'and') continue;
		const single = small.get(word);
		const rank = large.get(word);
		if (single !== undefined && fits(single, last)) below += single;
		else if (rank === 100) below = (below || 1) * 100;
		else if (rank !== undefined) {
			whole += (below || 1) * rank;
			below = 0;
		} else return undefined;
		last = single ?? rank ?? last;
	}
	return whole + below;
}

/** Whether a word can follow another in one number: `twenty one`, but not `one twenty`. */
function fits(single: number, last: number): boolean {
	return single >= 10 ? last >= 100 : last >= 20;
}
