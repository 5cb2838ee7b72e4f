/** What XML 1.0 has no place for (2.2, Char); half of a surrogate pair is among it. */
const noXml = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** A text of the book as lists show it: no soft hyphens, no characters that files cannot hold, no blanks around it. */
export function plain(text: string): string {
	return text.replaceAll('\u00ad', '').replaceAll(noXml, '').trim();
}

/** The same of a text that may be missing; one that shows nothing is missing, too. */
export function shown(text: string | undefined): string | undefined {
	return plain(text ?? '') || undefined;
}
