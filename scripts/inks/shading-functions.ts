import { type Program, readProgram, run } from './calculator.ts';
import { inOrder, type Ramp } from './functions.ts';
import type { Mix, Mixer } from './mixer.ts';
import { short } from './paint-content.ts';
import { type Piece, piecesOf } from './pieces.ts';
import type { Dictionary, Value } from './syntax.ts';

/** A gradient along one number as a stitching function (ISO 32000-1, 7.10.4). */
export function stitch(pieces: readonly Piece[], domain: readonly [number, number]): Dictionary {
	const functions = pieces.map(({ first, last }): Dictionary => {
		const parts: readonly [string, Value][] = [
			['FunctionType', '2'],
			['Domain', ['0', '1']],
			['C0', first.map(short)],
			['C1', last.map(short)],
			['N', '1'],
		];
		return { entries: new Map(parts) };
	});
	const whole: readonly [string, Value][] = [
		['FunctionType', '3'],
		['Domain', domain.map(String)],
		['Functions', functions],
		['Bounds', pieces.slice(1).map(({ from }) => place(from))],
		['Encode', pieces.flatMap(() => ['0', '1'])],
	];
	return { entries: new Map(whole) };
}

function place(value: number): string {
	return value.toFixed(9).replace(/\.?0+$/, '');
}

/** Beginning of what the browser writes for the colours along a gradient, when the place on it is on the stack. */
const beginning = ['dup', 0, 'le'];

/** The most stretches that a gradient along a line is written in. */
const manyPieces = 600;

/**
 * The colours of a calculator function that goes by the first of its two numbers alone: those of a gradient along a
 * line, which the browser writes so where it repeats, or where it is transparent somewhere. Programs that know
 * gradients along lines are faster with them, and some know no others.
 */
export function rampOf(text: string, domain: readonly [number, number]): Ramp | undefined {
	const program = readProgram(text);
	const start = program?.findIndex((_, at) => isBeginning(program, at)) ?? -1;
	if (!program || start < 1 || program[0] !== 'pop') return undefined;
	const length = colorsLength(program, start);
	if (length === undefined || start + length !== program.length) return undefined;
	const limits = [0, ...limitsOf(program.slice(start)), 1].filter((one) => one >= 0 && one <= 1);
	// What repeats does so from one whole number to the next, and may run backwards every second time.
	const isOnce = start === 1;
	const periods = isOnce ? 1 : Math.ceil(domain[1]) - Math.floor(domain[0]);
	if (periods * limits.length > manyPieces) return undefined;
	const first = isOnce ? 0 : Math.floor(domain[0]);
	const starts = Array.from({ length: periods }, (_, period) => first + period);
	const breaks = starts.flatMap((from) =>
		limits.flatMap((one) => (isOnce ? [one] : [from + one, from + 1 - one])),
	);
	return {
		domain,
		at: (t) => {
			const stack = [t, 0];
			run(program, stack);
			return stack;
		},
		breaks: inOrder(breaks),
		...(isTransparent(program) ? { isTransparent: true } : {}),
	};
}

/** Whether colours are divided by their alpha at the end: where that is small they are not exact. */
function isTransparent(program: Program): boolean {
	return program.includes('abs');
}

/**
 * A calculator function that gives the colours of a gradient, in inks. The browser writes a part that finds the place
 * along the gradient, and one that chooses the colour there; the second is written anew, so that stripes stay sharp.
 * Nothing comes back where the program is not of that form.
 */
export function recolor(text: string, mixer: Mixer): Program | undefined {
	const program = readProgram(text);
	return program && replaceColors(program, mixer);
}

function replaceColors(program: Program, mixer: Mixer): Program | undefined {
	const start = program.findIndex((_, at) => isBeginning(program, at));
	if (start < 0) return replaceInside(program, mixer);
	const length = colorsLength(program, start);
	if (length === undefined) return undefined;
	const colors = program.slice(start, start + length);
	const at = (t: number): readonly number[] => {
		const stack = [t];
		run(colors, stack);
		return stack;
	};
	if (at(0.5).length !== 3) return undefined;
	const breaks = inOrder(limitsOf(colors)).filter((one) => one > 0 && one < 1);
	const pieces = piecesOf({ domain: [0, 1], at, breaks, isTransparent: isTransparent(colors) }, mixer);
	const [before, after] = [piecesAt(at, -1, mixer), piecesAt(at, 2, mixer)];
	return [
		...program.slice(0, start),
		...choose([before, ...pieces, after]),
		...program.slice(start + length),
	];
}

/** A cone has its colours in a block, and another block for what lies outside of it. */
function replaceInside(program: Program, mixer: Mixer): Program | undefined {
	for (const [at, block] of program.entries()) {
		if (typeof block !== 'object') continue;
		const replaced = replaceColors(block, mixer);
		if (!replaced) continue;
		const outside = program[at + 1];
		const isBlack = typeof outside === 'object' && outside.length === 3 && outside.every((one) => one === 0);
		const black = isBlack ? [mixer.flat([0, 0, 0]).map((value) => Number(short(value)))] : [];
		return [...program.slice(0, at), replaced, ...black, ...program.slice(at + 1 + black.length)];
	}
	return undefined;
}

function isBeginning(program: Program, at: number): boolean {
	const block = program[at + 3];
	return (
		beginning.every((word, index) => program[at + index] === word) &&
		typeof block === 'object' &&
		block[0] === 'pop' &&
		program[at + 4] === 'if'
	);
}

/** Words of the part that chooses the colour: before, on and behind the gradient, and what takes alpha out again. */
function colorsLength(program: Program, start: number): number | undefined {
	const end = program.findIndex((word, at) => at > start + 5 && word === 'if' && program[at - 2] === 'gt');
	if (end < 0) return undefined;
	const isAlpha = program[end + 1] === 'dup' && program[end + 2] === 'abs' && program[end + 7] === 'ifelse';
	return end + 1 + (isAlpha ? 7 : 0) - start;
}

/** Numbers that the place is compared with. */
function limitsOf(program: Program): readonly number[] {
	return program.flatMap((word, at) => {
		if (typeof word === 'object') return limitsOf(word);
		return typeof word === 'number' && program[at + 1] === 'le' ? [word] : [];
	});
}

function piecesAt(at: (t: number) => readonly number[], t: number, mixer: Mixer): Piece {
	const [piece] = piecesOf({ domain: [t, t + 0.5], at, breaks: [] }, mixer);
	if (!piece) throw new Error('A gradient has no end.');
	return { ...piece, to: t < 0 ? 0 : Number.POSITIVE_INFINITY };
}

/** Chooses among pieces by halves, as few comparisons as can be. */
function choose(pieces: readonly Piece[]): Program {
	const [only] = pieces;
	if (pieces.length <= 1) return only ? write(only) : [];
	const half = pieces.length >> 1;
	const limit = pieces[half - 1]?.to ?? 0;
	return ['dup', rounded(limit), 'le', choose(pieces.slice(0, half)), choose(pieces.slice(half)), 'ifelse'];
}

/** Inks of one piece, from the place on the stack. */
function write({ from, to, first, last }: Piece): Program {
	if (first.every((value, ink) => value === last[ink])) return ['pop', ...first.map(inkOf)];
	const slopes = first.map((value, ink) => rounded(((last[ink] ?? value) - value) / (to - from)));
	return [
		rounded(from),
		'sub',
		...first.flatMap((value, ink) => {
			const mixed = [slopes[ink] ?? 0, 'mul', inkOf(value), 'add'];
			return ink < first.length - 1 ? ['dup', ...mixed, 'exch'] : mixed;
		}),
	];
}

function inkOf(value: Mix[number]): number {
	return Number(short(value));
}

function rounded(value: number): number {
	return Number(value.toFixed(9));
}
