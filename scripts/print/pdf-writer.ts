import { promisify } from 'node:util';
import { deflate } from 'node:zlib';

/** Objects in one object stream: enough to compress well, few enough to be read alone. */
const streamSize = 200;

const compress = promisify(deflate);

interface Trailer {
	/** Number of the catalogue and of the information dictionary. */
	readonly root: number;
	readonly info: number;
	/** The two halves of the file's identifier, in PDF syntax. */
	readonly id: string;
}

/**
 * Writes a PDF file with object streams and a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8). Numbers are
 * handed out first, so that objects can speak of each other in any order.
 */
export class PdfWriter {
	readonly #version: string;
	#last = 0;
	readonly #objects: (readonly [number: number, text: string])[] = [];
	readonly #streams: (readonly [number: number, entries: string, bytes: Uint8Array])[] = [];

	/** @param version of the format: object streams came with 1.5 */
	constructor(version: '1.6' | '1.7' = '1.7') {
		this.#version = version;
	}

	/** The first of `count` new numbers in a row. */
	reserve(count = 1): number {
		const first = this.#last + 1;
		this.#last += count;
		return first;
	}

	object(number: number, text: string): void {
		this.#objects.push([number, text]);
	}

	stream(number: number, entries: string, bytes: Uint8Array): void {
		this.#streams.push([number, entries, bytes]);
	}

	/** Adds an object under a new number. */
	add(text: string): number {
		const number = this.reserve();
		this.object(number, text);
		return number;
	}

	async finish({ root, info, id }: Trailer): Promise<Uint8Array> {
		// Whatever was waited for first, the file is the same.
		this.#objects.sort(byNumber);
		this.#streams.sort(byNumber);
		const packed = await this.#pack();
		const size = this.#last + 2;
		const places = new Places(size);
		// The binary comment tells programs that move files that this is no text (7.5.2).
		const chunks: Uint8Array[] = [
			Buffer.from(`%PDF-${this.#version}\n%\u00e2\u00e3\u00cf\u00d3\n`, 'latin1'),
		];
		let offset = chunks[0]?.length ?? 0;
		const put = (bytes: Uint8Array) => {
			chunks.push(bytes);
			offset += bytes.length;
		};
		const putStream = (number: number, entries: string, bytes: Uint8Array) => {
			places.at(number, offset);
			put(Buffer.from(`${number} 0 obj\n<<${entries} /Length ${bytes.length}>>\nstream\n`, 'latin1'));
			put(bytes);
			put(endOfStream);
		};
		for (const [number, entries, bytes] of this.#streams) putStream(number, entries, bytes);
		for (const { number, numbers, entries, bytes } of packed) {
			numbers.forEach((inside, index) => void places.inside(inside, number, index));
			putStream(number, entries, bytes);
		}
		const start = offset;
		const reference = this.#last + 1;
		places.at(reference, start);
		const entries = `/Type /XRef /Size ${size} /W [1 4 2] /Root ${root} 0 R /Info ${info} 0 R /ID ${id} /Filter /FlateDecode`;
		putStream(reference, entries, await compress(places.bytes));
		put(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'));
		return Buffer.concat(chunks);
	}

	/** Objects that are no streams, in object streams. */
	async #pack() {
		const groups: (readonly (readonly [number: number, text: string])[])[] = [];
		for (let start = 0; start < this.#objects.length; start += streamSize) {
			groups.push(this.#objects.slice(start, start + streamSize));
		}
		return await Promise.all(
			groups.map(async (group) => {
				const number = this.reserve();
				let head = '';
				let body = '';
				for (const [inside, text] of group) {
					head += `${inside} ${body.length} `;
					body += `${text}\n`;
				}
				const bytes = await compress(Buffer.from(head + body, 'latin1'), { level: 6 });
				const entries = `/Type /ObjStm /N ${group.length} /First ${head.length} /Filter /FlateDecode`;
				return { number, numbers: group.map(([inside]) => inside), entries, bytes };
			}),
		);
	}
}

function byNumber([a]: readonly [number, ...unknown[]], [b]: readonly [number, ...unknown[]]): number {
	return a - b;
}

const endOfStream = Buffer.from('\nendstream\nendobj\n', 'latin1');

/** The cross-reference table: a kind (1 byte), an offset or the number of an object stream (4), an index (2). */
class Places {
	readonly bytes: Uint8Array;
	readonly #view: DataView;

	constructor(size: number) {
		this.bytes = new Uint8Array(size * 7);
		this.#view = new DataView(this.bytes.buffer);
		// Object 0 heads the list of free ones.
		this.#view.setUint16(5, 0xffff);
	}

	at(number: number, offset: number): void {
		this.bytes[number * 7] = 1;
		this.#view.setUint32(number * 7 + 1, offset);
	}

	inside(number: number, stream: number, index: number): void {
		this.bytes[number * 7] = 2;
		this.#view.setUint32(number * 7 + 1, stream);
		this.#view.setUint16(number * 7 + 5, index);
	}
}
