import * as z from 'zod';
import { bareOrcid } from './orcid.ts';

/** What is said of a key that must be there. */
export const missing = 'is missing';

/** Each message ends a sentence that begins with the key: `date must look like 2024, …`. */
export function asks(message: string) {
	return { error: (issue: { input?: unknown }) => (issue.input === undefined ? missing : message) };
}

/** A text that is not empty. */
export const text = z.string(asks('must be text')).trim().min(1, 'must not be empty');

/** A BCP 47 tag in its canonical form, so that two tags are the same language only if they are the same text. */
export const languageTag = z
	.string(asks('must be a language tag such as zh, en or zh-Hant'))
	.superRefine((tag, context) => {
		const canonical = canonicalTag(tag);
		if (canonical === tag) return;
		const message =
			canonical === undefined
				? 'must be a language tag such as zh, en or zh-Hant'
				: `must be written ${canonical} (BCP 47)`;
		context.addIssue({ code: 'custom', message });
	});

function canonicalTag(tag: string): string | undefined {
	// Longer first parts are words such as `english`, which the registry leaves free.
	if (!/^[A-Za-z]{2,3}(?:-|$)/.test(tag)) return undefined;
	try {
		return Intl.getCanonicalLocales(tag)[0];
	} catch {
		return undefined;
	}
}

/** One text by language, or a plain text in the source language. */
export const localizedText = z.union(
	[
		text,
		z
			.record(languageTag, text)
			.refine((texts) => Object.keys(texts).length > 0, 'must have a text in at least one language'),
	],
	asks('must be text, or texts by language such as { zh: …, en: … }'),
);
export type LocalizedText = z.output<typeof localizedText>;

const subjectList = z.array(text, asks('must be a list of texts'));

/** Lists of subjects by language, or one list in the source language. */
export const subjects = z.union(
	[subjectList, z.record(languageTag, subjectList)],
	asks('must be lists of texts by language such as { zh: […], en: […] }'),
);

/** A value that is looked at elsewhere. */
export const anything = z.unknown().optional();

/** A list whose items are looked at one by one. */
export const list = (message: string) => z.array(z.unknown(), asks(message));

/** The same, with at least one item. */
export const filledList = (message: string) => list(message).min(1, message);

export const slug = z
	.string(asks('must be text'))
	.max(100, 'must have at most 100 characters')
	.regex(
		/^[a-z0-9]+(?:-[a-z0-9]+)*$/,
		'must consist of lower-case letters, digits and hyphens, such as annual-report',
	);

const dateForm = 'must look like 2024, 2024-01 or 2024-01-31';

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, a day of the calendar. */
export const date = z.string(asks(dateForm)).refine(isDate, dateForm);

export function isDate(value: string): boolean {
	const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
	if (!parts) return false;
	const [, year, month = '01', day = '01'] = parts;
	const moment = new Date(`${year}-${month}-${day}T00:00:00Z`);
	// A day such as 31 February rolls over to another one.
	return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(`${year}-${month}-${day}`);
}

const orcidForm = 'must be an ORCID iD such as 0000-0002-1825-0097 (its last digit checks the others)';

export const orcid = z.string(asks(orcidForm)).transform((given, context) => {
	const bare = bareOrcid(given);
	if (bare === undefined) context.addIssue({ code: 'custom', message: orcidForm });
	return bare ?? given;
});

const roleForm = 'must be a MARC relator code of three letters, such as aut, edt or trl';

export const role = z.string(asks(roleForm)).regex(/^[a-z]{3}$/, roleForm);

export const contributorKind = z.enum(['person', 'organization'], asks('must be person or organization'));

/** An object schema whose unknown keys are faults; the example is one key with its value. */
export function fields<S extends z.core.$ZodLooseShape>(shape: S, example = 'title: …') {
	return z.strictObject(shape, { error: `must hold keys with values, such as ${example}` });
}
