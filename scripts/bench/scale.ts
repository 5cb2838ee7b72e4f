/** A logarithmic axis. */
export interface Scale {
	/** Place of a value, to a tenth of a unit. */
	readonly at: (value: number) => number;
	/** Round values from below the smallest to above the largest: 1, 2 and 5 times a power of ten. */
	readonly ticks: readonly number[];
}

/** Lays positive values between two places; the first is that of the smallest. */
export function createScale(values: readonly number[], from: number, to: number): Scale {
	const low = values.length > 0 ? Math.min(...values) : 1;
	const high = values.length > 0 ? Math.max(...values) : 10;
	const round: number[] = [];
	for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) {
		for (const digit of [1, 2, 5]) round.push(Number((digit * 10 ** power).toPrecision(1)));
	}
	const first = round.findLast((one) => one <= low) ?? low;
	const last = round.find((one) => one >= high && one > first) ?? high;
	const share = (value: number) => Math.log(value / first) / Math.log(last / first);
	return {
		at: (value) => Math.round(10 * (from + share(value) * (to - from))) / 10,
		ticks: round.filter((one) => one >= first && one <= last),
	};
}

/** Moves places apart until no two are nearer than `gap`; their order stays, and they move as little as they must. */
export function spread(places: readonly number[], gap: number): readonly number[] {
	const order = places.map((_, index) => index).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
	// Places that touch form a block around the middle of what they asked for.
	const blocks: { readonly members: number[]; sum: number }[] = [];
	const middle = (block: { readonly members: number[]; sum: number }) => block.sum / block.members.length;
	const half = (block: { readonly members: number[] }) => ((block.members.length - 1) * gap) / 2;
	for (const index of order) {
		let block = { members: [index], sum: places[index] ?? 0 };
		for (let last = blocks.at(-1); last; last = blocks.at(-1)) {
			if (middle(block) - half(block) - (middle(last) + half(last)) >= gap) break;
			blocks.pop();
			block = { members: [...last.members, ...block.members], sum: last.sum + block.sum };
		}
		blocks.push(block);
	}
	const moved = [...places];
	for (const block of blocks) {
		block.members.forEach((index, place) => {
			moved[index] = middle(block) - half(block) + place * gap;
		});
	}
	return moved;
}
