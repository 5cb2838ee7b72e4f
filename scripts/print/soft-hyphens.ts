import { ContentReader } from '../pdf/content-reader.ts';

/** How the browser says what a span stands for: `/Span<</ActualText <feff00ad> >> BDC`, in UTF-16 with a byte order mark. */
const actualText = /\/ActualText <feff((?:[0-9a-f]{4})*)>/i;

const softHyphen = '00ad';
/** What the browser draws where it breaks a word at a soft hyphen. */
const drawnHyphen = '2010';

/**
 * Mends what a reader hears and copies of hyphenated words (ISO 32000-1, 14.8.2.2.3) in the content of a page. The
 * browser tells of every possible break, "gov-ern-ance", and of a break that it made as of a real hyphen. Afterwards
 * only breaks that were made are there, as soft hyphens, so that the word is one word again.
 */
export function mendSoftHyphens(content: Uint8Array): Uint8Array {
	if (!Buffer.from(content.buffer, content.byteOffset, content.byteLength).includes('/ActualText'))
		return content;
	const reader = new ContentReader(content);
	const pieces: Uint8Array[] = [];
	let copied = 0;
	while (reader.next()) {
		if (reader.operator !== 'BDC') continue;
		const before = reader.text(reader.start, reader.at);
		const after = before.replace(actualText, (_span, text: string) => `/ActualText <feff${mend(text)}>`);
		if (after === before) continue;
		pieces.push(content.subarray(copied, reader.start), Buffer.from(after, 'latin1'));
		copied = reader.at;
	}
	return copied === 0 ? content : Buffer.concat([...pieces, content.subarray(copied)]);
}

function mend(text: string): string {
	if (text === drawnHyphen) return softHyphen;
	const units = text.toLowerCase().match(/.{4}/g) ?? [];
	return units.filter((unit) => unit !== softHyphen).join('');
}
