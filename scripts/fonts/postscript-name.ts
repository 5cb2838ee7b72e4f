import type { Table } from './tables.ts';

/** Kind of a name, and the platform whose names are UTF-16 (OpenType 1.9, name). */
const postScript = 6;
const windows = 3;

/** The name that a PDF gives a font, such as `SourceSerif4-Regular`. */
export function readPostScriptName({ view, start }: Table): string {
	const texts = start + view.getUint16(start + 4);
	for (let index = 0; index < view.getUint16(start + 2); index++) {
		const record = start + 6 + index * 12;
		if (view.getUint16(record) !== windows || view.getUint16(record + 6) !== postScript) continue;
		const at = texts + view.getUint16(record + 10);
		const units = Array.from({ length: view.getUint16(record + 8) / 2 }, (_, unit) =>
			view.getUint16(at + unit * 2),
		);
		return String.fromCharCode(...units);
	}
	throw new Error('A font has no PostScript name.');
}
