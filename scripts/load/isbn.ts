/**
 * The thirteen digits of an ISBN, given with or without hyphens and blanks; nothing where it is none. Its last digit
 * checks the others: their sum, every second one taken three times, is a multiple of ten (ISO 2108:2017, annex C).
 */
export function bareIsbn(text: string): string | undefined {
	const digits = text.replace(/[\s\u2010-\u2013-]/g, '');
	if (!/^97[89]\d{10}$/.test(digits)) return undefined;
	const total = [...digits].reduce((sum, digit, index) => sum + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
	return total % 10 === 0 ? digits : undefined;
}
