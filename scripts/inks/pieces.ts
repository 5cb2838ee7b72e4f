import type { Ramp } from './functions.ts';
import { isNeutral, type Rgb } from './lab.ts';
import type { Mix, Mixer } from './mixer.ts';
import { toRgb } from './paint-content.ts';

/** A stretch of a gradient along which the inks change evenly. */
export interface Piece {
	readonly from: number;
	readonly to: number;
	readonly first: Mix;
	readonly last: Mix;
}

/** How far inside a stretch its ends are looked at: at the very place where two meet, one of them does not count. */
const inside = 1e-3;
const farInside = 0.05;

/** The most stretches that an even change on the screen becomes. */
const most = 16;

/** Change of the three channels together, 0 to 765, that one stretch may hold. */
const evenly = 24;

/**
 * A gradient of the screen as one of inks. Where the colours jump the inks jump. At the ends of each stretch stand the
 * inks of fields of the same colour; between them the change that the profile makes of the screen's.
 */
export function piecesOf(ramp: Ramp, mixer: Mixer): readonly Piece[] {
	const [from, to] = ramp.domain;
	const edges = [from, ...ramp.breaks.filter((one) => one > from && one < to), to];
	return edges.slice(1).flatMap((end, index) => stretch(ramp, edges[index] ?? from, end, mixer));
}

function stretch(ramp: Ramp, from: number, to: number, mixer: Mixer): readonly Piece[] {
	if (to <= from) return [];
	const edge = ramp.isTransparent ? farInside : inside;
	const colorAt = (share: number): Rgb => {
		const t = from + (to - from) * Math.min(1 - edge, Math.max(edge, share));
		return toRgb(ramp.at(t));
	};
	const quarters = [0, 0.25, 0.5, 0.75, 1].map(colorAt);
	const [start = [0, 0, 0], , , , end = [0, 0, 0]] = quarters;
	const [first, last] = [mixer.flat(start), mixer.flat(end)];
	const way = quarters.slice(1).reduce((sum, color, index) => sum + distance(color, quarters[index]), 0);
	if (way === 0) return [{ from, to, first, last: first }];
	const count = Math.min(most, Math.max(1, Math.ceil(way / evenly)));
	const neutral = quarters.every(isNeutral);
	const between = (share: number) => mixer.between(colorAt(share), neutral);
	// What flat fields differ by from the profile's way is shared out along the stretch.
	const offsets = [difference(first, between(0)), difference(last, between(1))] as const;
	const mixAt = (index: number): Mix => {
		if (index === 0) return first;
		if (index === count) return last;
		const share = index / count;
		return between(share).map((value, ink) => {
			const offset = (offsets[0][ink] ?? 0) * (1 - share) + (offsets[1][ink] ?? 0) * share;
			return Math.min(1, Math.max(0, value + offset));
		});
	};
	return Array.from({ length: count }, (_, index) => ({
		from: from + ((to - from) * index) / count,
		to: from + ((to - from) * (index + 1)) / count,
		first: mixAt(index),
		last: mixAt(index + 1),
	}));
}

function distance(a: Rgb, b: Rgb = a): number {
	return a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0);
}

function difference(a: Mix, b: Mix): Mix {
	return a.map((value, ink) => value - (b[ink] ?? 0));
}
