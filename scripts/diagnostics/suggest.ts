import { distance } from 'fastest-levenshtein';

/** The candidate that was most likely meant by `word`, or nothing where none is near. */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
	const given = plain(word);
	let best: string | undefined;
	// A third of the letters may differ, two in a short word: beyond that a suggestion is a guess.
	let least = Math.max(2, Math.floor(given.length / 3)) + 1;
	if (given.length < 4) least = 2;
	for (const candidate of candidates) {
		const steps = distance(given, plain(candidate));
		if (steps < least) {
			best = candidate;
			least = steps;
		}
	}
	return best;
}

/** The hint that offers a suggestion, or nothing. */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
	const meant = suggest(word, candidates);
	return meant === undefined ? undefined : `Did you mean "${meant}"?`;
}

function plain(word: string): string {
	return word
		.normalize('NFC')
		.replace(/([a-z])([A-Z])/g, '$1-$2')
		.replace(/[_\s]/g, '-')
		.toLowerCase();
}
