import { type Operator, readOperators } from '../../pdf/operators.ts';

/** What a stretch of a content stream paints. */
export type Paint = 'text' | 'path' | 'image';

/** Places in the bytes of a content stream. */
export type Span = readonly [start: number, end: number];

/** A face and what is shown of it. */
export type Glyphs = readonly [face: string, hex: string];

/** Marked content on its outermost level (ISO 32000-1, 14.6), or one text or thing painted outside of any. */
export interface Run {
	readonly isMarked: boolean;
	/** Its number, where it has one. */
	readonly mcid?: number;
	/** All kinds of things that it paints. */
	readonly paints: ReadonlySet<Paint>;
	/** Names of the XObjects that it draws. */
	readonly draws: readonly string[];
	/** Faces, by their names in the resources, and glyphs in hex, of text outside of marked content. */
	readonly glyphs?: readonly Glyphs[];
	/** The operators that begin and end it, with their operands; both are empty where nothing marks it. */
	readonly open: Span;
	readonly close: Span;
}

/** Cuts a content stream into the runs that a structure tree can own. */
export function findRuns(content: Uint8Array): readonly Run[] {
	const finder = new Finder(content);
	readOperators(content, (operator) => finder.see(operator));
	return finder.runs;
}

type Step = (finder: Finder, operator: Operator) => void;

const paintText: Step = (finder, operator) => finder.paintText(operator);
const paintPath: Step = (finder, operator) => finder.paintPath(operator);
const beginPath: Step = (finder, { start }) => finder.beginPath(start);
const open: Step = (finder, operator) => finder.open(operator);

/** By operator (annex A); all others neither mark nor paint. */
const steps: Readonly<Record<string, Step>> = {
	BDC: open,
	BMC: open,
	EMC: (finder, operator) => finder.close(operator),
	BT: (finder) => finder.beginText(),
	Tf: (finder, operator) => finder.setFace(operator),
	Tj: paintText,
	TJ: paintText,
	"'": paintText,
	'"': paintText,
	m: beginPath,
	re: beginPath,
	// A path that only cuts what follows paints nothing.
	n: (finder) => finder.dropPath(),
	S: paintPath,
	s: paintPath,
	f: paintPath,
	F: paintPath,
	'f*': paintPath,
	B: paintPath,
	'B*': paintPath,
	b: paintPath,
	'b*': paintPath,
	sh: paintPath,
	EI: (finder, { start, end }) => finder.paint('image', [start, end]),
	Do: (finder, operator) => finder.paintObject(operator),
};

const numberForm = /\/MCID\s+(\d+)/;
const nameForm = /\/(\S+)/;

interface OpenRun {
	readonly mcid?: number;
	readonly paints: Set<Paint>;
	readonly draws: string[];
	readonly open: Span;
}

class Finder {
	readonly runs: Run[] = [];
	readonly #content: Buffer;
	#open: OpenRun | undefined;
	#depth = 0;
	#face = '';
	#path: number | undefined;
	/** The text that was painted last, while nothing else was since in the same text object. */
	#text: Run | undefined;

	constructor(content: Uint8Array) {
		this.#content = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
	}

	see(operator: Operator): void {
		steps[operator.name]?.(this, operator);
	}

	open(operator: Operator): void {
		this.#text = undefined;
		if (this.#depth++ > 0) return;
		const mcid = numberForm.exec(this.#operands(operator))?.[1];
		const number = mcid === undefined ? {} : { mcid: Number(mcid) };
		this.#open = { ...number, paints: new Set(), draws: [], open: [operator.start, operator.end] };
	}

	close({ start, end }: Operator): void {
		if (this.#depth === 0 || --this.#depth > 0 || !this.#open) return;
		this.runs.push({ ...this.#open, isMarked: true, close: [start, end] });
		this.#open = undefined;
	}

	beginText(): void {
		this.#text = undefined;
	}

	setFace(operator: Operator): void {
		this.#face = this.#name(operator);
	}

	beginPath(start: number): void {
		this.#path ??= start;
	}

	dropPath(): void {
		this.#path = undefined;
	}

	paintPath({ start, end }: Operator): void {
		this.paint('path', [this.#path ?? start, end]);
		this.#path = undefined;
	}

	paintText(operator: Operator): void {
		const span: Span = [operator.start, operator.end];
		if (this.#open) this.paint('text', span);
		else {
			const strings = this.#operands(operator).match(/<[0-9a-fA-F]*>/g) ?? [];
			const glyphs: Glyphs = [this.#face, strings.join('').replace(/[<>]/g, '')];
			const text = this.#text;
			// The browser may place each letter by itself.
			if (text) this.runs.pop();
			const all = { glyphs: [...(text?.glyphs ?? []), glyphs] };
			this.paint('text', [text?.open[0] ?? span[0], span[1]], all);
			this.#text = this.runs.at(-1);
		}
	}

	paintObject(operator: Operator): void {
		const name = this.#name(operator);
		this.#open?.draws.push(name);
		this.paint('image', [operator.start, operator.end], { draws: [name] });
	}

	paint(kind: Paint, [start, end]: Span, rest: Partial<Run> = {}): void {
		this.#text = undefined;
		this.#open?.paints.add(kind);
		if (this.#open) return;
		const bare = { isMarked: false, paints: new Set([kind]), draws: [] };
		this.runs.push({ ...bare, open: [start, start], close: [end, end], ...rest });
	}

	#name(operator: Operator): string {
		return nameForm.exec(this.#operands(operator))?.[1] ?? '';
	}

	#operands({ start, at }: Operator): string {
		return this.#content.toString('latin1', start, at);
	}
}
