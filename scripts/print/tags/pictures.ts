import type { RawTag } from './raw-tree.ts';
import { asBlocks, isTag, type Tag, type TagKid } from './tag.ts';

/** What is known of a picture or a formula apart from the tree. */
export interface Detail {
	readonly alt: string;
	/** Left, lower, right and upper edge, in pt. */
	readonly box: readonly [number, number, number, number];
}

/** A picture owns all that is drawn of it, and says in words what it shows (ISO 14289-1, 7.3 and 7.7). */
export function pictureOf(
	raw: RawTag,
	type: 'Figure' | 'Formula',
	details: readonly Detail[],
): readonly Tag[] {
	const content = contentOf(raw);
	if (content.length === 0) return [];
	const detail = raw.mark.index === undefined ? undefined : details[raw.mark.index];
	const alt = detail?.alt || raw.alt;
	return [{ type, ...(alt ? { alt } : {}), ...(detail ? { box: detail.box } : {}), kids: content }];
}

function contentOf({ kids }: RawTag): readonly number[] {
	return kids.flatMap((kid) => ('mcid' in kid ? [kid.mcid] : 'type' in kid ? contentOf(kid) : []));
}

/** A picture with its caption is one figure; several under one caption stay apart. */
export function figureOf(kids: readonly TagKid[]): readonly TagKid[] {
	const captions = kids.filter(isTag).filter(({ type }) => type === 'Caption');
	const others = asBlocks(kids.filter((kid) => !captions.some((caption) => caption === kid)));
	const [only] = others;
	if (others.length === 1 && only?.type === 'Figure') return [{ ...only, kids: [...only.kids, ...captions] }];
	return [...others, ...captions.map((caption) => ({ ...caption, type: 'P' }))];
}
