import { type PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { dictAt, entry } from './objects.ts';
import { type Operands, scan } from './scan.ts';
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
}

export interface Color {
	readonly space: Space;
	readonly values: readonly number[];
}

type Matrix = readonly [a: number, b: number, c: number, d: number];

interface State {
	readonly matrix: Matrix;
	readonly width: number;
	readonly fill: Space;
	readonly stroke: Space;
}

const gray: Space = { family: 'DeviceGray' };
/** Operators that choose a space and a colour of it, in lower case. */
const deviceSpaces: Readonly<Record<string, Space>> = {
	g: gray,
	rg: { family: 'DeviceRGB' },
	k: { family: 'DeviceCMYK' },
};

/** Reads streams as one (ISO 32000-1, 7.8.2): state goes on from one to the next. */
export function readFacts(streams: readonly Uint8Array[], resources: PDFDict | undefined): Facts {
	const painter = new Painter(resources);
	for (const stream of streams) scan(stream, (operator, operands) => painter.take(operator, operands));
	return painter;
}

class Painter implements Facts {
	readonly #resources: PDFDict | undefined;
	readonly #colors = new Map<string, Color>();
	readonly #spaces = new Map<string, Space>();
	readonly drawn = new Map<string, number>();
	thinnest = Number.POSITIVE_INFINITY;
	#state: State = { matrix: [1, 0, 0, 1], width: 1, fill: gray, stroke: gray };
	readonly #stack: State[] = [];
	/** Of the path that is being made: thickness of its thinnest bar. */
	#bar = Number.POSITIVE_INFINITY;

	constructor(resources: PDFDict | undefined) {
		this.#resources = resources;
	}

	get colors(): readonly Color[] {
		return [...this.#colors.values()];
	}

	get spaces(): readonly Space[] {
		return [...this.#spaces.values()];
	}

	take(operator: string, operands: Operands): void {
		if (!this.#takeState(operator, operands) && !this.#takePath(operator, operands))
			this.#takeColor(operator, operands);
	}

	#takeState(operator: string, operands: Operands): boolean {
		switch (operator) {
			case 'q':
				this.#stack.push(this.#state);
				return true;
			case 'Q':
				this.#state = this.#stack.pop() ?? this.#state;
				return true;
			case 'cm':
				this.#state = { ...this.#state, matrix: multiply(matrixOf(operands), this.#state.matrix) };
				return true;
			case 'w':
				this.#state = { ...this.#state, width: operands.number(-1) };
				return true;
			case 'gs':
				this.#takeGraphicsState(operands.name(-1) ?? '');
				return true;
			case 'Do': {
				const name = operands.name(-1) ?? '';
				const known = this.drawn.get(name) ?? Number.POSITIVE_INFINITY;
				this.drawn.set(name, Math.min(known, leastScale(this.#state.matrix)));
				return true;
			}
			default:
				return false;
		}
	}

	#takePath(operator: string, operands: Operands): boolean {
		switch (operator) {
			case 're': {
				const [width = 0, height = 0] = operands.numbers(2);
				this.#takeBar(Math.abs(width), Math.abs(height));
				return true;
			}
			case 'S':
			case 's':
			case 'B':
			case 'B*':
			case 'b':
			case 'b*':
				this.#thin(this.#state.width * leastScale(this.#state.matrix));
				this.#bar = Number.POSITIVE_INFINITY;
				return true;
			case 'f':
			case 'F':
			case 'f*':
				this.#thin(this.#bar);
				this.#bar = Number.POSITIVE_INFINITY;
				return true;
			case 'n':
				this.#bar = Number.POSITIVE_INFINITY;
				return true;
			default:
				return false;
		}
	}

	#takeColor(operator: string, operands: Operands): void {
		const space = deviceSpaces[operator.toLowerCase()];
		if (space) this.#setDevice(operator, space, operands);
		else if (operator === 'cs' || operator === 'CS') this.#choose(operator, operands.name(-1) ?? '');
		else if (operator === 'sc' || operator === 'scn') this.#note(this.#state.fill, operands);
		else if (operator === 'SC' || operator === 'SCN') this.#note(this.#state.stroke, operands);
		else if (operator === 'ID') this.#takeInlineImage(operands);
	}

	#setDevice(operator: string, space: Space, operands: Operands): void {
		this.#use(operator, space);
		this.#color(space, operands.numbers());
	}

	#choose(operator: string, name: string): void {
		const space = readSpace(PDFName.of(name), this.#resources) ?? { family: name };
		this.#spaces.set(name, space);
		this.#use(operator, space);
	}

	/** Operators of strokes are in capitals. */
	#use(operator: string, space: Space): void {
		const isStroke = operator === operator.toUpperCase();
		this.#state = { ...this.#state, [isStroke ? 'stroke' : 'fill']: space };
	}

	#note(space: Space, operands: Operands): void {
		const count = operands.name(-1) === undefined ? operands.count : operands.count - 1;
		const values = operands.numbers().slice(0, count);
		this.#color(space, values);
	}

	#color(space: Space, values: readonly number[]): void {
		const key = [space.family, ...(space.inks ?? []), ...values].join(' ');
		if (!this.#colors.has(key)) this.#colors.set(key, { space, values });
	}

	#takeInlineImage(operands: Operands): void {
		for (let index = 0; index < operands.count - 1; index++) {
			const key = operands.name(index);
			const name = operands.name(index + 1) ?? '';
			if (key !== 'CS' && key !== 'ColorSpace') continue;
			const space = readSpace(PDFName.of(name), this.#resources);
			// An indexed one is written as an array, and its base comes behind its name.
			const base =
				space?.family === 'Indexed' ? readSpace(PDFName.of(operands.name(index + 2) ?? '')) : undefined;
			if (space) this.#spaces.set(`inline ${name}`, base ?? space);
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

function matrixOf(operands: Operands): Matrix {
	const [a = 1, b = 0, c = 0, d = 1] = operands.numbers(6);
	return [a, b, c, d];
}

/** What `first` does to a length, and then `second`. */
function multiply([a, b, c, d]: Matrix, [e, f, g, h]: Matrix): Matrix {
	return [a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h];
}

/** The least that a matrix scales a length by: its smaller singular value. */
export function leastScale([a, b, c, d]: Matrix): number {
	const sum = (a * a + b * b + c * c + d * d) / 2;
	const product = a * d - b * c;
	return Math.sqrt(Math.max(0, sum - Math.sqrt(Math.max(0, sum * sum - product * product))));
}
