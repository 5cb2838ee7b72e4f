/** The middle value; between the two middle ones where their number is even. NaN where there is none. */
export function median(values: readonly number[]): number {
	return percentile(values, 0.5);
}

/**
 * The value below which a share of the others lies, between neighbours in proportion (type 7 of Hyndman and Fan,
 * "Sample quantiles in statistical packages", 1996).
 * @param share from 0 to 1
 */
export function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	const place = (sorted.length - 1) * share;
	const below = sorted[Math.floor(place)] ?? Number.NaN;
	const above = sorted[Math.ceil(place)] ?? Number.NaN;
	return below + (above - below) * (place - Math.floor(place));
}
