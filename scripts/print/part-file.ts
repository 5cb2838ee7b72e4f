import type { Part, PartStream, Pattern } from './part.ts';

/**
 * A part as bytes: the length of a head (4 bytes, big endian), the head as JSON, then the bytes of its streams one
 * after another. In the head a length stands for each of them.
 */
export function encodePart(part: Part): Uint8Array {
	const blobs: Uint8Array[] = [];
	const put = (bytes: Uint8Array) => {
		blobs.push(bytes);
		return bytes.length;
	};
	const head = {
		...part,
		streams: part.streams.map(({ entries, bytes }) => ({ entries, bytes: put(bytes) })),
		pages: part.pages.map((page) => ({
			...page,
			patterns: mapValues(page.patterns, ({ bytes, ...pattern }) =>
				bytes ? { ...pattern, bytes: put(bytes) } : pattern,
			),
		})),
	};
	const text = Buffer.from(JSON.stringify(head));
	const length = Buffer.alloc(4);
	length.writeUInt32BE(text.length);
	return Buffer.concat([length, text, ...blobs]);
}

/** The part, or nothing where the bytes are no part. */
export function decodePart(bytes: Uint8Array): Part | undefined {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	try {
		const start = 4 + buffer.readUInt32BE(0);
		const head = JSON.parse(buffer.toString('utf8', 4, start)) as Head;
		let at = start;
		const take = (length: number) => {
			if (at + length > buffer.length) throw new Error('The bytes end too early.');
			at += length;
			return buffer.subarray(at - length, at);
		};
		const streams: PartStream[] = head.streams.map((stream) => ({ ...stream, bytes: take(stream.bytes) }));
		const pages = head.pages.map((page) => ({
			...page,
			patterns: mapValues(
				page.patterns,
				({ bytes: length, ...pattern }): Pattern =>
					length === undefined ? pattern : { ...pattern, bytes: take(length) },
			),
		}));
		return at === buffer.length ? { ...head, streams, pages } : undefined;
	} catch {
		return undefined;
	}
}

type Packed<T> = Omit<T, 'bytes'> & { readonly bytes: number };

interface Head extends Omit<Part, 'streams' | 'pages'> {
	readonly streams: readonly Packed<PartStream>[];
	readonly pages: readonly (Omit<Part['pages'][number], 'patterns'> & {
		readonly patterns: Readonly<Record<string, Omit<Pattern, 'bytes'> & { readonly bytes?: number }>>;
	})[];
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, map: (value: A) => B): Record<string, B> {
	return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
