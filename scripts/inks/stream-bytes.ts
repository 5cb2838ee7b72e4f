import { deflateSync, inflateSync } from 'node:zlib';
import type { InkStream } from './ink-part.ts';
import { type Dictionary, withEntries, writeEntries } from './syntax.ts';

/** What a stream holds; nothing where it is packed in a way that the browser does not use for contents. */
export function unpack(bytes: Uint8Array, { entries }: Dictionary): Uint8Array | undefined {
	const filter = entries.get('Filter');
	if (filter === undefined) return bytes;
	if (filter !== '/FlateDecode' || entries.has('DecodeParms')) return undefined;
	try {
		return inflateSync(bytes);
	} catch {
		return undefined;
	}
}

/** A stream with these entries that holds these bytes. */
export function deflated(dictionary: Dictionary, bytes: Uint8Array): InkStream {
	const entries = withEntries(dictionary, { Filter: '/FlateDecode', DecodeParms: undefined });
	return { entries: writeEntries(entries), bytes: deflateSync(bytes) };
}
