import { type PDFDict, PDFNumber } from '@cantoo/pdf-lib';
import type { Operands } from '../../pdf/operands.ts';
import type { Box } from './boxes.ts';
import {
	type Affine,
	affineOf,
	common,
	everywhere,
	hasRoom,
	isUpright,
	moved,
	multiply,
	unmoved,
} from './geometry.ts';
import { dictAt, entry } from './objects.ts';
import { Path } from './paths.ts';

/** An upright rectangle that a content fills, as far as its clip shows it. */
export interface Field {
	/** Begins a sentence. */
	readonly what: 'A field' | 'A gradient' | 'An image';
	readonly box: Box;
}

/** Where a content draws an XObject (ISO 32000-1, 8.8). */
export interface Placement {
	readonly name: string;
	readonly matrix: Affine;
	readonly clip: Box;
}

/** What paints: `nothing` where it shows paper or is wholly transparent. */
type Paint = Field['what'] | 'nothing';

interface State {
	readonly matrix: Affine;
	/** Box round what is not cut off. */
	readonly clip: Box;
	readonly fill: Paint;
	readonly isHidden: boolean;
}

const unit: Box = [0, 0, 1, 1];

/** Finds what content fills, in its own units. Paths that are no upright rectangles are passed over, but cut as boxes. */
export class FieldFinder {
	readonly fields: Field[] = [];
	readonly placements: Placement[] = [];
	readonly #resources: PDFDict | undefined;
	readonly #path = new Path();
	readonly #stack: State[] = [];
	#state: State = { matrix: unmoved, clip: everywhere, fill: 'A field', isHidden: false };
	#cuts = false;

	constructor(resources: PDFDict | undefined) {
		this.#resources = resources;
	}

	take(operator: string, operands: Operands): void {
		if (this.#path.take(operator, operands, this.#state.matrix)) return;
		switch (operator) {
			case 'q':
				this.#stack.push(this.#state);
				return;
			case 'Q':
				this.#state = this.#stack.pop() ?? this.#state;
				return;
			case 'cm':
				this.#set({ matrix: multiply(affineOf(operands.numbers()), this.#state.matrix) });
				return;
			case 'gs':
				this.#takeGraphicsState(operands.name(-1) ?? '');
				return;
			case 'g':
			case 'rg':
				this.#set({ fill: isAll(operands, 1) ? 'nothing' : 'A field' });
				return;
			case 'k':
				this.#set({ fill: isAll(operands, 0) ? 'nothing' : 'A field' });
				return;
			case 'cs':
				this.#set({ fill: 'A field' });
				return;
			case 'sc':
			case 'scn':
				this.#set({ fill: operands.name(-1) === undefined ? 'A field' : 'A gradient' });
				return;
			case 'W':
			case 'W*':
				this.#cuts = true;
				return;
			case 'f':
			case 'F':
			case 'f*':
			case 'B':
			case 'B*':
			case 'b':
			case 'b*':
				this.#fill();
				this.#endPath();
				return;
			case 'S':
			case 's':
			case 'n':
				this.#endPath();
				return;
			case 'sh':
				this.#add('A gradient', everywhere);
				return;
			case 'BI':
				if (isUpright(this.#state.matrix)) this.#add('An image', moved(unit, this.#state.matrix));
				return;
			case 'Do':
				this.#place(operands.name(-1) ?? '');
				return;
		}
	}

	#set(changes: Partial<State>): void {
		this.#state = { ...this.#state, ...changes };
	}

	#takeGraphicsState(name: string): void {
		const alpha = entry(dictAt(dictAt(this.#resources, 'ExtGState'), name), 'ca');
		if (alpha instanceof PDFNumber) this.#set({ isHidden: alpha.asNumber() === 0 });
	}

	#fill(): void {
		const { fill } = this.#state;
		if (fill !== 'nothing') for (const box of this.#path.rectangles) this.#add(fill, box);
	}

	#endPath(): void {
		if (this.#cuts) this.#set({ clip: common(this.#state.clip, this.#path.bounds) });
		this.#cuts = false;
		this.#path.clear();
	}

	#add(what: Field['what'], whole: Box): void {
		const box = common(whole, this.#state.clip);
		if (!this.#state.isHidden && hasRoom(box)) this.fields.push({ what, box });
	}

	#place(name: string): void {
		const { matrix, clip, isHidden } = this.#state;
		if (!isHidden && hasRoom(clip)) this.placements.push({ name, matrix, clip });
	}
}

function isAll(operands: Operands, value: number): boolean {
	return operands.numbers().every((one) => one === value);
}
