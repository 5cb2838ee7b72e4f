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
	/** The group of the form that is there wherever the form is. */
	readonly group: string;
	/** A regular expression that begins with the first character of a candidate; what stands before may be looked at. */
	readonly form: string;
	readonly read: (groups: Groups, at: Found) => readonly Fact[];
}

/**
 * Makes a function that reads the statement at an index of a text. The first reading that fits counts; nothing comes back
 * where none does.
 */
export function createReader(
	readings: readonly Reading[],
): (text: string, index: number) => { readonly facts: readonly Fact[]; readonly end: number } | undefined {
	const forms = new RegExp(readings.map(({ form }) => `(?:${form})`).join('|'), 'uy');
	return (text, index) => {
		forms.lastIndex = index;
		const groups = forms.exec(text)?.groups;
		const reading = groups && readings.find(({ group }) => groups[group] !== undefined);
		if (!reading) return undefined;
		const end = forms.lastIndex;
		return { facts: reading.read(groups, { start: index, end, text }), end };
	};
}
