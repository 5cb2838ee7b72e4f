import { PDFString } from '@cantoo/pdf-lib';
import { eachInside, isGroup } from './tokens.ts';

const parenOpen = 0x28;
const less = 0x3c;

/** Values of hexadecimal digits. */
const none = 255;
const digits = new Uint8Array(256).fill(none);
for (const [value, pair] of [...'0123456789'].entries()) digits[pair.charCodeAt(0)] = value;
for (const [value, pair] of ['aA', 'bB', 'cC', 'dD', 'eE', 'fF'].entries()) {
	for (const digit of pair) digits[digit.charCodeAt(0)] = value + 10;
}

/**
 * Bytes of all strings (7.3.4) that stand at a place, alone or in an array, one after the other. Most are short, and a
 * short array is made sooner than a buffer.
 */
export function stringsIn(bytes: Buffer, start: number, end: number): readonly number[] {
	const all: number[] = [];
	if (isGroup(bytes, start)) eachInside(bytes, [start, end], (from, to) => addString(bytes, from, to, all));
	else addString(bytes, start, end, all);
	return all;
}

/** Adds the bytes of a string, if one stands there. */
function addString(bytes: Buffer, start: number, end: number, all: number[]): void {
	const code = bytes[start];
	if (code === parenOpen) {
		const literal = PDFString.of(bytes.toString('latin1', start + 1, end - 1)).asBytes();
		for (const byte of literal) all.push(byte);
	} else if (code === less && !isGroup(bytes, start)) addHex(bytes, start, end, all);
}

/** White space means nothing in it, and a digit that is missing at its end is 0 (7.3.4.3). */
function addHex(bytes: Uint8Array, start: number, end: number, all: number[]): void {
	let high = none;
	for (let at = start + 1; at < end; at++) {
		const digit = digits[bytes[at] as number] as number;
		if (digit === none) continue;
		if (high === none) high = digit;
		else {
			all.push(high * 16 + digit);
			high = none;
		}
	}
	if (high !== none) all.push(high * 16);
}
