import type { Element, ElementContent } from 'hast';
import { compareLines, type Stretch } from './changes.ts';
import { LineBuilder } from './line-builder.ts';
import { bare } from './marked.ts';
import type { Mark, Marker } from './marker.ts';
import { type Token, tokensOf } from './tokens.ts';

type Line = readonly ElementContent[];

/** A line with its changes marked; the very same one where its words are the same. */
export function markLine(now: Line, before: Line, marker: Marker): Line {
	return markLines([now], [before], marker)[0] ?? now;
}

/**
 * Lines that say together what other lines said together, such as the two paragraphs that one was cut into: as many as
 * there are now, each of them the very same where nothing in it changed.
 */
export function markLines(now: readonly Line[], before: readonly Line[], marker: Marker): readonly Line[] {
	const parts = now.map((line) => tokensOf(line, marker.now));
	const gone = before.map((line) => tokensOf(line, marker.before));
	const stretches = compareLines(gone.flat(), parts.flat());
	const breaks = now.length === before.length ? undefined : now.length > before.length;
	if (breaks === undefined && stretches.every(({ isSame }) => isSame)) return now;
	const joints = new Set(breaks === false ? gone.slice(0, -1).map((line) => line.at(-1)) : []);
	const writer = new LineWriter(parts, joints, marker);
	for (const stretch of stretches) writer.write(stretch);
	return writer.finish().map((line, index) => {
		const from = now[index];
		return line.length === 0 && from ? from : line;
	});
}

/** A whole line that came or is gone. */
export function markWhole(line: Line, mark: Mark, marker: Marker): ElementContent[] {
	const builder = new LineBuilder(marker);
	const outside = new Map<Element, Element>();
	for (const token of tokensOf(line, mark === 'deleted' ? marker.before : marker.now)) {
		builder.add(token, mark, mark === 'deleted' ? bareAround(token.around, outside) : token.around);
	}
	return builder.finish();
}

/** Copies of elements that are gone, the same for the same. */
function bareAround(around: readonly Element[], known: Map<Element, Element>): readonly Element[] {
	return around.map((source) => {
		const copy = known.get(source) ?? bare({ ...source, children: [] });
		known.set(source, copy);
		return copy;
	});
}

/** Hands stretches out to the lines that they belong to. */
class LineWriter {
	readonly #lines: readonly (readonly Token[])[];
	readonly #builders: readonly LineBuilder[];
	readonly #joints: ReadonlySet<Token | undefined>;
	readonly #outside = new Map<Element, Element>();
	#line = 0;
	/** How many tokens of the line have been written. */
	#written = 0;

	constructor(lines: readonly (readonly Token[])[], joints: ReadonlySet<Token | undefined>, marker: Marker) {
		this.#lines = lines;
		this.#joints = joints;
		this.#builders = lines.map(() => new LineBuilder(marker));
	}

	write({ isSame, before, now }: Stretch): void {
		if (isSame) {
			for (const [index, token] of now.entries()) {
				this.#writeNow(token);
				this.#writeJoint(before[index]);
			}
			return;
		}
		for (const token of before) {
			this.#builder().add(token, 'deleted', this.#placeFor(token));
			this.#writeJoint(token);
		}
		for (const token of now) this.#writeNow(token, 'inserted');
	}

	finish(): readonly ElementContent[][] {
		return this.#builders.map((builder) => builder.finish());
	}

	#writeNow(token: Token, mark?: Mark): void {
		while (this.#written === this.#lines[this.#line]?.length && this.#line < this.#lines.length - 1) {
			this.#builder().addBreak('inserted');
			this.#line += 1;
			this.#written = 0;
		}
		this.#builder().add(token, mark);
		this.#written += 1;
	}

	#writeJoint(token: Token | undefined): void {
		if (token && this.#joints.has(token)) this.#builder().addBreak('deleted');
	}

	#builder(): LineBuilder {
		const builder = this.#builders[this.#line];
		if (!builder) throw new Error('A text has more words than it has lines for.');
		return builder;
	}

	/**
	 * Where a word that is gone stands among the elements of the line as it is now: inside those that go on over it, and
	 * those like its own right before or behind it; the rest of its own come with it.
	 */
	#placeFor({ around }: Token): readonly Element[] {
		const line = this.#lines[this.#line] ?? [];
		const [last = [], next = []] = [line[this.#written - 1]?.around, line[this.#written]?.around];
		const shared = last.filter((element, depth) => element === next[depth]);
		const likes = [last, next].map((side) => side.slice(0, likeness(side, around, shared.length)));
		const inside = likes.reduce((best, like) => (like.length > best.length ? like : best), shared);
		const own = around.filter((element) => !inside.some((one) => isLike(one, element)));
		return [...inside, ...bareAround(own, this.#outside)];
	}
}

/** How many of some elements are like those of another place, of which the first ones are shared anyway. */
function likeness(side: readonly Element[], around: readonly Element[], shared: number): number {
	let depth = shared;
	for (let element = side[depth]; element; element = side[++depth]) {
		const other = around[depth];
		if (!other || !isLike(element, other)) break;
	}
	return depth;
}

function isLike(one: Element, other: Element): boolean {
	return one.tagName === other.tagName && one.properties.lang === other.properties.lang;
}
