/** Kinds of characters (ISO 32000-1, 7.2.2). */
const regular = 0;
const white = 1;
const delimiter = 2;

const kinds = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) kinds[code] = white;
for (const code of Buffer.from('()<>[]{}/%', 'latin1')) kinds[code] = delimiter;

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

export function isWhite(code: number): boolean {
	return kinds[code] === white;
}

export function isRegular(code: number): boolean {
	return kinds[code] === regular;
}

/** Behind white space and comments. */
export function skipSpace(bytes: Uint8Array, from: number): number {
	let at = from;
	while (at < bytes.length) {
		const code = bytes[at] as number;
		if (kinds[code] === white) at++;
		else if (code === percent) at = lineEnd(bytes, at);
		else break;
	}
	return at;
}

/**
 * Behind the token that begins at a place: a number, a name, a word, a string, an array or a dictionary as a whole
 * (7.3). What was never closed ends with the bytes; what closes nothing is a token by itself.
 */
export function tokenEnd(bytes: Uint8Array, start: number): number {
	const code = bytes[start] as number;
	if (kinds[code] === regular || code === slash) return wordEnd(bytes, start + 1);
	if (code === parenOpen) return stringEnd(bytes, start);
	if (code === less) return bytes[start + 1] === less ? groupEnd(bytes, start) : hexEnd(bytes, start);
	return code === bracketOpen ? groupEnd(bytes, start) : start + 1;
}

/** Whether an array or a dictionary begins at a place. */
export function isGroup(bytes: Uint8Array, at: number): boolean {
	return bytes[at] === bracketOpen || (bytes[at] === less && bytes[at + 1] === less);
}

/** Hands over the places of all that stands inside an array or a dictionary. */
export function eachInside(
	bytes: Uint8Array,
	[start, end]: readonly [start: number, end: number],
	found: (from: number, to: number) => void,
): void {
	let at = skipSpace(bytes, start + bracketLength(bytes, start));
	while (at < end && bytes[at] !== bracketClose && bytes[at] !== greater) {
		const to = Math.min(end, tokenEnd(bytes, at));
		found(at, to);
		at = skipSpace(bytes, to);
	}
}

function bracketLength(bytes: Uint8Array, at: number): number {
	return bytes[at] === bracketOpen ? 1 : 2;
}

/** A number (7.3.3): digits and a point, read without making a text of them, for there are many. 0 for anything else. */
export function numberIn(bytes: Uint8Array, start: number, end: number): number {
	let value = 0;
	let scale = 0;
	let sign = 1;
	for (let at = start; at < end; at++) {
		const code = bytes[at] as number;
		if (code >= 0x30 && code <= 0x39) {
			value = value * 10 + code - 0x30;
			scale *= 10;
		} else if (code === 0x2e) scale = 1;
		else if (code === 0x2d) sign = -1;
		else if (code !== 0x2b) return 0;
	}
	return (sign * value) / (scale || 1);
}

function wordEnd(bytes: Uint8Array, from: number): number {
	let at = from;
	while (at < bytes.length && kinds[bytes[at] as number] === regular) at++;
	return at;
}

function lineEnd(bytes: Uint8Array, from: number): number {
	let at = from;
	while (at < bytes.length && bytes[at] !== lineFeed && bytes[at] !== carriageReturn) at++;
	return at;
}

/** A string in parentheses, which may hold others (7.3.4.2). */
function stringEnd(bytes: Uint8Array, start: number): number {
	let depth = 0;
	for (let at = start; at < bytes.length; at++) {
		const code = bytes[at];
		if (code === backslash) at++;
		else if (code === parenOpen) depth++;
		else if (code === parenClose && --depth === 0) return at + 1;
	}
	return bytes.length;
}

function hexEnd(bytes: Uint8Array, start: number): number {
	const end = bytes.indexOf(greater, start);
	return end < 0 ? bytes.length : end + 1;
}

/** Arrays and dictionaries may hold each other as deep as they like. */
function groupEnd(bytes: Uint8Array, start: number): number {
	let depth = 0;
	for (let at = start; at < bytes.length; ) {
		const code = bytes[at] as number;
		const isDouble = bytes[at + 1] === code;
		if (code === bracketOpen || (code === less && isDouble)) {
			depth++;
			at += bracketLength(bytes, at);
		} else if (code === bracketClose || (code === greater && isDouble)) {
			at += code === greater ? 2 : 1;
			if (--depth === 0) return at;
		} else at = tokenEnd(bytes, at);
		at = skipSpace(bytes, at);
	}
	return bytes.length;
}
