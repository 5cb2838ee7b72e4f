import * as z from 'zod';
import { asks, fields, isDate, list, localizedText, text } from './fields.ts';
import { bareIsbn } from './isbn.ts';
import { writtenIssn } from './issn.ts';

/** A text in a form that a function knows, which gives it back bare or not at all. */
function formed(message: string, bareForm: (given: string) => string | undefined) {
	return z.string(asks(message)).transform((given, context) => {
		const bare = bareForm(given);
		if (bare === undefined) context.addIssue({ code: 'custom', message });
		return bare ?? given;
	});
}

export const isbn = formed(
	'must be an ISBN of thirteen digits such as 978-0-306-40615-7 (its last digit checks the others)',
	bareIsbn,
);

export const isbnFields = fields(
	{ print: isbn.optional(), pdf: isbn.optional(), epub: isbn.optional() },
	'print: 978-…',
);

/** Codes of one scheme, each once. */
function codes(form: RegExp, kind: string, example: string) {
	const message = `must be a ${kind} such as ${example}`;
	return list(`must be a list of codes such as [${example}]`)
		.pipe(z.array(z.string(asks(message)).regex(form, message)))
		.superRefine((all, context) => {
			for (const [index, code] of all.entries()) {
				if (all.indexOf(code) < index) {
					context.addIssue({ code: 'custom', message: `names ${code} a second time`, path: [index] });
				}
			}
		});
}

/**
 * Only the form is checked, for the lists change every year: BISAC Subject Headings have three letters and six
 * digits; Thema subject categories begin with a letter, qualifiers with a digit (Thema basic instructions, 2);
 * marks of the Chinese Library Classification begin with a letter, and auxiliary signs may follow.
 */
export const subjectCodeFields = fields(
	{
		bisac: codes(/^[A-Z]{3}\d{6}$/, 'BISAC code', 'COM004000').optional(),
		thema: codes(/^[A-Z][A-Z0-9]{0,9}$/, 'Thema subject category', 'UYQ').optional(),
		clc: codes(/^[A-Z][A-Z0-9.\-/=+:()]*$/, 'mark of the Chinese Library Classification', 'TP18').optional(),
	},
	'bisac: [COM004000]',
);

const numberForm = 'must be a number such as 3, or 12.2 for the second part of volume 12';

export const seriesFields = fields(
	{
		title: localizedText,
		// What `group-position` takes (EPUB 3.3, appendix D.3.8).
		number: z
			.string(asks(numberForm))
			.regex(/^\d{1,9}(?:\.\d{1,9})*$/, numberForm)
			.optional(),
		issn: formed(
			'must be an ISSN such as 2049-3630 (its last digit checks the others)',
			writtenIssn,
		).optional(),
	},
	'title: …',
);

const dayForm = 'must look like 2024-02-01';
const day = z.string(asks(dayForm)).refine((given) => given.length === 10 && isDate(given), dayForm);

const momentForm = 'must look like 2024-02-01, or 2024-02-01T10:00:00Z for a time of that day (UTC)';

/** A day, or a second of it in UTC. */
export const moment = z.string(asks(momentForm)).refine((given) => {
	const [date = '', time] = given.split('T');
	const isTime = time === undefined || /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.test(time);
	return date.length === 10 && isDate(date) && isTime;
}, momentForm);

const addressForm = 'must be an address such as https://example.org/books/';

/** Address of a page, in the form in which a URL is written down. */
export const webAddress = formed(addressForm, (given) => toAddress(given)?.href);

/** Address of a folder: a slash ends it, and nothing follows. */
export const website = formed(`${addressForm}, without ? and #`, (given) => {
	const address = toAddress(given);
	if (!address || /[?#]/.test(given)) return undefined;
	return address.href.endsWith('/') ? address.href : `${address.href}/`;
});

function toAddress(given: string): URL | undefined {
	if (!/^https?:\/\/[^\s/]/i.test(given) || /\s/.test(given) || !URL.canParse(given)) return undefined;
	const address = new URL(given);
	return address.username === '' && address.password === '' ? address : undefined;
}

export const reviewFields = fields(
	{
		'reviewed-by': localizedText,
		date: day,
		wcag: z.enum(['2.0', '2.1', '2.2'], asks('must be "2.0", "2.1" or "2.2"')),
		level: z.enum(['A', 'AA', 'AAA'], asks('must be A, AA or AAA')),
		report: webAddress.optional(),
		credential: text.optional(),
	},
	'reviewed-by: …',
);

export const epubFields = fields(
	{
		fonts: z.enum(['embed', 'none'], asks('must be embed or none')).optional(),
		'inner-headings': z
			.string(asks('must be a number from 0 to 5'))
			.regex(/^[0-5]$/, 'must be a number from 0 to 5')
			.transform(Number)
			.optional(),
	},
	'fonts: embed',
);
