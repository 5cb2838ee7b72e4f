import type { Inline, Memo } from '../model/index.ts';

/** What a template may be given: text (escaped), Inlines, numbers, and lists and records of them. */
export type TemplateValue =
	| string
	| number
	| boolean
	| undefined
	| Inline
	| readonly TemplateValue[]
	| { readonly [key: string]: TemplateValue };

export type TemplateData = { readonly [key: string]: TemplateValue };

export function isInline(value: object): value is Inline {
	return 'html' in value && 'children' in value && 'text' in value;
}

/** Stands for the data of a template in a key: texts and numbers as they are, Inlines by their identity. */
export function nameData(value: TemplateValue, memo: Memo): string {
	if (typeof value !== 'object') return JSON.stringify(value) ?? '-';
	if (Array.isArray(value)) return `[${value.map((one) => nameData(one, memo)).join()}]`;
	if (isInline(value)) return memo.nameOf(value);
	const record = Object.entries(value as { readonly [key: string]: TemplateValue });
	return `{${record.map(([key, one]) => `${key}:${nameData(one, memo)}`).join()}}`;
}
