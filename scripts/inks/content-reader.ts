/** What stands between tokens and what ends them (ISO 32000-1, 7.2.2): 1 for white space, 2 for delimiters. */
const kinds = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) kinds[code] = 1;
for (const code of Buffer.from('()<>[]{}/%')) kinds[code] = 2;

const parenOpen = 0x28;
const parenClose = 0x29;
const less = 0x3c;
const greater = 0x3e;
const bracketOpen = 0x5b;
const bracketClose = 0x5d;
const backslash = 0x5c;
const slash = 0x2f;
const percent = 0x25;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Reads a content stream (ISO 32000-1, 7.8.2) operator by operator. After `next` the fields tell of the operator that
 * was read; they are written anew each time, for a book has millions of them.
 */
export class ContentReader {
	readonly bytes: Uint8Array;
	/** Name of the operator, up to three letters as one number, see `operatorCode`. 0 for what is none. */
	operator = 0;
	/** Where its first operand begins, where the operator itself does, and where it ends. */
	start = 0;
	at = 0;
	end = 0;
	/** Where each of its operands begins and ends. */
	readonly from: number[] = [];
	readonly to: number[] = [];
	/** How many operands it has. */
	count = 0;
	#position = 0;

	constructor(bytes: Uint8Array) {
		this.bytes = bytes;
	}

	/** Goes to the next operator; false where there is none. Operands that no operator follows are left out. */
	next(): boolean {
		this.count = 0;
		for (;;) {
			const start = this.#skipSpace(this.#position);
			if (start >= this.bytes.length) return false;
			if (this.count === 0) this.start = start;
			const end = this.#tokenEnd(start);
			this.#position = end;
			if (!this.#isOperator(start)) {
				this.from[this.count] = start;
				this.to[this.count] = end;
				this.count++;
				continue;
			}
			this.at = start;
			this.end = end;
			this.operator = this.#code(start, end);
			if (this.operator === beginImage) this.#skipImage();
			return true;
		}
	}

	/** An operand as it stands in the stream. */
	operand(index: number): string {
		return this.text(this.from[index] ?? 0, this.to[index] ?? 0);
	}

	text(start: number, end: number): string {
		let text = '';
		for (let at = start; at < end; at++) text += String.fromCharCode(this.bytes[at] ?? 0);
		return text;
	}

	#skipSpace(from: number): number {
		const { bytes } = this;
		let at = from;
		for (; at < bytes.length; at++) {
			const code = bytes[at] as number;
			if (code === percent) {
				while (at < bytes.length && bytes[at] !== lineFeed && bytes[at] !== carriageReturn) at++;
			} else if (kinds[code] !== 1) break;
		}
		return at;
	}

	#tokenEnd(start: number): number {
		const { bytes } = this;
		const code = bytes[start] as number;
		if (code === parenOpen) return this.#stringEnd(start);
		if (code === less) return bytes[start + 1] === less ? this.#groupEnd(start, 2) : this.#hexEnd(start);
		if (code === bracketOpen) return this.#groupEnd(start, 1);
		// What closes nothing stands alone.
		if (kinds[code] === 2 && code !== slash) return start + 1;
		let end = start + 1;
		while (end < bytes.length && kinds[bytes[end] as number] === 0) end++;
		return end;
	}

	#hexEnd(start: number): number {
		const end = this.bytes.indexOf(greater, start);
		return end < 0 ? this.bytes.length : end + 1;
	}

	#stringEnd(start: number): number {
		const { bytes } = this;
		let depth = 0;
		for (let at = start; at < bytes.length; at++) {
			const code = bytes[at];
			if (code === backslash) at++;
			else if (code === parenOpen) depth++;
			else if (code === parenClose && --depth === 0) return at + 1;
		}
		return bytes.length;
	}

	/** The end of an array or a dictionary, whose bracket has a length. */
	#groupEnd(start: number, bracket: number): number {
		const { bytes } = this;
		let at = start + bracket;
		for (;;) {
			at = this.#skipSpace(at);
			if (at >= bytes.length) return bytes.length;
			const code = bytes[at];
			if (bracket === 1 && code === bracketClose) return at + 1;
			if (bracket === 2 && code === greater && bytes[at + 1] === greater) return at + 2;
			at = this.#tokenEnd(at);
		}
	}

	/** Operators begin with a letter or are one of `'` and `"`; `true`, `false` and `null` are operands (7.3). */
	#isOperator(start: number): boolean {
		const code = this.bytes[start] as number;
		if (code !== 0x27 && code !== 0x22 && !((code | 32) >= 0x61 && (code | 32) <= 0x7a)) return false;
		if (code !== 0x74 && code !== 0x66 && code !== 0x6e) return true;
		return !constants.has(this.text(start, this.#position));
	}

	#code(start: number, end: number): number {
		if (end - start > 3) return 0;
		let code = 0;
		for (let at = start; at < end; at++) code = (code << 8) | (this.bytes[at] as number);
		return code;
	}

	/** The operator of an inline image (8.9.7) reaches to its `EI`; its data may hold anything. */
	#skipImage(): void {
		const { bytes } = this;
		let at = this.end;
		// To the end of the dictionary.
		for (;;) {
			at = this.#skipSpace(at);
			if (at >= bytes.length) break;
			const end = this.#tokenEnd(at);
			const isData = end - at === 2 && bytes[at] === 0x49 && bytes[at + 1] === 0x44;
			at = end;
			if (isData) break;
		}
		for (at++; at < bytes.length; at++) {
			if (bytes[at] !== 0x45 || bytes[at + 1] !== 0x49) continue;
			const before = kinds[bytes[at - 1] as number];
			const after = at + 2 >= bytes.length ? 1 : kinds[bytes[at + 2] as number];
			if (before !== 1 || after === 0 || !this.#looksLikeContent(at + 2)) continue;
			this.end = at + 2;
			this.#position = this.end;
			return;
		}
		this.end = bytes.length;
		this.#position = this.end;
	}

	/** Data may hold an `EI` by chance; bytes that no content has tell. */
	#looksLikeContent(start: number): boolean {
		const end = Math.min(this.bytes.length, start + 16);
		for (let at = start; at < end; at++) {
			const code = this.bytes[at] as number;
			if (code > 126 || (code < 32 && kinds[code] !== 1)) return false;
		}
		return true;
	}
}

const constants: ReadonlySet<string> = new Set(['true', 'false', 'null']);

/** The number that stands for the name of an operator of up to three letters. */
export function operatorCode(name: string): number {
	let code = 0;
	for (let at = 0; at < name.length; at++) code = (code << 8) | name.charCodeAt(at);
	return code;
}

const beginImage = operatorCode('BI');
