import { ContentReader } from '../../pdf/content-reader.ts';

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
	finder.find();
	return finder.runs;
}

type Step = (finder: Finder) => void;

const paintText: Step = (finder) => finder.paintText();
const paintPath: Step = (finder) => finder.paintPath();
const beginPath: Step = (finder) => finder.beginPath();
const open: Step = (finder) => finder.open();

/** By operator (annex A); all others neither mark nor paint. */
const steps: ReadonlyMap<string, Step> = new Map(
	Object.entries({
		BDC: open,
		BMC: open,
		EMC: (finder: Finder) => finder.close(),
		BT: (finder: Finder) => finder.beginText(),
		Tf: (finder: Finder) => finder.setFace(),
		Tj: paintText,
		TJ: paintText,
		"'": paintText,
		'"': paintText,
		m: beginPath,
		re: beginPath,
		// A path that only cuts what follows paints nothing.
		n: (finder: Finder) => finder.dropPath(),
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
		BI: (finder: Finder) => finder.paintInline(),
		Do: (finder: Finder) => finder.paintObject(),
	}),
);

interface OpenRun {
	readonly mcid?: number;
	readonly paints: Set<Paint>;
	readonly draws: string[];
	readonly open: Span;
}

class Finder {
	readonly runs: Run[] = [];
	readonly #reader: ContentReader;
	#open: OpenRun | undefined;
	#depth = 0;
	#face = '';
	#path: number | undefined;
	/** The text that was painted last and its glyphs, while nothing else was since in the same text object. */
	#text: { readonly start: number; readonly glyphs: Glyphs[] } | undefined;

	constructor(content: Uint8Array) {
		this.#reader = new ContentReader(content);
	}

	find(): void {
		while (this.#reader.next()) steps.get(this.#reader.operator)?.(this);
	}

	open(): void {
		this.#text = undefined;
		if (this.#depth++ > 0) return;
		const mcid = this.#mcid();
		const number = mcid === undefined ? {} : { mcid };
		this.#open = { ...number, paints: new Set(), draws: [], open: this.#span() };
	}

	close(): void {
		if (this.#depth === 0 || --this.#depth > 0 || !this.#open) return;
		this.runs.push({ ...this.#open, isMarked: true, close: this.#span() });
		this.#open = undefined;
	}

	beginText(): void {
		this.#text = undefined;
	}

	setFace(): void {
		this.#face = this.#reader.operands.name(0) ?? '';
	}

	beginPath(): void {
		this.#path ??= this.#reader.before;
	}

	dropPath(): void {
		this.#path = undefined;
	}

	paintPath(): void {
		const [start, end] = this.#span();
		this.#paint('path', [this.#path ?? start, end]);
		this.#path = undefined;
	}

	paintInline(): void {
		this.#paint('image', this.#span());
	}

	paintText(): void {
		const [start, end] = this.#span();
		if (this.#open) {
			this.#paint('text', [start, end]);
			return;
		}
		const shown = Buffer.from(this.#reader.operands.shown(-1)).toString('hex');
		const text = this.#text ?? { start, glyphs: [] };
		// The browser may place each letter by itself.
		if (this.#text) this.runs.pop();
		text.glyphs.push([this.#face, shown]);
		this.#paint('text', [text.start, end], { glyphs: text.glyphs });
		this.#text = text;
	}

	paintObject(): void {
		const name = this.#reader.operands.name(0) ?? '';
		this.#open?.draws.push(name);
		this.#paint('image', this.#span(), { draws: [name] });
	}

	#paint(kind: Paint, [start, end]: Span, rest: Partial<Run> = {}): void {
		this.#text = undefined;
		this.#open?.paints.add(kind);
		if (this.#open) return;
		const bare = { isMarked: false, paints: new Set([kind]), draws: [] };
		this.runs.push({ ...bare, open: [start, start], close: [end, end], ...rest });
	}

	/** The number that the dictionary of marked content gives it. */
	#mcid(): number | undefined {
		const entries = this.#reader.operands.inside(1);
		for (let key = 0; key < entries.count; key += 2) {
			if (entries.name(key) === 'MCID') return entries.number(key + 1);
		}
		return undefined;
	}

	#span(): Span {
		return [this.#reader.before, this.#reader.end];
	}
}
