import { PDFRef } from '@cantoo/pdf-lib';
import { readMark } from '../../../scripts/print/tags/marks.ts';
import type { PageFacts } from '../../../scripts/print/tags/page-facts.ts';
import type { RawKid, RawTag } from '../../../scripts/print/tags/raw-tree.ts';
import { type RefineContext, refinePage } from '../../../scripts/print/tags/refine.ts';
import { isTag, type Tag, type TagKid } from '../../../scripts/print/tags/tag.ts';

/** An element as the browser tags it, with its language as the page's code wrote it: `P`, `LI zh-x-plain-more`. */
export function raw(name: string, ...kids: readonly (number | string | RawKid)[]): RawTag {
	const [type = '', lang] = name.split(' ');
	return {
		type,
		mark: readMark(lang),
		attributes: {},
		kids: kids.map((kid): RawKid => {
			if (typeof kid === 'number') return { mcid: kid };
			return typeof kid === 'string' ? { annotation: PDFRef.of(Number(kid)) } : kid;
		}),
	};
}

/** A page whose content all says something, without labels and blanks; annotations are their own indices. */
export function refine(
	kids: readonly RawKid[],
	rest: Partial<Omit<RefineContext, 'facts'>> & { readonly facts?: Partial<PageFacts> } = {},
) {
	const { facts, ...others } = rest;
	return refinePage(raw('NonStruct en-x-page-n0', ...kids), {
		details: [],
		linkOf: ({ objectNumber }) => objectNumber,
		...others,
		facts: {
			speaks: () => true,
			labelBefore: () => undefined,
			blanksAfter: () => [],
			given: new Map(),
			...facts,
		},
	});
}

/** Elements in short: `P(1 2 Link(@0))`, with languages, what is said of them, and whether they go on. */
export function say(kids: readonly TagKid[]): string {
	return kids
		.map((kid) => {
			if (!isTag(kid)) return typeof kid === 'number' ? String(kid) : `@${kid.link}`;
			return `${kid.continued ? '…' : ''}${kid.type}${notes(kid)}(${say(kid.kids)})${kid.continues ? '…' : ''}`;
		})
		.join(' ');
}

function notes({ lang, alt, actualText, table }: Tag): string {
	const spans = table ? Object.values(table).join(' ') : undefined;
	// The language of the page is no matter.
	const said = [lang === 'en' ? undefined : lang, alt, actualText, spans].filter((one) => one !== undefined);
	return said.length > 0 ? `[${said.join(', ')}]` : '';
}
