import type { Run } from './content-runs.ts';

const artifact = '/Artifact BMC';

/**
 * Marks all that a page paints: what an element owns by its number, the rest as an artifact (ISO 14289-1, 7.1).
 * @param ownerOf number of the content that a run belongs to; undefined for an artifact
 */
export function markContent(
	content: Uint8Array,
	runs: readonly Run[],
	ownerOf: (run: Run, index: number) => number | undefined,
): Uint8Array {
	const before = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
	const pieces: Buffer[] = [];
	let at = 0;
	const put = (end: number, text = '', next = end) => {
		pieces.push(before.subarray(at, end), Buffer.from(text, 'latin1'));
		at = next;
	};
	for (const [index, run] of runs.entries()) {
		const owner = ownerOf(run, index);
		if (run.isMarked && owner === run.mcid && owner !== undefined) continue;
		const open = owner === undefined ? artifact : `/Span <</MCID ${owner}>> BDC`;
		if (run.isMarked) put(run.open[0], ` ${open}`, run.open[1]);
		else {
			put(run.open[0], ` ${open} `);
			put(run.close[1], ' EMC');
		}
	}
	if (pieces.length === 0) return content;
	put(before.length);
	return Buffer.concat(pieces);
}

/**
 * Takes the marks out of a content, where what draws it is marked as a whole; those that say what glyphs stand for stay
 * (ISO 32000-1, 14.9.4).
 */
export function withoutMarks(content: Uint8Array, runs: readonly Run[]): Uint8Array {
	const before = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
	const pieces: Buffer[] = [];
	let at = 0;
	for (const { isMarked, mcid, open, close } of runs) {
		if (!isMarked || (mcid === undefined && before.toString('latin1', ...open).includes('/ActualText')))
			continue;
		for (const [start, end] of [open, close]) {
			pieces.push(before.subarray(at, start));
			at = end;
		}
	}
	if (pieces.length === 0) return content;
	return Buffer.concat([...pieces, before.subarray(at)]);
}
