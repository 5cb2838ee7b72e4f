/** One operator of a content stream (ISO 32000-1, 7.8.2), by places in its bytes. */
export interface Operator {
	/** Such as `Tj`; of an inline image `EI`, with all that stands before it. */
	readonly name: string;
	/** Where its operands begin: right behind the operator before it. */
	readonly start: number;
	/** Where its own name begins. */
	readonly at: number;
	/** Behind its name. */
	readonly end: number;
}

/** Hands over every operator of a content stream, in order. What is no PDF syntax is passed over. */
export function readOperators(content: Uint8Array, found: (operator: Operator) => void): void {
	const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
	let start = 0;
	for (let at = 0; at < content.length; ) {
		const code = content[at] ?? 0;
		if (!isLetter(code)) {
			at = behindOperand(content, at, code);
			continue;
		}
		const name = at;
		at = endOfWord(content, at);
		const word = buffer.toString('latin1', name, at);
		if (noOperators.has(word)) continue;
		if (word === 'ID') {
			at = endOfInlineImage(content, at);
			found({ name: 'EI', start, at: at - 2, end: at });
		} else found({ name: word, start, at: name, end: at });
		start = at;
	}
}

/** Words that are operands, and the one that only begins what `EI` ends. */
const noOperators: ReadonlySet<string> = new Set(['true', 'false', 'null', 'BI']);

/** Behind an operand, or a piece of one. */
function behindOperand(content: Uint8Array, at: number, code: number): number {
	switch (code) {
		case leftBracket:
			return endOfString(content, at);
		case lessThan:
			return content[at + 1] === lessThan ? at + 2 : endOfHex(content, at);
		case slash:
			return endOfWord(content, at + 1);
		case percent:
			return endOfLine(content, at);
		default:
			return at + 1;
	}
}

const leftBracket = 0x28;
const rightBracket = 0x29;
const backslash = 0x5c;
const lessThan = 0x3c;
const greaterThan = 0x3e;
const slash = 0x2f;
const percent = 0x25;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Operators are letters, and `'`, `"` and `*` (annex A). */
function isLetter(code: number): boolean {
	return (
		(code >= 0x41 && code <= 0x5a) ||
		(code >= 0x61 && code <= 0x7a) ||
		code === 0x27 ||
		code === 0x22 ||
		code === 0x2a
	);
}

/** Behind a run of regular characters (7.2.2). */
function endOfWord(content: Uint8Array, from: number): number {
	let at = from;
	while (at < content.length && isRegular(content[at] ?? 0)) at++;
	return at;
}

function isRegular(code: number): boolean {
	if (code <= 0x20) return false;
	switch (code) {
		case leftBracket:
		case rightBracket:
		case lessThan:
		case greaterThan:
		case slash:
		case percent:
		case 0x5b:
		case 0x5d:
		case 0x7b:
		case 0x7d:
			return false;
		default:
			return true;
	}
}

/** Behind a string in brackets, which may hold others (7.3.4.2). */
function endOfString(content: Uint8Array, from: number): number {
	let depth = 0;
	for (let at = from; at < content.length; at++) {
		const code = content[at];
		if (code === backslash) at++;
		else if (code === leftBracket) depth++;
		else if (code === rightBracket && --depth === 0) return at + 1;
	}
	return content.length;
}

function endOfHex(content: Uint8Array, from: number): number {
	const end = content.indexOf(greaterThan, from);
	return end < 0 ? content.length : end + 1;
}

function endOfLine(content: Uint8Array, from: number): number {
	let at = from;
	while (at < content.length && content[at] !== lineFeed && content[at] !== carriageReturn) at++;
	return at;
}

/** Behind the `EI` that ends an inline image: white space stands before it, and none of a word behind (8.9.7). */
function endOfInlineImage(content: Uint8Array, from: number): number {
	for (let at = from + 1; at + 1 < content.length; at++) {
		if (content[at] !== 0x45 || content[at + 1] !== 0x49) continue;
		if ((content[at - 1] ?? 0) <= 0x20 && !isRegular(content[at + 2] ?? 0)) return at + 2;
	}
	return content.length;
}
