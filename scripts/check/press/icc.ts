/** What the head of an ICC profile says (ICC.1:2022, 7.2). */
export interface IccHead {
	/** Major version. */
	readonly version: number;
	/** Four characters: `prtr` is an output device, `mntr` a display. */
	readonly kind: string;
	/** Four characters: `GRAY`, `RGB `, `CMYK`. */
	readonly space: string;
}

const headLength = 128;
const tagLength = 12;

/** The head of a profile whose tags all lie inside it, or what is wrong with it, as a clause. */
export function readIcc(bytes: Uint8Array): IccHead | string {
	const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (view.length < headLength + 4 || view.toString('latin1', 36, 40) !== 'acsp') return 'is no ICC profile';
	if (view.readUInt32BE(0) !== view.length)
		return `says that it has ${view.readUInt32BE(0)} bytes, and has ${view.length}`;
	const count = view.readUInt32BE(headLength);
	const first = headLength + 4;
	if (count === 0 || first + count * tagLength > view.length) return 'has no tags';
	for (let at = first; at < first + count * tagLength; at += tagLength) {
		if (view.readUInt32BE(at + 4) + view.readUInt32BE(at + 8) > view.length)
			return `lacks its tag ${view.toString('latin1', at, at + 4)}`;
	}
	return {
		version: view[8] ?? 0,
		kind: view.toString('latin1', 12, 16),
		space: view.toString('latin1', 16, 20),
	};
}
