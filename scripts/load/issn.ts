/**
 * An ISSN in its written form, four digits, a hyphen, four more; nothing where it is none. Its last character checks
 * the others: the digits times 8 to 2 and the last, of which X is 10, make a multiple of eleven (ISO 3297:2022, 5.2).
 */
export function writtenIssn(text: string): string | undefined {
	const form = /^(\d{4})[\u2010-\u2013-]?(\d{3}[\dX])$/.exec(text.trim().toUpperCase());
	if (!form) return undefined;
	const [, first = '', second = ''] = form;
	const total = [...first, ...second].reduce(
		(sum, digit, index) => sum + (digit === 'X' ? 10 : Number(digit)) * (8 - index),
		0,
	);
	return total % 11 === 0 ? `${first}-${second}` : undefined;
}
