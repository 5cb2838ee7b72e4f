import type { Lang } from './language.ts';

/** What the designer of the house style wrote: templates, labels and style sheets, by file name. */
export interface House {
	readonly templates: ReadonlyMap<string, string>;
	/** Wording by language and key, from `labels.<lang>.yaml`. */
	readonly labels: Readonly<Record<Lang, Readonly<Record<string, string>>>>;
	readonly styles: ReadonlyMap<string, string>;
}
