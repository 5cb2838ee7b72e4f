import { fillHoles, type HoleKind } from './holes.ts';
import type { Part } from './part.ts';
import type { PdfWriter } from './pdf-writer.ts';
import { layersOf, type Sheet } from './sheet.ts';

/** The numbers that a part gets in the file. */
export interface Numbers {
	/** Of its objects and of its streams, by index. */
	readonly objects: readonly number[];
	readonly streams: readonly number[];
	/** Of its first annotation; the others follow. */
	readonly annotations: number;
	/** Indices of what is not the same as something that an earlier part brought. */
	readonly own: { readonly objects: readonly number[]; readonly streams: readonly number[] };
}

/**
 * Gives all that a book is made of its number in the file, in the order of the pages, and fills the holes of the parts
 * with those numbers.
 */
export class Numbering {
	/** Of the first page; the others follow. */
	readonly pages: number;
	/** All parts, in the order in which pages need them, and those that hold text. */
	readonly parts: readonly Part[];
	readonly textParts: readonly Part[];
	readonly #writer: PdfWriter;
	readonly #numbers = new Map<Part, Numbers>();
	readonly #sheets = new Map<Part, Map<number, number>>();
	readonly #fonts = new Map<string, number>();
	readonly #shared = new Map<string, number>();

	constructor(writer: PdfWriter, sheets: readonly Sheet[]) {
		this.#writer = writer;
		this.pages = writer.reserve(sheets.length);
		sheets.forEach(({ text }, index) => {
			if (text) this.#sheetsOf(text.part).set(text.page, index);
		});
		this.textParts = [...this.#sheets.keys()];
		this.parts = [...new Set(sheets.flatMap((sheet) => layersOf(sheet).map(({ part }) => part)))];
		for (const part of this.parts) this.#numbers.set(part, this.#place(part));
	}

	of(part: Part): Numbers {
		const numbers = this.#numbers.get(part);
		if (!numbers) throw new Error('A part has no place in the file.');
		return numbers;
	}

	/** Index in the book of a page of a part that holds text. */
	sheetOf(part: Part, page: number): number | undefined {
		return this.#sheets.get(part)?.get(page);
	}

	/** The font object of a face. */
	font(postScriptName: string): number {
		const known = this.#fonts.get(postScriptName);
		if (known !== undefined) return known;
		const number = this.#writer.reserve();
		this.#fonts.set(postScriptName, number);
		return number;
	}

	fill(part: Part, text: string): string {
		return fillHoles(text, (kind, which) => this.#resolve(part, kind, which));
	}

	#resolve(part: Part, kind: HoleKind, which: string): string {
		const numbers = this.of(part);
		const index = Number(which);
		switch (kind) {
			case 'object':
				return referTo(numbers.objects[index]);
			case 'stream':
				return referTo(numbers.streams[index]);
			case 'annotation':
				return referTo(numbers.annotations + index);
			case 'font':
				return referTo(this.font(which));
			case 'page': {
				const sheet = this.sheetOf(part, index);
				return referTo(sheet === undefined ? undefined : this.pages + sheet);
			}
		}
	}

	#sheetsOf(part: Part): Map<number, number> {
		const known = this.#sheets.get(part) ?? new Map<number, number>();
		this.#sheets.set(part, known);
		return known;
	}

	#place(part: Part): Numbers {
		const objects = this.#number(part.objects.length, part.shared.objects);
		const streams = this.#number(part.streams.length, part.shared.streams);
		return {
			objects: objects.numbers,
			streams: streams.numbers,
			annotations: this.#writer.reserve(part.annotations.length),
			own: { objects: objects.own, streams: streams.own },
		};
	}

	/** New numbers, but for what was there before under the same key. */
	#number(count: number, keys: Readonly<Record<number, string>>) {
		const numbers: number[] = [];
		const own: number[] = [];
		for (let index = 0; index < count; index++) {
			const key = keys[index];
			const known = key === undefined ? undefined : this.#shared.get(key);
			const number = known ?? this.#writer.reserve();
			if (key !== undefined) this.#shared.set(key, number);
			if (known === undefined) own.push(index);
			numbers.push(number);
		}
		return { numbers, own };
	}
}

/** What is not there is null (ISO 32000-1, 7.3.10). */
export function referTo(number: number | undefined): string {
	return number === undefined ? 'null' : `${number} 0 R`;
}
