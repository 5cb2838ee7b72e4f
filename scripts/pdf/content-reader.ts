import { Operands } from './operands.ts';
import { isRegular, isWhite, skipSpace, tokenEnd } from './tokens.ts';

/** All operators (ISO 32000-1, annex A), so that none becomes a new text each time it is met. */
const operators = [
	...[
		'b',
		'B',
		'b*',
		'B*',
		'BDC',
		'BI',
		'BMC',
		'BT',
		'BX',
		'c',
		'cm',
		'CS',
		'cs',
		'd',
		'd0',
		'd1',
		'Do',
		'DP',
	],
	...[
		'EI',
		'EMC',
		'ET',
		'EX',
		'f',
		'F',
		'f*',
		'G',
		'g',
		'gs',
		'h',
		'i',
		'ID',
		'j',
		'J',
		'K',
		'k',
		'l',
		'm',
		'M',
	],
	...[
		'MP',
		'n',
		'q',
		'Q',
		're',
		'RG',
		'rg',
		'ri',
		's',
		'S',
		'SC',
		'sc',
		'SCN',
		'scn',
		'sh',
		'T*',
		'Tc',
		'Td',
	],
	...['TD', 'Tf', 'Tj', 'TJ', 'TL', 'Tm', 'Tr', 'Ts', 'Tw', 'Tz', 'v', 'w', 'W', 'W*', 'y', "'", '"'],
];

const names: ReadonlyMap<number, string> = new Map(
	operators.map((name) => [codeOf(Buffer.from(name, 'latin1'), 0, name.length), name]),
);

const constants: ReadonlySet<string> = new Set(['true', 'false', 'null']);

/**
 * Reads a content stream (ISO 32000-1, 7.8.2) operator by operator. After `next` the fields tell of the operator that
 * was read; they are written anew each time, for a book has millions of them.
 */
export class ContentReader {
	readonly bytes: Buffer;
	/** Such as `Tj`. `BI` stands for a whole inline image, up to its `EI`; its entries are the operands. */
	operator = '';
	/** Arrays and dictionaries are one operand each. */
	readonly operands: Operands;
	/** Right behind the operator before it. */
	before = 0;
	/** Where its first operand begins, where the operator itself does, and where it ends. */
	start = 0;
	at = 0;
	end = 0;

	constructor(bytes: Uint8Array) {
		this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		this.operands = new Operands(this.bytes);
	}

	/** Goes to the next operator; false where there is none. Operands that no operator follows are left out. */
	next(): boolean {
		const { bytes, operands } = this;
		operands.clear();
		this.before = this.end;
		let at = skipSpace(bytes, this.end);
		this.start = at;
		while (at < bytes.length) {
			const end = tokenEnd(bytes, at);
			const operator = operatorIn(bytes, at, end);
			if (operator !== '') {
				this.operator = operator;
				this.at = at;
				this.end = operator === 'BI' ? this.#imageEnd(end) : end;
				return true;
			}
			operands.push(at, end);
			at = skipSpace(bytes, end);
		}
		return false;
	}

	text(start: number, end: number): string {
		return this.bytes.toString('latin1', start, end);
	}

	/** Reads the entries of an inline image (8.9.7); its data may hold anything. */
	#imageEnd(from: number): number {
		const { bytes } = this;
		this.operands.clear();
		for (let at = skipSpace(bytes, from); at < bytes.length; ) {
			const end = tokenEnd(bytes, at);
			if (operatorIn(bytes, at, end) === 'ID') return endOfData(bytes, end);
			this.operands.push(at, end);
			at = skipSpace(bytes, end);
		}
		return bytes.length;
	}
}

/** Operators begin with a letter or are one of `'` and `"`; `true`, `false` and `null` are operands (7.3). */
function operatorIn(bytes: Buffer, start: number, end: number): string {
	const code = bytes[start] as number;
	if (code !== 0x27 && code !== 0x22 && !((code | 32) >= 0x61 && (code | 32) <= 0x7a)) return '';
	const known = end - start <= 3 ? names.get(codeOf(bytes, start, end)) : undefined;
	if (known !== undefined) return known;
	const word = bytes.toString('latin1', start, end);
	return constants.has(word) ? '' : word;
}

function codeOf(bytes: Uint8Array, start: number, end: number): number {
	let code = 0;
	for (let at = start; at < end; at++) code = (code << 8) | (bytes[at] as number);
	return code;
}

/** The data ends at an `EI` that stands alone. */
function endOfData(bytes: Buffer, start: number): number {
	for (
		let at = bytes.indexOf('EI', start + 1, 'latin1');
		at >= 0;
		at = bytes.indexOf('EI', at + 1, 'latin1')
	) {
		const after = bytes[at + 2];
		const standsAlone = isWhite(bytes[at - 1] as number) && (after === undefined || !isRegular(after));
		if (standsAlone && looksLikeContent(bytes, at + 2)) return at + 2;
	}
	return bytes.length;
}

/** Data may hold an `EI` by chance; bytes that no content has tell. */
function looksLikeContent(bytes: Uint8Array, start: number): boolean {
	const end = Math.min(bytes.length, start + 16);
	for (let at = start; at < end; at++) {
		const code = bytes[at] as number;
		if (code > 126 || (code < 32 && !isWhite(code))) return false;
	}
	return true;
}
