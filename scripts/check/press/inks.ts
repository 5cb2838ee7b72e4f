import type { IntentSpace, PressExpectations } from './expectations.ts';
import type { Findings } from './findings.ts';
import type { Space } from './spaces.ts';

const device: ReadonlySet<string> = new Set(['DeviceGray', 'DeviceRGB', 'DeviceCMYK']);
const process: readonly string[] = ['Cyan', 'Magenta', 'Yellow', 'Black'];
/** Inks that print no colour of their own: all plates, or none (ISO 32000-1, 8.6.6.4). */
const neutral: ReadonlySet<string> = new Set(['All', 'None', 'Black']);

/** Percent that rounding to a byte and to decimal digits may add. */
const tolerance = 1;

export interface InkLimits extends Pick<PressExpectations, 'color' | 'totalInk'> {
	/** What the output intent covers. */
	readonly intent: IntentSpace;
}

/** Judges colours by what the output intent covers, by the inks of the edition, and by their sum. */
export class InkCheck {
	readonly #limits: InkLimits;
	readonly #findings: Findings;

	constructor(limits: InkLimits, findings: Findings) {
		this.#limits = limits;
		this.#findings = findings;
	}

	/** A colour space, whatever is painted in it. `what` begins a sentence: `A colour`, `An image of 4 × 3 px`. */
	space(space: Space | undefined, what: string, pages: Iterable<number>): void {
		const fault = space && this.#fault(space);
		if (fault) for (const page of pages) this.#findings.add(fault.rule, `${what} ${fault.clause}`, page);
	}

	/** One colour of a space, its components from 0 to 1. */
	color(space: Space, values: readonly number[], what: string, pages: Iterable<number>): void {
		const inks = inksOf(space, values);
		if (!inks) return;
		const { color, totalInk } = this.#limits;
		const percent = inks.map((ink) => Math.round(ink * 1000) / 10);
		const total = inks.reduce((sum, ink) => sum + ink * 100, 0);
		if (total > totalInk + tolerance) {
			const sum = `${what} has ${Math.round(total)} % of ink (${percent.join(' ')}), more than ${totalInk} %`;
			for (const page of pages) this.#findings.add('press-ink', sum, page);
		}
		const [cyan = 0, magenta = 0, yellow = 0] = inks;
		// What the intent does not cover at all is said already.
		if (color !== 'gray' || this.#isForeign(space) || cyan + magenta + yellow === 0) return;
		for (const page of pages)
			this.#findings.add('press-gray', `${what} has other inks than black (${percent.join(' ')})`, page);
	}

	#fault(space: Space): { readonly rule: 'press-color' | 'press-gray'; readonly clause: string } | undefined {
		const { family, base, inks = [] } = space;
		if (this.#isForeign(space))
			return {
				rule: 'press-color',
				clause: `is in ${family}, which the output intent (${this.#limits.intent}) does not cover`,
			};
		const inner = base && this.#fault(base);
		if (inner) return inner;
		if (this.#limits.color !== 'gray' || device.has(family) || base?.family === 'DeviceGray')
			return undefined;
		if (family === 'Indexed' || family === 'Pattern') return undefined;
		if (family === 'ICCBased' && space.channels === 1) return undefined;
		if (family === 'CalGray' || (inks.length > 0 && inks.every((ink) => neutral.has(ink)))) return undefined;
		return {
			rule: 'press-gray',
			clause: `is in ${[family, ...inks].join(' ')}, which is not printed in black`,
		};
	}

	/** Gray is covered by any intent: it is the black of one that has inks. */
	#isForeign({ family }: Space): boolean {
		return device.has(family) && family !== 'DeviceGray' && family !== this.#limits.intent;
	}
}

/** Cyan, magenta, yellow and black of a colour, where they follow from it without a profile. */
function inksOf(
	{ family, base, inks = [] }: Space,
	values: readonly number[],
): readonly number[] | undefined {
	if (family === 'DeviceCMYK') return values.slice(0, 4);
	if (family === 'Pattern' && base) return inksOf(base, values);
	if (inks.length === 0 || !inks.every((ink) => process.includes(ink))) return undefined;
	return process.map((ink) => values[inks.indexOf(ink)] ?? 0);
}
