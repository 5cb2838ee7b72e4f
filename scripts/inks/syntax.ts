import { tokenEnd } from '../pdf/tokens.ts';

/**
 * A value of PDF syntax (ISO 32000-1, 7.3): arrays and dictionaries are taken apart; anything else, a hole for the
 * number of an object included, is the text that stands for it.
 */
export type Value = string | readonly Value[] | Dictionary;

/** Keys without their slash. */
export interface Dictionary {
	readonly entries: ReadonlyMap<string, Value>;
}

/** Reads one value. What is broken is read as far as it goes. */
export function readValue(text: string): Value {
	return new ValueReader(text).value() ?? 'null';
}

/** Reads the entries of a dictionary that stand without its brackets. */
export function readEntries(text: string): Dictionary {
	return new ValueReader(text).entries();
}

export function writeValue(value: Value): string {
	if (typeof value === 'string') return value;
	if (isArray(value)) return `[${value.map(writeValue).join(' ')}]`;
	return `<<${writeEntries(value)}>>`;
}

export function writeEntries({ entries }: Dictionary): string {
	return [...entries].map(([key, value]) => `/${key} ${writeValue(value)}`).join(' ');
}

export function isArray(value: Value | undefined): value is readonly Value[] {
	return Array.isArray(value);
}

export function isDictionary(value: Value | undefined): value is Dictionary {
	return typeof value === 'object' && !isArray(value);
}

/** The entries of a dictionary, of which some are set and those that are undefined are taken away. */
export function withEntries(
	dictionary: Dictionary,
	changes: Readonly<Record<string, Value | undefined>>,
): Dictionary {
	const entries = new Map(dictionary.entries);
	for (const [key, value] of Object.entries(changes)) {
		if (value === undefined) entries.delete(key);
		else entries.set(key, value);
	}
	return { entries };
}

/** The numbers of an array; nothing where it is none. */
export function numbersOf(value: Value | undefined): readonly number[] | undefined {
	if (!isArray(value)) return undefined;
	const numbers = value.map((one) => (typeof one === 'string' ? Number(one) : Number.NaN));
	return numbers.some(Number.isNaN) ? undefined : numbers;
}

export function numberOf(value: Value | undefined): number | undefined {
	const number = typeof value === 'string' ? Number(value) : Number.NaN;
	return Number.isNaN(number) ? undefined : number;
}

/** What a hole for an object or a stream waits for. */
export interface Target {
	readonly kind: 'object' | 'stream';
	readonly index: number;
}

const holePattern = /^@([os])(\d+);$/;

export function targetOf(value: Value | undefined): Target | undefined {
	const [, letter, index] = (typeof value === 'string' && holePattern.exec(value)) || [];
	if (letter === undefined) return undefined;
	return { kind: letter === 'o' ? 'object' : 'stream', index: Number(index) };
}

/** The hole that waits for an object or a stream. */
export function holeFor({ kind, index }: Target): string {
	return kind === 'object' ? `@o${index};` : `@s${index};`;
}

/** Number, name, string, hole, bracket or word. */
const token = /\s*(<<|>>|\[|\]|@[a-z][^;]*;|\/[^\s/<>[\](){}%@]*|<[^<>]*>|\(|[^\s/<>[\](){}%@]+|\S)/gs;

class ValueReader {
	readonly #text: string;
	readonly #token = new RegExp(token);

	constructor(text: string) {
		this.#text = text;
	}

	/** Undefined at the end of the text, and at what closes an array or a dictionary. */
	value(): Value | undefined {
		const word = this.#next();
		if (word === undefined || word === ']' || word === '>>') return undefined;
		if (word === '[') return [...this.#values()];
		if (word === '<<') return this.entries();
		return word;
	}

	entries(): Dictionary {
		const entries = new Map<string, Value>();
		for (;;) {
			const key = this.value();
			if (key === undefined) return { entries };
			const value = this.value();
			if (value === undefined) return { entries };
			if (typeof key === 'string') entries.set(key.slice(1), value);
		}
	}

	*#values(): Generator<Value> {
		for (let value = this.value(); value !== undefined; value = this.value()) yield value;
	}

	#next(): string | undefined {
		const start = this.#token.lastIndex;
		const [, word] = this.#token.exec(this.#text) ?? [];
		// A search that fails begins anew.
		if (word === undefined) this.#token.lastIndex = this.#text.length;
		if (word !== '(') return word;
		// A string in parentheses; brackets inside it mean nothing.
		const open = this.#text.indexOf('(', start);
		const end = open + tokenEnd(Buffer.from(this.#text.slice(open), 'latin1'), 0);
		this.#token.lastIndex = end;
		return this.#text.slice(open, end);
	}
}
