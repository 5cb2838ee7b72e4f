const digits = [
	['x', 10],
	['ix', 9],
	['v', 5],
	['iv', 4],
	['i', 1],
] as const;

const tens = [
	['m', 1000],
	['cm', 900],
	['d', 500],
	['cd', 400],
	['c', 100],
	['xc', 90],
	['l', 50],
	['xl', 40],
	...digits,
] as const;

/** A positive whole number in lower-case Roman numerals, as front matter is numbered. */
export function toRoman(value: number): string {
	let rest = value;
	let roman = '';
	for (const [sign, worth] of tens) {
		for (; rest >= worth; rest -= worth) roman += sign;
	}
	return roman;
}
