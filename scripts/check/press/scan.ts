/** Classes of characters (ISO 32000-1, 7.2.2). */
const regular = 0;
const white = 1;
const delimiter = 2;

const classes = classesOf();

const backslash = 0x5c;
const slash = 0x2f;
const most = 64;

/**
 * The operands in front of an operator: numbers and names, those inside arrays and dictionaries among them. Strings are
 * left out. They hold as long as the call that brings them.
 */
export class Operands {
	readonly #bytes: Buffer;
	readonly #starts = new Int32Array(most);
	readonly #ends = new Int32Array(most);
	#count = 0;

	constructor(bytes: Buffer) {
		this.#bytes = bytes;
	}

	get count(): number {
		return this.#count;
	}

	/** What is too much for any operator that takes numbers is left out. */
	push(start: number, end: number): void {
		if (this.#count === most) return;
		this.#starts[this.#count] = start;
		this.#ends[this.#count] = end;
		this.#count++;
	}

	clear(): void {
		this.#count = 0;
	}

	/** 0 for what is no number. Counted from the last where `index` is negative. */
	number(index: number): number {
		const at = this.#at(index);
		return at < 0 ? 0 : numberIn(this.#bytes, this.#starts[at] as number, this.#ends[at] as number);
	}

	/** The last `count` as numbers. */
	numbers(count = this.#count): readonly number[] {
		return Array.from({ length: count }, (_, index) => this.number(index - count));
	}

	/** A name without its slash; undefined for what is none. */
	name(index: number): string | undefined {
		const at = this.#at(index);
		const start = this.#starts[at] as number;
		if (at < 0 || this.#bytes[start] !== slash) return undefined;
		const text = this.#bytes.toString('latin1', start + 1, this.#ends[at]);
		return text.replace(/#([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
	}

	#at(index: number): number {
		const at = index < 0 ? this.#count + index : index;
		return at < this.#count ? at : -1;
	}
}

/** A number (ISO 32000-1, 7.3.3): digits and a point, read without making a text of them, for there are many. */
function numberIn(bytes: Buffer, start: number, end: number): number {
	let value = 0;
	let scale = 0;
	let sign = 1;
	for (let at = start; at < end; at++) {
		const byte = bytes[at] as number;
		if (byte >= 0x30 && byte <= 0x39) {
			value = value * 10 + byte - 0x30;
			scale *= 10;
		} else if (byte === 0x2e) scale = 1;
		else if (byte === 0x2d) sign = -1;
		else if (byte !== 0x2b) return 0;
	}
	return (sign * value) / (scale || 1);
}

/**
 * Reads a content stream (ISO 32000-1, 7.8.2) operator by operator. Strings, comments and the data of inline images are
 * passed over; an inline image is told as `ID` with the entries of its dictionary (8.9.7).
 */
export function scan(content: Uint8Array, visit: (operator: string, operands: Operands) => void): void {
	const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
	const operands = new Operands(bytes);
	const operators = new Map<number, string>();
	for (let at = 0; at < bytes.length; ) {
		const byte = bytes[at] as number;
		const kind = classes[byte];
		if (kind === white) at++;
		else if (kind === delimiter && byte !== slash) at = skipDelimited(bytes, at, byte);
		else {
			const end = endOfToken(bytes, at + 1);
			if (isOperand(byte)) operands.push(at, end);
			else {
				const operator = operatorIn(bytes, at, end, operators);
				visit(operator, operands);
				operands.clear();
				at = operator === 'ID' ? endOfInlineImage(bytes, end) : end;
				continue;
			}
			at = end;
		}
	}
}

/** Operators are short and few: each becomes a text once. */
function operatorIn(bytes: Buffer, start: number, end: number, known: Map<number, string>): string {
	let code = 0;
	for (let at = start; at < end && at < start + 4; at++) code = code * 256 + (bytes[at] as number);
	const found = end - start <= 4 ? known.get(code) : undefined;
	if (found !== undefined) return found;
	const operator = bytes.toString('latin1', start, end);
	if (end - start <= 4) known.set(code, operator);
	return operator;
}

/** Behind a string or comment; behind the character itself for brackets. */
function skipDelimited(bytes: Buffer, at: number, byte: number): number {
	if (byte === 0x28) return endOfString(bytes, at);
	if (byte === 0x25) return endOfComment(bytes, at);
	if (byte !== 0x3c) return at + 1;
	if (bytes[at + 1] === 0x3c) return at + 2;
	const end = bytes.indexOf(0x3e, at);
	return end < 0 ? bytes.length : end + 1;
}

function endOfString(bytes: Buffer, start: number): number {
	let depth = 0;
	for (let at = start; at < bytes.length; at++) {
		const byte = bytes[at];
		if (byte === backslash) at++;
		else if (byte === 0x28) depth++;
		else if (byte === 0x29 && --depth === 0) return at + 1;
	}
	return bytes.length;
}

function endOfComment(bytes: Buffer, start: number): number {
	let at = start;
	while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at++;
	return at;
}

function endOfToken(bytes: Buffer, start: number): number {
	let at = start;
	while (at < bytes.length && classes[bytes[at] as number] === regular) at++;
	return at;
}

/** The data ends at an `EI` that stands alone. */
function endOfInlineImage(bytes: Buffer, start: number): number {
	for (let at = start + 1; ; at++) {
		at = bytes.indexOf('EI', at, 'latin1');
		if (at < 0) return bytes.length;
		const after = bytes[at + 2];
		if (classes[bytes[at - 1] as number] === white && (after === undefined || classes[after] !== regular))
			return at + 2;
	}
}

/** Names, and what begins like a number. */
function isOperand(byte: number): boolean {
	return byte === slash || (byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x2e || byte === 0x2b;
}

function classesOf(): Uint8Array {
	const table = new Uint8Array(256);
	for (const byte of [0, 9, 10, 12, 13, 32]) table[byte] = white;
	for (const byte of Buffer.from('()<>[]{}/%', 'latin1')) table[byte] = delimiter;
	return table;
}
