/** What a hole waits for; the number counts within the part. */
export type HoleKind = 'object' | 'stream' | 'page' | 'annotation' | 'font';

const letters: Readonly<Record<HoleKind, string>> = {
	object: 'o',
	stream: 's',
	page: 'p',
	annotation: 'a',
	font: 'f',
};

const kinds: ReadonlyMap<string, HoleKind> = new Map(
	Object.entries(letters).map(([kind, letter]) => [letter, kind as HoleKind]),
);

/** A hole in a text of PDF syntax. No other `@` stands in such a text: names escape it and strings are in hex. */
export function hole(kind: HoleKind, which: number | string): string {
	return `@${letters[kind]}${which};`;
}

const pattern = /@([a-z])([^;]*);/g;

/** Fills the holes of a text. */
export function fillHoles(text: string, fill: (kind: HoleKind, which: string) => string): string {
	return text.replace(pattern, (_hole, letter: string, which: string) => fill(kindOf(letter), which));
}

/** The holes of a text, in order. */
export function holesOf(text: string): readonly (readonly [kind: HoleKind, which: string])[] {
	return [...text.matchAll(pattern)].map(([, letter = '', which = '']) => [kindOf(letter), which]);
}

function kindOf(letter: string): HoleKind {
	const kind = kinds.get(letter);
	if (!kind) throw new Error(`No hole is called ${letter}.`);
	return kind;
}
