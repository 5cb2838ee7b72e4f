import type { Label, PageFacts } from './page-facts.ts';
import type { RawTag } from './raw-tree.ts';
import { asBlocks, isTag, linesOrBlocks, splitsOf, type Tag, type TagKid } from './tag.ts';

/** What stands before an item, if it begins on the page. */
export function labelOf({ mark }: RawTag, kids: readonly TagKid[], facts: PageFacts): Label | undefined {
	const first = firstContent(kids);
	return mark.continued || first === undefined ? undefined : facts.labelBefore(first);
}

/** An item of a list is a label and a body (ISO 32000-1, 14.8.4.3.3). */
export function itemOf({ mark }: RawTag, kids: readonly TagKid[], label: Label | undefined): readonly Tag[] {
	if (kids.length === 0) return [];
	const splits = splitsOf(mark);
	const body: Tag = { type: 'LBody', ...splits, kids: linesOrBlocks(kids) };
	if (!label) return [{ type: 'LI', ...splits, kids: [body] }];
	const { mcid, text } = label;
	const said = text === undefined ? {} : { actualText: text };
	return [{ type: 'LI', ...splits, kids: [{ type: 'Lbl', ...said, kids: [mcid] }, body] }];
}

function firstContent(kids: readonly TagKid[]): number | undefined {
	for (const kid of kids) {
		if (typeof kid === 'number') return kid;
		const found = isTag(kid) ? firstContent(kid.kids) : undefined;
		if (found !== undefined) return found;
	}
	return undefined;
}

/** A list holds items and a caption alone. */
export function itemsOf(kids: readonly TagKid[]): readonly Tag[] {
	return kids.map((kid) =>
		isTag(kid) && (kid.type === 'LI' || kid.type === 'Caption')
			? kid
			: { type: 'LI', kids: [{ type: 'LBody', kids: linesOrBlocks([kid]) }] },
	);
}

/** A term with all that it means is one item, even where the list goes on overleaf between them. */
export function termsOf({ mark }: RawTag, kids: readonly TagKid[]): readonly Tag[] {
	const items: Tag[] = [];
	for (const kid of kids) {
		const last = items.at(-1);
		const isMeaning = isTag(kid) && kid.type === 'LBody';
		if (isMeaning && last) items[items.length - 1] = { ...last, kids: [...last.kids, kid] };
		else if (isMeaning)
			items.push({ type: 'LI', ...(mark.continued ? { continued: true } : {}), kids: [kid] });
		else if (isTag(kid) && kid.type === 'Lbl') {
			items.push({ type: 'LI', ...(kid.continued ? { continued: true } : {}), kids: [kid] });
		} else items.push(...itemsOf([kid]));
	}
	return items.map((item, index) =>
		mark.continues && index === items.length - 1 ? { ...item, continues: true } : item,
	);
}

/** Items of the contents (ISO 32000-1, 14.8.4.3.2). */
export function entriesOf(kids: readonly TagKid[]): readonly Tag[] {
	return kids.map((kid) => {
		if (!isTag(kid)) return { type: 'TOCI', kids: [{ type: 'P', kids: [kid] }] };
		if (kid.type !== 'LI') return { type: 'TOCI', kids: [kid] };
		const body = kid.kids.flatMap((one): readonly TagKid[] =>
			isTag(one) && one.type === 'LBody' ? one.kids : [one],
		);
		return { ...kid, type: 'TOCI', kids: asBlocks(body) };
	});
}
