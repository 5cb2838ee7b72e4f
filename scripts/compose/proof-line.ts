import type { Inline, Lang, Localized } from '../model/index.ts';
import type { Context } from './context.ts';
import { formatDate } from './dates.ts';
import { plainInline } from './inline.ts';

/** What a proof of changes is held against. */
export interface ProofOf {
	/** Short name of the revision, such as `1a2b3c4`. */
	readonly revision: string;
	/** Its day, `YYYY-MM-DD`. */
	readonly date: string;
	/** Whether anything in the edition changed since. */
	readonly isChanged: boolean;
}

/** What a proof says of itself: `Changes since 1a2b3c4 (May 2, 2026)`. */
export function proofLine(
	{ revision, date, isChanged }: ProofOf,
	labels: Readonly<Record<string, string>>,
	lang: Lang,
): Inline {
	const key = isChanged ? 'changes-since' : 'no-changes-since';
	const text = (labels[key] ?? key)
		.replace('{revision}', () => revision)
		.replace('{date}', () => formatDate(date, lang));
	return plainInline(text, lang);
}

/** What a proof says of itself in each language of its edition, the first one first. */
export function proofLines({ proof, other }: Pick<Context, 'proof' | 'other'>): Localized<Inline> {
	const lines = [proof, other?.proof].filter((line) => line !== undefined);
	return Object.fromEntries(lines.map((line) => [line.lang, line]));
}
