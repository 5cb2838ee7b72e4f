import * as z from 'zod';
import { asks } from './fields.ts';

/** Millimetres of each unit (CSS Values and Units 4, 6.2: one inch is 25.4 mm, one point a 72nd of it). */
const millimetres = { mm: 1, cm: 10, in: 25.4, pt: 25.4 / 72 } as const;

const lengthForm = /^([+-]?\d{1,6}(?:\.\d{1,6})?)\s*(mm|cm|in|pt)$/;
const bareForm = /^[+-]?\d+(?:\.\d+)?$/;

/** A length in mm, to a millionth: an inch times six is not left at 152.39999999999998. */
export function toMillimetres(value: number, unit: keyof typeof millimetres): number {
	return Math.round(value * millimetres[unit] * 1e6) / 1e6;
}

/** What is allowed of a length, in mm. */
export interface Limits {
	readonly least: number;
	readonly most: number;
	/** Shown where something else stands: `20 mm`. */
	readonly example: string;
}

/** A length with its unit, in mm; only nothing at all, `0`, needs none. */
export function length({ least, most, example }: Limits) {
	const form = `must be a length such as ${example} (in mm, cm, in or pt)`;
	return z.string(asks(form)).transform((given, context) => {
		const value = readLength(given.trim());
		const fault =
			typeof value === 'string'
				? value === 'bare'
					? `needs a unit: ${example}, for example`
					: form
				: value < least || value > most
					? `must be from ${least} mm to ${most} mm`
					: undefined;
		if (fault !== undefined) context.addIssue({ code: 'custom', message: fault });
		return typeof value === 'number' ? value : 0;
	});
}

function readLength(given: string): number | 'bare' | 'other' {
	if (bareForm.test(given)) return Number(given) === 0 ? 0 : 'bare';
	const [, value, unit] = lengthForm.exec(given) ?? [];
	return value === undefined ? 'other' : toMillimetres(Number(value), unit as keyof typeof millimetres);
}

/** A number without a unit. */
export function number(least: number, most: number) {
	const message = `must be a number from ${least} to ${most}`;
	return z
		.string(asks(message))
		.regex(/^\d{1,6}(?:\.\d{1,6})?$/, message)
		.transform(Number)
		.refine((value) => value >= least && value <= most, message);
}

/** One of a few words. */
export function choice<const W extends readonly [string, ...string[]]>(words: W) {
	return z.enum(words, asks(`must be ${words.slice(0, -1).join(', ')} or ${words.at(-1)}`));
}
