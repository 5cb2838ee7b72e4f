import { closest, distance } from 'fastest-levenshtein';

/** ` (did you mean "…"?)` with the nearest of the names, or nothing where none is near. */
export function didYouMean(name: string, names: Iterable<string>): string {
	const all = [...names];
	if (all.length === 0) return '';
	const nearest = closest(name, all);
	const limit = Math.max(2, Math.floor(Math.min(name.length, nearest.length) / 2));
	return distance(name, nearest) <= limit ? ` (did you mean "${nearest}"?)` : '';
}
