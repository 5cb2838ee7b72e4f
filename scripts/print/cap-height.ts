/**
 * How high capitals are, in thousandths of an em (OpenType 1.9: sCapHeight of OS/2, unitsPerEm of head).
 * @returns undefined where the font does not say
 */
export function capHeightOf(font: Uint8Array): number | undefined {
	const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
	const [head, metrics] = [findTable(view, 'head'), findTable(view, 'OS/2')];
	if (head === undefined || metrics === undefined || view.getUint16(metrics) < firstVersion) return undefined;
	return Math.round((view.getInt16(metrics + capHeightPlace) * 1000) / view.getUint16(head + emPlace));
}

/** The first version of OS/2 that tells the height of capitals. */
const firstVersion = 2;

const capHeightPlace = 88;
const emPlace = 18;

const directoryHead = 12;
const directoryEntry = 16;

/** Where a table begins, in bytes. */
function findTable(view: DataView, tag: string): number | undefined {
	if (view.byteLength < directoryHead) return undefined;
	for (let index = 0; index < view.getUint16(4); index++) {
		const record = directoryHead + index * directoryEntry;
		const found = String.fromCharCode(...[0, 1, 2, 3].map((place) => view.getUint8(record + place)));
		if (found === tag) return view.getUint32(record + 8);
	}
	return undefined;
}
