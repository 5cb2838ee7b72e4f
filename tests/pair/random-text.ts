/** Random numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/** A block of a random text: a line before its parts, what each part is written as, and a line behind them. */
export interface Written {
	readonly kind: 'heading' | 'paragraph' | 'list' | 'quotation' | 'table' | 'code' | 'rule';
	readonly before: readonly string[];
	/** Each is a block inside; a block without parts inside has one. */
	readonly parts: readonly string[];
	/** Blank lines between parts, with what quotations have there. */
	readonly between: readonly string[];
	readonly behind: readonly string[];
}

const kinds = [
	'paragraph',
	'paragraph',
	'paragraph',
	'heading',
	'list',
	'quotation',
	'table',
	'code',
	'rule',
] as const;

const ours = 'ba chi do fe gu ka lo mi nu pe ri sa to vu xe zo'.split(' ');
const theirs = ours.map((syllable) => `${syllable}n`);

/** A text of that many blocks; `say` makes its words, of which it is asked for a number. */
export function randomText(
	blocks: number,
	random: () => number,
	say: (words: number) => string,
): readonly Written[] {
	return Array.from({ length: blocks }, (_, index) => randomBlock(index, random, say));
}

function randomBlock(index: number, random: () => number, say: (words: number) => string): Written {
	const pick = (most: number): number => Math.floor(random() * most);
	const kind = kinds[pick(kinds.length)] ?? 'paragraph';
	const plain = { kind, before: [], between: [], behind: [] };
	const many = (from: number, make: () => string): readonly string[] =>
		Array.from({ length: from + pick(4) }, make);
	switch (kind) {
		case 'heading':
			return { ...plain, parts: [`${'#'.repeat(2 + pick(3))} ${say(2 + pick(6))}`] };
		case 'list':
			// Neighbours with the same marks would be one list.
			return { ...plain, parts: many(2, () => `${'-*+'[index % 3]} ${say(3 + pick(20))}`) };
		case 'quotation':
			return { ...plain, between: ['>'], parts: many(1, () => `> ${say(10 + pick(40))}`) };
		case 'table': {
			const before = [`| ${say(2)} | ${say(2)} |`, '| --- | --- |'];
			const row = () => `| ${say(2)} | ${say(1 + pick(6))} |`;
			return { ...plain, before, parts: many(2, row), behind: pick(2) === 0 ? ['', `: ${say(4)}`] : [] };
		}
		case 'code':
			return { ...plain, before: ['```'], parts: [say(6)], behind: ['```'] };
		case 'rule':
			return { ...plain, parts: ['***'] };
		default:
			return { ...plain, parts: [say(8 + pick(80))] };
	}
}

/** Invented words with a number here and there, or those of another language. */
export function createSay(random: () => number, language: 'ours' | 'theirs'): (words: number) => string {
	const syllables = language === 'ours' ? ours : theirs;
	const word = (): string => {
		if (language === 'ours' && random() < 0.05) return String(Math.floor(random() * 10_000));
		const length = 1 + Math.floor(random() * 4);
		return Array.from({ length }, () => syllables[Math.floor(random() * syllables.length)]).join('');
	};
	return (words) => Array.from({ length: words }, word).join(' ');
}

export interface Markdown {
	readonly text: string;
	/** The line that each block begins in. */
	readonly lines: readonly number[];
	/** The lines that the parts of each block begin in. */
	readonly partLines: readonly (readonly number[])[];
}

export function toMarkdown(blocks: readonly Written[]): Markdown {
	const written: string[] = [];
	const lines: number[] = [];
	const partLines: number[][] = [];
	for (const { before, parts, between, behind } of blocks) {
		lines.push(written.length + 1);
		const own: number[] = [];
		written.push(...before);
		for (const [index, part] of parts.entries()) {
			if (index > 0) written.push(...between);
			own.push(written.length + 1);
			written.push(part);
		}
		written.push(...behind, '');
		partLines.push(own);
	}
	return { text: written.join('\n'), lines, partLines };
}
