// A reader of EAN-13 symbols with five-digit add-ons that shares nothing with the writer: from the tables of
// ISO/IEC 15420.

/** A dark stripe, in any unit. */
export interface Stripe {
	readonly x: number;
	readonly width: number;
}

/** Widths of space, bar, space, bar of each digit in the odd set; the even set has them the other way round. */
const odd = ['3211', '2221', '2122', '1411', '1132', '1231', '1114', '1312', '1213', '3112'];
/** Sets of the six digits on the left, which say what the first digit is: o odd, e even. */
const leading = [
	'oooooo',
	'ooeoee',
	'ooeeoe',
	'ooeeeo',
	'oeooee',
	'oeeooe',
	'oeeeoo',
	'oeoeoe',
	'oeoeeo',
	'oeeoeo',
];
/** Sets of the digits of an add-on, which say what its check digit is. */
const checking = ['eeooo', 'eoeoo', 'eooeo', 'eoooe', 'oeeoo', 'ooeeo', 'oooee', 'oeoeo', 'oeooe', 'ooeoe'];

export interface Symbols {
	readonly digits: string;
	readonly addOn?: string;
	/** Modules between symbol and add-on. */
	readonly gap?: number;
}

/** Reads stripes from left to right. Throws where they are no symbol. */
export function readBarcode(stripes: readonly Stripe[], module: number): Symbols {
	const sorted = [...stripes].sort((a, b) => a.x - b.x);
	const runs: number[] = [];
	let end: number | undefined;
	for (const { x, width } of sorted) {
		if (end !== undefined) runs.push(modules(x - end, module));
		runs.push(modules(width, module));
		end = x + width;
	}
	const digits = readMain(runs.slice(0, 59));
	if (runs.length === 59) return { digits };
	return { digits, gap: runs[59] ?? 0, addOn: readAddOn(runs.slice(60)) };
}

function modules(length: number, module: number): number {
	const count = length / module;
	if (Math.abs(count - Math.round(count)) > 0.01) throw new Error(`${length} is no number of modules.`);
	return Math.round(count);
}

function readMain(runs: readonly number[]): string {
	if (runs.length !== 59) throw new Error(`${runs.length} runs are no symbol.`);
	expectRuns(runs.slice(0, 3), '111');
	expectRuns(runs.slice(27, 32), '11111');
	expectRuns(runs.slice(56), '111');
	const left = fours(runs.slice(3, 27)).map(readDigit);
	const right = fours(runs.slice(32, 56)).map(readDigit);
	if (right.some(({ set }) => set !== 'o')) throw new Error('A digit on the right is of the wrong set.');
	const first = leading.indexOf(left.map(({ set }) => set).join(''));
	if (first < 0) throw new Error('The sets on the left name no digit.');
	return [first, ...left.map(({ digit }) => digit), ...right.map(({ digit }) => digit)].join('');
}

function readAddOn(runs: readonly number[]): string {
	// Guard 1 1 2, then five digits of four runs, parted by a space and a bar.
	expectRuns(runs.slice(0, 3), '112');
	const digits = [0, 1, 2, 3, 4].map((nth) => {
		const start = 3 + nth * 6;
		if (nth > 0) expectRuns(runs.slice(start - 2, start), '11');
		return readDigit(runs.slice(start, start + 4).join(''));
	});
	if (runs.length !== 31) throw new Error(`${runs.length} runs are no add-on.`);
	const text = digits.map(({ digit }) => digit).join('');
	const sum = [...text].reduce((all, digit, index) => all + Number(digit) * (index % 2 === 0 ? 3 : 9), 0);
	if (checking[sum % 10] !== digits.map(({ set }) => set).join(''))
		throw new Error('The add-on is not checked.');
	return text;
}

function fours(runs: readonly number[]): string[] {
	return Array.from({ length: runs.length / 4 }, (_, nth) => runs.slice(nth * 4, nth * 4 + 4).join(''));
}

function readDigit(widths: string): { readonly digit: number; readonly set: 'o' | 'e' } {
	const asOdd = odd.indexOf(widths);
	if (asOdd >= 0) return { digit: asOdd, set: 'o' };
	const asEven = odd.indexOf([...widths].reverse().join(''));
	if (asEven < 0) throw new Error(`${widths} is no digit.`);
	return { digit: asEven, set: 'e' };
}

function expectRuns(runs: readonly number[], expected: string): void {
	if (runs.join('') !== expected) throw new Error(`${runs.join('')} stands where ${expected} should.`);
}
