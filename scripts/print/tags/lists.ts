import type { PageFacts } from './page-facts.ts';
import type { RawTag } from './raw-tree.ts';
import { asBlocks, isTag, linesOrBlocks, type Tag, type TagKid } from './tag.ts';

/** An item of a list is a label and a body (ISO 32000-1, 14.8.4.3.3). */
export function itemOf({ mark }: RawTag, kids: readonly TagKid[], facts: PageFacts): readonly Tag[] {
	const first = firstContent(kids);
	const label = mark.continued || first === undefined ? undefined : facts.labelBefore(first);
	if (kids.length === 0) return [];
	const more = mark.continued ? { continued: true as const } : {};
	const body: Tag = { type: 'LBody', ...more, kids: linesOrBlocks(kids) };
	if (!label) return [{ type: 'LI', ...more, kids: [body] }];
	const { mcid, text } = label;
	const said = text === undefined ? {} : { actualText: text };
	return [{ type: 'LI', kids: [{ type: 'Lbl', ...said, kids: [mcid] }, body] }];
}

function firstContent(kids: readonly TagKid[]): number | undefined {
	for (const kid of kids) {
		if (typeof kid === 'number') return kid;
		const found = isTag(kid) ? firstContent(kid.kids) : undefined;
		if (found !== undefined) return found;
	}
	return undefined;
}

/** A list holds items and a caption alone; terms and what they mean go together. */
export function itemsOf(kids: readonly TagKid[]): readonly Tag[] {
	const items: Tag[] = [];
	for (const kid of kids) {
		const type = isTag(kid) ? kid.type : undefined;
		const last = items.at(-1);
		if (isTag(kid) && (type === 'LI' || type === 'Caption')) items.push(kid);
		else if (isTag(kid) && type === 'LBody' && last && isTerm(last)) {
			items[items.length - 1] = { ...last, kids: [...last.kids, kid] };
		} else if (isTag(kid) && (type === 'Lbl' || type === 'LBody')) items.push({ type: 'LI', kids: [kid] });
		else items.push({ type: 'LI', kids: [{ type: 'LBody', kids: linesOrBlocks([kid]) }] });
	}
	return items;
}

/** An item of a term, to which meanings may still come. */
function isTerm({ type, kids }: Tag): boolean {
	const [first] = kids;
	return type === 'LI' && first !== undefined && isTag(first) && first.type === 'Lbl';
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
