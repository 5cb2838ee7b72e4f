import { readFileSync, statSync } from 'node:fs';
import type { Reporter } from '../diagnostics/index.ts';
import type { Memo, Place } from '../model/index.ts';
import type { Inventory } from './inventory.ts';

// A whole novel has 2 MB; what is larger is no text that somebody wrote.
const maxBytes = 32 * 1024 * 1024;

/**
 * Reads a text file of the manuscript: UTF-8, a byte order mark dropped, every line end made `\n`.
 * Reports and gives nothing where the file is not there, cannot be read or is not UTF-8. A file that says the same as
 * in the build before comes as the very same object.
 *
 * The file is read in every build, whatever its time says: two saves can fall into one tick of the disk's clock.
 */
export function readText(
	inventory: Inventory,
	file: string,
	report: Reporter,
	memo: Memo,
): FileText | undefined {
	const path = inventory.files.get(file);
	if (path === undefined) {
		const reason = inventory.refused.get(file) ?? 'it is not there';
		report('file-unreadable', `${file} cannot be read: ${reason}`, file);
		return undefined;
	}
	let bytes: Buffer;
	try {
		// Small files, one after the other: waiting for each of them takes longer than reading it.
		if (statSync(path).size > maxBytes) {
			report('file-unreadable', `${file} is larger than 32 MB`, file, 'Split the file.');
			return undefined;
		}
		bytes = readFileSync(path);
	} catch {
		report('file-unreadable', `${file} cannot be read`, file);
		return undefined;
	}
	// A room for each file: those that a build does not come to, for book.yaml is broken, are not forgotten.
	const decoded = memo.recall(`text ${file}`, bytes.toString('latin1'), () => decodeText(bytes));
	if (decoded.text !== undefined) return decoded;
	report('file-encoding', decoded.message, { file, line: decoded.line, column: decoded.column });
	return undefined;
}

export interface FileText {
	readonly text: string;
}

export type Decoded =
	| FileText
	| ({ readonly text?: undefined; readonly message: string } & Omit<Place, 'file'>);

/** Decodes UTF-8 as `readText` does; a fault has the line and column of the first bad byte. */
export function decodeText(bytes: Uint8Array): Decoded {
	try {
		return { text: unifyLineEnds(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
	} catch {
		const { sound, offset } = soundStart(bytes);
		const lines = unifyLineEnds(sound).split('\n');
		return {
			message: describeFault(bytes, offset),
			line: lines.length,
			column: (lines.at(-1)?.length ?? 0) + 1,
		};
	}
}

function unifyLineEnds(text: string): string {
	return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** The longest start of `bytes` that is UTF-8, and where it ends. */
function soundStart(bytes: Uint8Array): { sound: string; offset: number } {
	// With `stream`, a character that the cut divides is no fault: so the soundness of a start can be tried at any byte.
	const decode = (length: number): string | undefined => {
		try {
			return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
		} catch {
			return undefined;
		}
	};
	let good = 0;
	let bad = bytes.length + 1;
	while (bad - good > 1) {
		const middle = Math.floor((good + bad) / 2);
		if (decode(middle) === undefined) bad = middle;
		else good = middle;
	}
	const sound = decode(good) ?? '';
	const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
	return { sound, offset: mark + Buffer.byteLength(sound) };
}

function describeFault(bytes: Uint8Array, offset: number): string {
	const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
	if (mark === 0xfffe || mark === 0xfeff) return 'the file is UTF-16, not UTF-8';
	const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0');
	return `the file is not UTF-8: byte ${byte} is no character`;
}
