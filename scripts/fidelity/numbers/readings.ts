import type { Fact } from './fact.ts';

/** Where a statement stands in a text. */
export interface Found {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

export type Groups = Readonly<Record<string, string | undefined>>;

/** A way to say something by a number. */
export interface Reading {
	/** What it begins with: signs, or words in small letters; `0` stands for all figures. */
	readonly starts: readonly string[];
	/** A regular expression for what begins there; what stands before may be looked at. */
	readonly form: string;
	readonly read: (groups: Groups, at: Found) => readonly Fact[];
}

interface Statement {
	readonly facts: readonly Fact[];
	readonly end: number;
}

/** Reads the statement at an index of a text that begins with one of the starts. */
export type ReadStatement = (start: string, text: string, index: number) => Statement | undefined;

/** Makes a function that reads statements. The first reading that fits counts; nothing comes back where none does. */
export function createReader(readings: readonly Reading[]): ReadStatement {
	const byStart = new Map<string, { readonly form: RegExp; readonly read: Reading['read'] }[]>();
	for (const { starts, form, read } of readings) {
		// One of its own for each: an expression of all forms is far slower.
		const one = { form: new RegExp(form, 'uy'), read };
		for (const start of starts) byStart.set(start, [...(byStart.get(start) ?? []), one]);
	}
	return (start, text, index) => {
		for (const { form, read } of byStart.get(start) ?? []) {
			form.lastIndex = index;
			const found = form.exec(text);
			if (!found) continue;
			const end = form.lastIndex;
			return { facts: read(found.groups ?? {}, { start: index, end, text }), end };
		}
		return undefined;
	};
}
