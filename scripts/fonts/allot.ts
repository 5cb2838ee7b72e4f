import { pointsOf } from './characters.ts';
import { type FaceSource, hanFaces, latinFaces, sharedMarks } from './faces.ts';
import type { Foundry } from './foundry.ts';

/** A face and the characters that it is to set, as rising code points, each of which it has. */
export interface Allotment {
	readonly face: FaceSource;
	readonly points: readonly number[];
}

export interface Allotted {
	readonly faces: readonly Allotment[];
	/** Characters that no face has. */
	readonly missing: ReadonlySet<number>;
}

/**
 * Gives the characters of a book to the faces: to the Latin ones whatever they have, the rest to the Han ones. Whether
 * a face gets a character depends on that character alone. Faces that would be empty are left out.
 */
export function allot(text: readonly number[], foundry: Foundry): Allotted {
	const latin = allotTo(latinFaces, [...text, ...compositions(text)], foundry);
	const covered = (point: number, faces: readonly Allotment[]) =>
		faces.some(({ face }) => foundry.look(face).has(point));
	const rest = text.filter((point) => !covered(point, latin));
	// In a run of Chinese the Han face also sets the marks that both scripts have.
	const marks = pointsOf(sharedMarks).filter((point) => text.includes(point));
	const han = rest.length === 0 ? [] : allotTo(hanFaces, [...rest, ...marks], foundry);
	return { faces: [...latin, ...han], missing: new Set(rest.filter((point) => !covered(point, han))) };
}

function allotTo(faces: readonly FaceSource[], text: readonly number[], foundry: Foundry): Allotment[] {
	const sorted = [...new Set(text)].sort((a, b) => a - b);
	return faces
		.map((face) => ({ face, points: sorted.filter((point) => foundry.look(face).has(point)) }))
		.filter(({ points }) => points.length > 0);
}

/**
 * Characters that a shaper makes of a letter and the marks after it where the face has them. They are cut wherever
 * letter and mark are, so that how a word is set does not depend on what stands elsewhere in the book.
 */
function compositions(text: readonly number[]): readonly number[] {
	const characters = text.map((point) => String.fromCodePoint(point));
	const marks = characters.filter((character) => /\p{Mark}/u.test(character));
	if (marks.length === 0) return [];
	const letters = characters.filter(
		(character) => /\p{Letter}/u.test(character) && !/\p{Script=Han}/u.test(character),
	);
	const once = compose(letters, marks);
	// A letter may carry two marks.
	return [...once, ...compose(once, marks)].flatMap(pointsOf);
}

function compose(letters: readonly string[], marks: readonly string[]): readonly string[] {
	return letters
		.flatMap((letter) => marks.map((mark) => (letter + mark).normalize('NFC')))
		.filter((composed) => pointsOf(composed).length === 1);
}
