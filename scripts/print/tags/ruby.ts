import { isTag, type Tag, type TagKid } from './tag.ts';

/** Each base with its reading (ISO 32000-1, 14.8.4.4.3); what has none is text like any other. */
export function rubyOf(kids: readonly TagKid[]): readonly TagKid[] {
	const made: TagKid[] = [];
	let base: TagKid[] = [];
	for (const kid of kids) {
		if (!isTag(kid) || kid.type !== 'RT') {
			base.push(kid);
			continue;
		}
		const pair: readonly Tag[] = [...(base.length > 0 ? [{ type: 'RB', kids: base }] : []), kid];
		made.push({ type: 'Ruby', kids: pair });
		base = [];
	}
	return [...made, ...base];
}
