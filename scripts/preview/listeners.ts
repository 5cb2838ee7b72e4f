import type { Message } from './page/messages.d.ts';

/** The pages in browsers that hear of each build, by server-sent events (HTML, 9.2). */
export interface Listeners {
	/** A stream that begins with a message of its own. */
	readonly open: (first: Message) => ReadableStream<Uint8Array>;
	readonly tell: (message: Message) => void;
	readonly close: () => void;
	readonly count: () => number;
}

/** What a sleeping tab may leave unread, in bytes; then it is sent away, comes back, and gets everything anew. */
const longestQueue = 32 * 1024 * 1024;

export function createListeners(): Listeners {
	const streams = new Set<ReadableStreamDefaultController<Uint8Array>>();
	const end = (stream: ReadableStreamDefaultController<Uint8Array>) => {
		if (streams.delete(stream)) stream.close();
	};
	return {
		open: (first) => {
			let own: ReadableStreamDefaultController<Uint8Array> | undefined;
			return new ReadableStream<Uint8Array>(
				{
					start(stream) {
						own = stream;
						streams.add(stream);
						stream.enqueue(encode(first));
					},
					cancel() {
						if (own) streams.delete(own);
					},
				},
				new ByteLengthQueuingStrategy({ highWaterMark: longestQueue }),
			);
		},
		tell: (message) => {
			if (streams.size === 0) return;
			const bytes = encode(message);
			for (const stream of streams) {
				if ((stream.desiredSize ?? 0) <= 0) end(stream);
				else stream.enqueue(bytes);
			}
		},
		close: () => {
			for (const stream of streams) end(stream);
		},
		count: () => streams.size,
	};
}

/** JSON has no line end of its own, so a message is one line of data. */
function encode(message: Message): Uint8Array {
	return Buffer.from(`retry: 500\ndata: ${JSON.stringify(message)}\n\n`);
}
