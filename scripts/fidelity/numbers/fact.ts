/**
 * How much a text means what it says by a number. What is `firm` must stand in the other text too. What is `loose` is a
 * fault only where the other text says something else in its stead. A `hint` only answers what the other text says.
 */
export type Strength = 'firm' | 'loose' | 'hint';

/** What is counted, as it stands behind a number or before it. */
export interface Unit {
	/** Several where the sign leaves it open, such as `$`. */
	readonly units: readonly string[];
	readonly start: number;
	readonly end: number;
}

/** A number, a date or a measure that a text names. */
export interface Fact {
	readonly start: number;
	readonly end: number;
	readonly strength: Strength;
	readonly isDate: boolean;
	/** One of these must be given by the other text. */
	readonly asks: readonly string[];
	/** What it answers. */
	readonly gives: readonly string[];
	readonly unit?: Unit;
	/** Of a name such as GPT-4: what stands before its number. */
	readonly label?: string;
}

type Span = Pick<Fact, 'start' | 'end'>;

/** What is given as a span may hold the whole text as well. */
function spanOf({ start, end }: Span): Span {
	return { start, end };
}

interface Traits {
	readonly strength: Strength;
	readonly isDate?: boolean;
	readonly unit?: Unit | undefined;
}

/** A number; `others` are values that it can stand for as well. */
export function numberFact(
	span: Span,
	value: number,
	{ strength, isDate = false, unit }: Traits,
	others: readonly number[] = [],
): Fact {
	const keys = [value, ...others].map(numberKey);
	const { start, end } = span;
	return { start, end, strength, isDate, asks: keys, gives: keys, ...(unit && { unit }) };
}

/** A part of a hundred. `isFirst` is the lower end of a range, which may stand without its sign. */
export function percentFact(span: Span, value: number, strength: Strength, isFirst = false): Fact {
	const percent = `percent ${round(value)}`;
	const parts = [numberKey(value / 100), ...fractionsOf(value)];
	const asks = isFirst ? [percent, numberKey(value)] : [percent, ...parts];
	return { ...spanOf(span), strength, isDate: false, asks, gives: [percent, ...parts, numberKey(value)] };
}

/** A fraction such as 三分之二. */
export function fractionFact(span: Span, above: number, below: number, strength: Strength): Fact {
	const asks = [
		`part ${above}/${below}`,
		`percent ${round((100 * above) / below)}`,
		numberKey(above / below),
	];
	return {
		...spanOf(span),
		strength,
		isDate: false,
		asks,
		gives: [...asks, numberKey(above), numberKey(below)],
	};
}

export function dayFact(span: Span, month: number, day: number): Fact {
	const asks = [`day ${month}-${day}`];
	const gives = [...asks, `month ${month}`, numberKey(month), numberKey(day)];
	return { ...spanOf(span), strength: 'firm', isDate: true, asks, gives };
}

export function monthFact(span: Span, month: number, strength: Strength = 'firm'): Fact {
	const asks = [`month ${month}`];
	return { ...spanOf(span), strength, isDate: true, asks, gives: [...asks, numberKey(month)] };
}

/** Ten years; `first` is 1990, or 90 where the century is not said. */
export function decadeFact(span: Span, first: number): Fact {
	const isWhole = first >= 100;
	const own = `decade ${first}`;
	const asks = isWhole ? [own, `decade of some century ${first % 100}`] : [own];
	const gives = isWhole ? [own, `decade ${first % 100}`] : [own, `decade of some century ${first}`];
	const century = first % 100 === 0 ? [`century ${first / 100 + 1}`] : [];
	return {
		...spanOf(span),
		strength: 'firm',
		isDate: true,
		asks: [...asks, ...century],
		gives: [...gives, ...century],
	};
}

export function centuryFact(span: Span, century: number): Fact {
	const asks = [`century ${century}`];
	const gives = [...asks, numberKey(century), `decade ${(century - 1) * 100}`];
	return { ...spanOf(span), strength: 'firm', isDate: true, asks, gives };
}

/** A name with a number in it. */
export function labelFact(span: Span, label: string, value: number): Fact {
	const asks = [`label ${label} ${value}`];
	return {
		...spanOf(span),
		strength: 'hint',
		isDate: false,
		asks,
		gives: [...asks, numberKey(value)],
		label,
	};
}

/** What may answer a number without being one. */
export function hintFact(span: Span, gives: readonly string[]): Fact {
	return { ...spanOf(span), strength: 'hint', isDate: false, asks: [], gives };
}

export function numberKey(value: number): string {
	return `number ${round(value)}`;
}

function fractionsOf(percent: number): readonly string[] {
	const parts: readonly (readonly [number, string])[] = [
		[50, 'part 1/2'],
		[25, 'part 1/4'],
		[75, 'part 3/4'],
	];
	return parts.flatMap(([value, key]) => (value === percent ? [key] : []));
}

/** Twelve digits: beyond them a product of decimals is no more than its rounding. */
function round(value: number): number {
	return Number.isSafeInteger(value) ? value : Number(value.toPrecision(12));
}
