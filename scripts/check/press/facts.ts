import { type PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { ContentReader } from '../../pdf/content-reader.ts';
import type { Operands } from '../../pdf/operands.ts';
import { type Field, FieldFinder, type Placement } from './fields.ts';
import { type Affine, affineOf, leastScale, multiply, unmoved } from './geometry.ts';
import { dictAt, entry } from './objects.ts';
import { readSpace, type Space } from './spaces.ts';

/** What a content stream paints with. */
export interface Facts {
	/** Colours that are set, each once. */
	readonly colors: readonly Color[];
	/** Spaces that are chosen, those of inline images among them. */
	readonly spaces: readonly Space[];
	/** Thickness of the thinnest stroke or bar, in units of the stream; infinite where there is none. */
	readonly thinnest: number;
	/** XObjects that are drawn, by name, with the least that a length is scaled by. */
	readonly drawn: ReadonlyMap<string, number>;
	/** Rectangles, inline images and shadings that it paints, in its own units. */
	readonly fields: readonly Field[];
	/** Where XObjects are drawn. */
	readonly placements: readonly Placement[];
}

export interface Color {
	readonly space: Space;
	readonly values: readonly number[];
}

interface State {
	readonly matrix: Affine;
	readonly width: number;
	readonly fill: Space;
	readonly stroke: Space;
}

const gray: Space = { family: 'DeviceGray' };
const rgb: Space = { family: 'DeviceRGB' };
const cmyk: Space = { family: 'DeviceCMYK' };

/** Operators that choose a space and a colour of it (8.6.8). */
const deviceSpaces: ReadonlyMap<string, Space> = new Map([
	['g', gray],
	['G', gray],
	['rg', rgb],
	['RG', rgb],
	['k', cmyk],
	['K', cmyk],
]);

/** Operators of text (9.3 and 9.4), which are most of all and change nothing that is asked for here. */
const ofText: ReadonlySet<string> = new Set([
	...['BT', 'ET', 'Tc', 'Tw', 'Tz', 'TL', 'Tf', 'Tr', 'Ts', 'Td', 'TD', 'Tm', 'T*', 'Tj', 'TJ', "'", '"'],
]);

/** What the others are about. */
const concerns = new Map([
	...['q', 'Q', 'cm', 'w', 'gs', 'Do'].map((operator) => [operator, 'state'] as const),
	...['re', 'S', 's', 'B', 'B*', 'b', 'b*', 'f', 'F', 'f*', 'n'].map(
		(operator) => [operator, 'path'] as const,
	),
	...['cs', 'CS', 'sc', 'scn', 'SC', 'SCN', 'BI'].map((operator) => [operator, 'color'] as const),
	...[...deviceSpaces.keys()].map((operator) => [operator, 'color'] as const),
]);

/** Reads streams as one (ISO 32000-1, 7.8.2): state goes on from one to the next. */
export function readFacts(streams: readonly Uint8Array[], resources: PDFDict | undefined): Facts {
	const painter = new Painter(resources);
	const finder = new FieldFinder(resources);
	for (const stream of streams) {
		const reader = new ContentReader(stream);
		while (reader.next()) {
			if (ofText.has(reader.operator)) continue;
			painter.take(reader.operator, reader.operands);
			finder.take(reader.operator, reader.operands);
		}
	}
	const { colors, spaces, thinnest, drawn } = painter;
	return { colors, spaces, thinnest, drawn, fields: finder.fields, placements: finder.placements };
}

class Painter {
	readonly #resources: PDFDict | undefined;
	readonly #colors: Color[] = [];
	readonly #known = new Map<Space, Set<number>>();
	readonly #spaces = new Map<string, Space>();
	readonly drawn = new Map<string, number>();
	thinnest = Number.POSITIVE_INFINITY;
	#state: State = { matrix: unmoved, width: 1, fill: gray, stroke: gray };
	readonly #stack: State[] = [];
	/** Of the path that is being made: thickness of its thinnest bar. */
	#bar = Number.POSITIVE_INFINITY;

	constructor(resources: PDFDict | undefined) {
		this.#resources = resources;
	}

	get colors(): readonly Color[] {
		return this.#colors;
	}

	get spaces(): readonly Space[] {
		return [...this.#spaces.values()];
	}

	take(operator: string, operands: Operands): void {
		const concern = concerns.get(operator);
		if (concern === 'state') this.#takeState(operator, operands);
		else if (concern === 'path') this.#takePath(operator, operands);
		else if (concern === 'color') this.#takeColor(operator, operands);
	}

	#takeState(operator: string, operands: Operands): void {
		switch (operator) {
			case 'q':
				this.#stack.push(this.#state);
				return;
			case 'Q':
				this.#state = this.#stack.pop() ?? this.#state;
				return;
			case 'cm':
				this.#state = { ...this.#state, matrix: multiply(affineOf(operands.numbers()), this.#state.matrix) };
				return;
			case 'w':
				this.#state = { ...this.#state, width: operands.number(-1) };
				return;
			case 'gs':
				this.#takeGraphicsState(operands.name(-1) ?? '');
				return;
			case 'Do': {
				const name = operands.name(-1) ?? '';
				const known = this.drawn.get(name) ?? Number.POSITIVE_INFINITY;
				this.drawn.set(name, Math.min(known, leastScale(this.#state.matrix)));
				return;
			}
		}
	}

	#takePath(operator: string, operands: Operands): void {
		switch (operator) {
			case 're': {
				this.#takeBar(Math.abs(operands.number(-2)), Math.abs(operands.number(-1)));
				return;
			}
			case 'S':
			case 's':
			case 'B':
			case 'B*':
			case 'b':
			case 'b*':
				this.#thin(this.#state.width * leastScale(this.#state.matrix));
				this.#bar = Number.POSITIVE_INFINITY;
				return;
			case 'f':
			case 'F':
			case 'f*':
				this.#thin(this.#bar);
				this.#bar = Number.POSITIVE_INFINITY;
				return;
			case 'n':
				this.#bar = Number.POSITIVE_INFINITY;
				return;
		}
	}

	#takeColor(operator: string, operands: Operands): void {
		const space = deviceSpaces.get(operator);
		if (space) this.#setDevice(operator, space, operands);
		else if (operator === 'cs' || operator === 'CS') this.#choose(operator, operands.name(-1) ?? '');
		else if (operator === 'sc' || operator === 'scn') this.#note(this.#state.fill, operands);
		else if (operator === 'SC' || operator === 'SCN') this.#note(this.#state.stroke, operands);
		else if (operator === 'BI') this.#takeInlineImage(operands);
	}

	#setDevice(operator: string, space: Space, operands: Operands): void {
		this.#use(operator, space);
		this.#color(space, operands, operands.count);
	}

	#choose(operator: string, name: string): void {
		const space = readSpace(PDFName.of(name), this.#resources) ?? { family: name };
		this.#spaces.set(name, space);
		this.#use(operator, space);
	}

	/** Operators of strokes are in capitals. */
	#use(operator: string, space: Space): void {
		const side = operator < 'a' ? 'stroke' : 'fill';
		if (this.#state[side] !== space) this.#state = { ...this.#state, [side]: space };
	}

	#note(space: Space, operands: Operands): void {
		this.#color(space, operands, operands.name(-1) === undefined ? operands.count : operands.count - 1);
	}

	#color(space: Space, operands: Operands, count: number): void {
		const known = this.#known.get(space) ?? new Set();
		this.#known.set(space, known);
		// Colours are known again by a number: there are few of them, and most are set a thousand times.
		let code = 1;
		for (let index = 0; index < count; index++) code = code * 1009 + operands.number(index);
		if (known.has(code)) return;
		known.add(code);
		this.#colors.push({ space, values: Array.from({ length: count }, (_, index) => operands.number(index)) });
	}

	#takeInlineImage(entries: Operands): void {
		for (let key = 0; key < entries.count; key += 2) {
			if (entries.name(key) !== 'CS' && entries.name(key) !== 'ColorSpace') continue;
			// An indexed one is written as an array, and its base comes behind its name.
			const name = entries.name(key + 1) ?? entries.inside(key + 1).name(1) ?? '';
			const space = readSpace(PDFName.of(name), this.#resources);
			if (space) this.#spaces.set(`inline ${name}`, space);
		}
	}

	#takeGraphicsState(name: string): void {
		const width = entry(dictAt(dictAt(this.#resources, 'ExtGState'), name), 'LW');
		if (width instanceof PDFNumber) this.#state = { ...this.#state, width: width.asNumber() };
	}

	/** A rectangle that is filled is a bar; one without width or height is left to the stroke round it. */
	#takeBar(width: number, height: number): void {
		const [a, b, c, d] = this.#state.matrix;
		const sides = [width * Math.hypot(a, b), height * Math.hypot(c, d)];
		const thickness = Math.min(...sides);
		if (thickness > 0) this.#bar = Math.min(this.#bar, thickness);
	}

	#thin(thickness: number): void {
		if (thickness < this.thinnest) this.thinnest = thickness;
	}
}
