import { type Program, readProgram, run, writeProgram } from './calculator.ts';
import { followed, kindOfSpace } from './color-space.ts';
import { readRamp } from './functions.ts';
import type { InkStream } from './ink-part.ts';
import type { Mixer } from './mixer.ts';
import { toRgb } from './paint-content.ts';
import type { PartCopy } from './part-copy.ts';
import { piecesOf } from './pieces.ts';
import { rampOf, recolor, stitch } from './shading-functions.ts';
import { deflated, unpack } from './stream-bytes.ts';
import { type Dictionary, numbersOf, readEntries, targetOf, type Value, withEntries } from './syntax.ts';

type Changes = Readonly<Record<string, Value>>;

/** Samples in each direction of a function that cannot be written anew. */
const samples = 256;

/**
 * Puts a shading (ISO 32000-1, 8.7.4.5) by functions into inks. What is of another kind stays as it is: the browser
 * writes none.
 */
export function convertShading(shading: Dictionary, mixer: Mixer, copy: PartCopy, use: string): Dictionary {
	const { entries } = shading;
	const space = kindOfSpace(entries.get('ColorSpace'), copy);
	if (space !== 'rgb' && space !== 'gray') return shading;
	const changed =
		entries.get('ShadingType') === '1'
			? (onLine(shading, mixer, copy) ?? onPlane(shading, mixer, copy, use))
			: along(shading, mixer, copy);
	if (changed === undefined) return shading;
	const background = numbersOf(entries.get('Background'));
	return withEntries(shading, {
		ColorSpace: `/${mixer.space}`,
		...changed,
		...(background ? { Background: mixer.flat(toRgb(background)).map(String) } : {}),
	});
}

/** Gradients along a line or between circles. */
function along({ entries }: Dictionary, mixer: Mixer, copy: PartCopy): Changes | undefined {
	const ramp = readRamp(entries.get('Function'), copy);
	const [from = 0, to = 1] = numbersOf(entries.get('Domain')) ?? [];
	if (!ramp) return undefined;
	const domain = [from, to] as const;
	return { Function: stitch(piecesOf({ ...ramp, domain }, mixer), domain) };
}

/** A function of the place on the plane that is one of the place along a line (8.7.4.5.3). */
function onLine(shading: Dictionary, mixer: Mixer, copy: PartCopy): Changes | undefined {
	const { entries } = shading;
	const [left, right] = numbersOf(entries.get('Domain')) ?? [];
	const found = calculatorOf(shading, copy);
	if (!found || left === undefined || right === undefined || entries.has('Matrix')) return undefined;
	const domain = [left, right] as const;
	const pieces = attempt(() => {
		const ramp = rampOf(found.text, domain);
		return ramp && piecesOf(ramp, mixer);
	});
	if (!pieces) return undefined;
	return {
		ShadingType: '2',
		Coords: [String(left), '0', String(right), '0'],
		Domain: domain.map(String),
		Extend: ['true', 'true'],
		Function: stitch(pieces, domain),
	};
}

/** Any other: a function of the place on the plane (8.7.4.5.2). */
function onPlane(shading: Dictionary, mixer: Mixer, copy: PartCopy, use: string): Changes | undefined {
	const found = calculatorOf(shading, copy);
	if (!found) return undefined;
	const { index, stream, text } = found;
	const changed = withColors(stream, text, mixer) ?? withSamples(stream, text, mixer);
	return changed && { Function: copy.changeStream(index, `function ${use}`, () => changed) };
}

function calculatorOf({ entries }: Dictionary, copy: PartCopy) {
	const target = targetOf(followed(entries.get('Function'), copy));
	const stream = target?.kind === 'stream' ? copy.stream(target.index) : undefined;
	const program = stream && unpack(stream.bytes, readEntries(stream.entries));
	if (!target || !stream || !program) return undefined;
	return { index: target.index, stream, text: Buffer.from(program).toString('latin1') };
}

function withColors(stream: InkStream, text: string, mixer: Mixer): InkStream | undefined {
	const program = attempt(() => recolor(text, mixer));
	if (!program) return undefined;
	return deflated(
		withEntries(readEntries(stream.entries), { Range: rangeOf(mixer) }),
		Buffer.from(writeProgram(program), 'latin1'),
	);
}

/** A function that is not of the form that the browser writes, as a grid of samples (7.10.2). */
function withSamples(stream: InkStream, text: string, mixer: Mixer): InkStream | undefined {
	const dictionary = readEntries(stream.entries);
	const [left = 0, right = 1, lower = 0, upper = 1] = numbersOf(dictionary.entries.get('Domain')) ?? [];
	const program = attempt(() => readProgram(text));
	if (!program) return undefined;
	const values: number[] = [];
	for (let row = 0; row < samples; row++) {
		for (let column = 0; column < samples; column++) {
			const x = left + ((right - left) * column) / (samples - 1);
			const y = lower + ((upper - lower) * row) / (samples - 1);
			const mix = attempt(() => mixer.between(colorOf(program, x, y), false));
			if (!mix) return undefined;
			values.push(...mix.map((value) => Math.round(value * 255)));
		}
	}
	const entries = withEntries(dictionary, {
		FunctionType: '0',
		Size: [String(samples), String(samples)],
		BitsPerSample: '8',
		Range: rangeOf(mixer),
	});
	return deflated(entries, Uint8Array.from(values));
}

function colorOf(program: Program, x: number, y: number) {
	const stack = [x, y];
	run(program, stack);
	return toRgb(stack);
}

function rangeOf(mixer: Mixer): readonly string[] {
	return mixer.flat([0, 0, 0]).flatMap(() => ['0', '1']);
}

/** Programs may ask for what is not there. */
function attempt<T>(work: () => T): T | undefined {
	try {
		return work();
	} catch {
		return undefined;
	}
}
