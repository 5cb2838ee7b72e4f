import type { Operands } from '../../pdf/operands.ts';
import type { Box } from './boxes.ts';
import { type Affine, around, cornersOf, isUpright, moved, type Point, placed } from './geometry.ts';

/** Operators that add to a path (ISO 32000-1, 8.5.2). */
export type PathOperator = 're' | 'm' | 'l' | 'c' | 'v' | 'y' | 'h';

const pathOperators: ReadonlySet<string> = new Set<PathOperator>(['re', 'm', 'l', 'c', 'v', 'y', 'h']);

/** How far corners of a rectangle may be from upright, in pt. */
const exact = 0.01;

/** A path as it is made, in units of the page: its upright rectangles, and the box round all of it. */
export class Path {
	/** Upright ones that were drawn as such, which most paths are made of. */
	#boxes: Box[] = [];
	#points: Point[] = [];
	/** Where each part begins among the points, and whether it has a curve. */
	#parts: { readonly start: number; isStraight: boolean }[] = [];

	/** False where the operator is none of a path. */
	take(operator: string, operands: Operands, matrix: Affine): boolean {
		if (!pathOperators.has(operator)) return false;
		if (operator === 're') this.#rectangle(operands, matrix);
		else if (operator !== 'h') this.#segment(operator, operands, matrix);
		return true;
	}

	clear(): void {
		this.#boxes = [];
		this.#points = [];
		this.#parts = [];
	}

	/** The box round all points, those of curves that lie off the curve among them. */
	get bounds(): Box {
		const corners = this.#boxes.flatMap(([left, lower, right, upper]): Point[] => [
			[left, lower],
			[right, upper],
		]);
		return around([...corners, ...this.#points]);
	}

	get rectangles(): readonly Box[] {
		if (this.#parts.length === 0) return this.#boxes;
		const drawn = this.#parts.flatMap(({ start, isStraight }, index) => {
			const points = this.#points.slice(start, this.#parts[index + 1]?.start);
			return isStraight && isRectangle(points) ? [around(points)] : [];
		});
		return [...this.#boxes, ...drawn];
	}

	#rectangle(operands: Operands, matrix: Affine): void {
		const [x, y] = [operands.number(-4), operands.number(-3)];
		const box: Box = [x, y, x + operands.number(-2), y + operands.number(-1)];
		if (isUpright(matrix)) {
			this.#boxes.push(moved(box, matrix));
			return;
		}
		this.#parts.push({ start: this.#points.length, isStraight: true });
		this.#points.push(...cornersOf(box, matrix));
	}

	#segment(operator: string, operands: Operands, matrix: Affine): void {
		if (operator === 'm') this.#parts.push({ start: this.#points.length, isStraight: true });
		else if (operator !== 'l') {
			const part = this.#parts.at(-1);
			if (part) part.isStraight = false;
		}
		for (let at = 0; at + 1 < operands.count; at += 2)
			this.#points.push(placed(operands.number(at), operands.number(at + 1), matrix));
	}
}

/** Four corners, of which the first may come once more: each is beside the one before it or above or below it, in turn. */
function isRectangle(points: readonly Point[]): boolean {
	const [first, second, third, fourth, again] = points;
	if (!first || !second || !third || !fourth || points.length > 5) return false;
	if (again && !(isNear(again[0], first[0]) && isNear(again[1], first[1]))) return false;
	const axis = isNear(first[1], second[1]) ? 1 : 0;
	const other = 1 - axis;
	return (
		isNear(first[axis] as number, second[axis] as number) &&
		isNear(second[other] as number, third[other] as number) &&
		isNear(third[axis] as number, fourth[axis] as number) &&
		isNear(fourth[other] as number, first[other] as number)
	);
}

function isNear(a: number, b: number): boolean {
	return Math.abs(a - b) <= exact;
}
