/** A table of a font: the whole file as a view, and where the table lies in it, in bytes. */
export interface Table {
	readonly view: DataView;
	readonly start: number;
	readonly length: number;
}

/** The tables of a TrueType file by tag (OpenType 1.9, Table Directory). */
export function readTables(bytes: Uint8Array): ReadonlyMap<string, Table> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const tables = new Map<string, Table>();
	for (let index = 0; index < view.getUint16(4); index++) {
		const record = directoryHead + index * directoryEntry;
		const tag = String.fromCharCode(...bytes.subarray(record, record + 4));
		tables.set(tag, { view, start: view.getUint32(record + 8), length: view.getUint32(record + 12) });
	}
	return tables;
}

const directoryHead = 12;
const directoryEntry = 16;
