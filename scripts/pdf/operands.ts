import { stringsIn } from './strings.ts';
import { eachInside, isGroup, numberIn } from './tokens.ts';

const slash = 0x2f;

/**
 * Operands by their places in the bytes; each is read when it is asked for. An index counts from the last where it is
 * negative.
 */
export class Operands {
	readonly bytes: Buffer;
	readonly #from: number[] = [];
	readonly #to: number[] = [];
	#count = 0;

	constructor(bytes: Buffer) {
		this.bytes = bytes;
	}

	get count(): number {
		return this.#count;
	}

	push(from: number, to: number): void {
		this.#from[this.#count] = from;
		this.#to[this.#count] = to;
		this.#count++;
	}

	clear(): void {
		this.#count = 0;
	}

	/** As it stands in the stream; empty where it is missing. */
	text(index: number): string {
		const at = this.#at(index);
		return at < 0 ? '' : this.bytes.toString('latin1', this.#from[at] as number, this.#to[at] as number);
	}

	/** 0 for what is no number. */
	number(index: number): number {
		const at = this.#at(index);
		return at < 0 ? 0 : numberIn(this.bytes, this.#from[at] as number, this.#to[at] as number);
	}

	/** The last `count` as numbers. */
	numbers(count = this.#count): readonly number[] {
		return Array.from({ length: count }, (_, index) => this.number(index - count));
	}

	/** A name (7.3.5) without its slash; undefined for what is none. */
	name(index: number): string | undefined {
		const at = this.#at(index);
		if (at < 0 || this.bytes[this.#from[at] as number] !== slash) return undefined;
		const text = this.text(index).slice(1);
		if (!text.includes('#')) return text;
		return text.replace(/#([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
	}

	/** What stands inside an array, or inside a dictionary with its keys; nothing inside of anything else. */
	inside(index: number): Operands {
		const inner = new Operands(this.bytes);
		const at = this.#at(index);
		const from = this.#from[at] as number;
		if (at >= 0 && isGroup(this.bytes, from))
			eachInside(this.bytes, [from, this.#to[at] as number], (start, end) => inner.push(start, end));
		return inner;
	}

	/** Bytes of a string (7.3.4), or of all strings of an array: what an operator shows (9.4.3). */
	shown(index: number): readonly number[] {
		const at = this.#at(index);
		if (at < 0) return [];
		return stringsIn(this.bytes, this.#from[at] as number, this.#to[at] as number);
	}

	#at(index: number): number {
		const at = index < 0 ? this.#count + index : index;
		return at < this.#count ? at : -1;
	}
}
