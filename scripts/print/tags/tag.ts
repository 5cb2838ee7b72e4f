import type { Mark } from './marks.ts';

/** An element of the structure tree, or that part of it which stands on one page. */
export interface Tag {
	/** A standard structure type of PDF 1.7 (ISO 32000-1, 14.8.4), or one of the role map. */
	readonly type: string;
	/** Where it is another one than that around it. */
	readonly lang?: string;
	readonly alt?: string;
	readonly actualText?: string;
	/** Of cells (14.8.5.7). */
	readonly table?: TableAttributes;
	/** Of words that came, or are gone (14.8.5.4.4). */
	readonly decoration?: 'Underline' | 'LineThrough';
	/** Left, lower, right and upper edge, in pt, of what is no text (14.8.5.4). */
	readonly box?: readonly [number, number, number, number];
	/** It goes on from the page before. */
	readonly continued?: true;
	/** It goes on overleaf. */
	readonly continues?: true;
	/** A row whose cells stand one below the other. */
	readonly isFlat?: true;
	/** It is a line between blocks that no element of the source stands for. */
	readonly isLine?: true;
	readonly kids: readonly TagKid[];
}

/** An element, a run of marked content by its number, or a link by the index of its annotation. */
export type TagKid = Tag | number | { readonly link: number };

export interface TableAttributes {
	readonly scope?: 'Row' | 'Column' | 'Both';
	readonly rowSpan?: number;
	readonly colSpan?: number;
}

/** What stands on one page, in the order of reading. */
export interface PageTags {
	readonly flow: readonly Tag[];
	/** Notes at the foot of the page. */
	readonly notes: readonly Tag[];
	/** Texts that stand side by side; what is outside of them is in `flow`. */
	readonly columns?: readonly ColumnTags[];
}

/** One of the texts of a page. */
export interface ColumnTags extends Omit<PageTags, 'columns'> {
	readonly lang?: string;
}

/** Whether an element goes on from the page before, and overleaf, as the page's code says. */
export function splitsOf({ continued, continues }: Mark): Pick<Tag, 'continued' | 'continues'> {
	return { ...(continued ? { continued } : {}), ...(continues ? { continues } : {}) };
}

export function isTag(kid: TagKid): kid is Tag {
	return typeof kid === 'object' && 'type' in kid;
}

/** Types that stand in a line of text (14.8.4.4). */
const inline: ReadonlySet<string> = new Set([
	'Span',
	'Em',
	'Strong',
	'Code',
	'Link',
	'Reference',
	'Lbl',
	'Figure',
	'Formula',
	'Ruby',
	'RT',
]);

export function isInline(kid: TagKid): boolean {
	return !isTag(kid) || inline.has(kid.type);
}

/** Runs of inline kids as paragraphs: what is grouped holds blocks alone (14.8.4.3). */
export function asBlocks(kids: readonly TagKid[]): readonly Tag[] {
	const blocks: Tag[] = [];
	let line: TagKid[] = [];
	const close = () => {
		const [only] = line;
		if (line.length === 1 && only !== undefined && isTag(only) && only.type === 'Figure') blocks.push(only);
		else if (line.length > 0) blocks.push({ type: 'P', isLine: true, kids: line });
		line = [];
	};
	for (const kid of kids) {
		if (isInline(kid)) {
			line.push(kid);
			continue;
		}
		close();
		blocks.push(kid as Tag);
	}
	close();
	return blocks;
}

/** As they are where they are all inline, else as blocks. */
export function linesOrBlocks(kids: readonly TagKid[]): readonly TagKid[] {
	return kids.every(isInline) ? kids : asBlocks(kids);
}
