import { readOperators } from '../../pdf/operators.ts';

/** What a stretch of a content stream paints. */
export type Paint = 'text' | 'path' | 'image';

/** Marked content on its outermost level (ISO 32000-1, 14.6), or one thing painted outside of any. */
export interface Run {
	/** Its number, where it has one. */
	readonly mcid?: number;
	/** All kinds of things that it paints. */
	readonly paints: ReadonlySet<Paint>;
	/** Names of the XObjects that it draws. */
	readonly draws: readonly string[];
	/** Face, by its name in the resources, and glyphs in hex, of text outside of marked content. */
	readonly glyphs?: readonly [face: string, hex: string];
	/** Places of the operators that begin and end it, their operands included; outside of marked content, of the whole. */
	readonly open: readonly [start: number, end: number];
	readonly close: readonly [start: number, end: number];
	readonly isMarked: boolean;
}

const texts = new Set(['Tj', 'TJ', "'", '"']);
const pathBegins = new Set(['m', 're']);
const pathEnds = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'n']);
const number = /\/MCID\s+(\d+)/;

/** Cuts a content stream into the runs that a structure tree can own. */
export function findRuns(content: Uint8Array): readonly Run[] {
	const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
	const runs: Run[] = [];
	let open: { mcid?: number; paints: Set<Paint>; draws: string[]; open: [number, number] } | undefined;
	let depth = 0;
	let face = '';
	let path: number | undefined;
	const paint = (kind: Paint, start: number, end: number, rest: Partial<Run> = {}) => {
		if (open) {
			open.paints.add(kind);
			open.draws.push(...(rest.draws ?? []));
		} else {
			const whole: Run = {
				paints: new Set([kind]),
				draws: [],
				open: [start, start],
				close: [end, end],
				isMarked: false,
			};
			runs.push({ ...whole, ...rest });
		}
	};
	readOperators(content, ({ name, start, at, end }) => {
		if (name === 'BDC' || name === 'BMC') {
			if (depth++ > 0) return;
			const mcid = number.exec(buffer.toString('latin1', start, at))?.[1];
			open = {
				...(mcid === undefined ? {} : { mcid: Number(mcid) }),
				paints: new Set(),
				draws: [],
				open: [start, end],
			};
		} else if (name === 'EMC') {
			if (depth === 0 || --depth > 0 || !open) return;
			runs.push({ ...open, close: [start, end], isMarked: true });
			open = undefined;
		} else if (name === 'Tf') face = /\/(\S+)/.exec(buffer.toString('latin1', start, at))?.[1] ?? '';
		else if (texts.has(name)) {
			const hex = open
				? ''
				: (buffer.toString('latin1', start, at).match(/<([0-9a-fA-F]*)>/g) ?? []).join('');
			paint('text', start, end, { glyphs: [face, hex.replace(/[<>]/g, '')] });
		} else if (pathBegins.has(name)) path ??= start;
		else if (pathEnds.has(name)) {
			// A path that only cuts what follows paints nothing.
			if (name !== 'n') paint('path', path ?? start, end);
			path = undefined;
		} else if (name === 'sh') paint('path', start, end);
		else if (name === 'EI') paint('image', start, end);
		else if (name === 'Do') {
			const drawn = /\/(\S+)/.exec(buffer.toString('latin1', start, at))?.[1] ?? '';
			paint('image', start, end, { draws: [drawn] });
		}
	});
	return runs;
}
